"""Statements that several articles carry: one origin, however many outlets print it."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.merge.sets import Sets
from summarizer.text.lexicon import classes, words
from summarizer.text.name_forms import name_keys
from summarizer.text.names import same_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from summarizer.merge.passages import Passage

# Words by which an article says that it reads from a document or from those who hand it out.
_DOCUMENT = frozenset(
    {"statement", "communique", "communiqué", "release", "readout", "spokesman", "spokeswoman"}
    | {"spokesperson", "press", "bulletin", "announcement", "letter"}
)
_SMALL = frozenset({"the", "of", "for", "and", "de", "da", "al", "el", "von", "van", "bin"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A statement in several articles: its speaker, the articles, and the facts it makes.

    `names` are all names of its speaker, `articles` all that carry it, `quoting` those of them
    that name the speaker. `facts` are numbers of groups of passages, those that several articles
    have first.
    """

    speaker: str
    names: frozenset[str]
    articles: tuple[str, ...]
    quoting: tuple[str, ...]
    facts: tuple[int, ...]


def shared_statements(
    passages: Sequence[Passage], groups: Sequence[tuple[int, ...]]
) -> list[Shared]:
    """The statements that at least two articles carry, the most widely carried first."""
    voices = [_voices([passages[m] for m in group]) for group in groups]
    holders = [frozenset(passages[m].article for m in group) for group in groups]
    wide = [n for n, names in enumerate(voices) if names and len(holders[n]) > 1]
    told = _index(voices, range(len(groups)))
    found = []
    for known in _aliases([voices[n] for n in wide], [holders[n] for n in wide]):
        names = known | _seats(known, told)
        all_told = sorted({n for name in names for n in told.get(name, ())})
        common = [n for n in all_told if len(holders[n]) > 1]
        common.sort(key=lambda n: (-len(holders[n]), n))
        articles = frozenset[str]().union(*(holders[n] for n in common))
        others = [n for n in all_told if len(holders[n]) == 1 and holders[n] & articles]
        quoting = {
            passages[m].article
            for n in (*common, *others)
            for m in groups[n]
            if not names.isdisjoint(passages[m].speakers)
        }
        found.append(
            Shared(
                speaker=_issuer(names, [voices[n] for n in common]),
                names=names,
                articles=tuple(sorted(articles)),
                quoting=tuple(sorted(quoting)),
                facts=(*common, *others),
            )
        )
    found.sort(key=lambda each: (-len(each.articles), each.facts))
    return _with_unnamed(found, passages, groups, holders)


def _with_unnamed(
    found: Sequence[Shared],
    passages: Sequence[Passage],
    groups: Sequence[tuple[int, ...]],
    holders: Sequence[frozenset[str]],
) -> list[Shared]:
    """The statements with the facts that their articles quote alike without a name."""
    taken = {n for each in found for n in each.facts}
    more: defaultdict[int, list[int]] = defaultdict(list)
    for n, group in enumerate(groups):
        if n in taken or len(holders[n]) < 2 or not all(passages[m].statements for m in group):
            continue
        home = next((k for k, e in enumerate(found) if holders[n] <= set(e.articles)), None)
        if home is not None:
            more[home].append(n)
    return [replace(each, facts=(*each.facts, *more[k])) for k, each in enumerate(found)]


def _voices(group: Sequence[Passage]) -> Counter[str]:
    """Who is said to speak in the sentences of a fact, with the weight of the evidence."""
    found: Counter[str] = Counter()
    for passage in group:
        if tellers := passage.tellers:
            found.update(dict.fromkeys(tellers, 1 + (not _DOCUMENT.isdisjoint(passage.words))))
    return found


def _index(voices: Sequence[Mapping[str, int]], numbers: Collection[int]) -> dict[str, list[int]]:
    """For each name, the numbers of those in which it speaks."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for n, spoken in zip(numbers, voices, strict=True):
        for name in spoken:
            found[name].append(n)
    return found


def _aliases(
    voices: Sequence[Mapping[str, int]], holders: Sequence[frozenset[str]]
) -> list[frozenset[str]]:
    """The names in sets that stand for one speaker.

    Two articles that give one statement to different names mean one speaker (an office and its
    head), unless both names are those of persons. A bare role ("the minister") that never meets a
    name so joins the speaker whose articles have all of its own.
    """
    names = sorted({name for each in voices for name in each})
    homes = Sets(names)
    for a, b in _comparable(names):
        if same_name(a, b):
            homes.join(a, b)
    for spoken in voices:
        for a, b in itertools.combinations(sorted(spoken), 2):
            if _may_be_one(a, b):
                homes.join(a, b)
    told = _index(voices, range(len(voices)))
    reach = {
        name: frozenset[str]().union(*(holders[n] for each in homes.of(name) for n in told[each]))
        for name in names
    }
    roles = {name for name in names if all(map(_is_role, homes.of(name)))}
    proper = [name for name in names if name not in roles]
    for role in sorted(roles):
        named = [name for name in proper if reach[role] <= reach[name]]
        if named:
            homes.join(max(named, key=lambda each: len(reach[each])), role)
    return [frozenset(each) for each in homes.all()]


def _seats(names: frozenset[str], others: Iterable[str]) -> frozenset[str]:
    """Those of the other names that speak for the same government as one of these.

    "Moscow said" is the Kremlin's word where the Kremlin's statement is in the story.
    """
    countries = {_country(name) for name in names} - {None}
    return frozenset(name for name in others if countries and _country(name) in countries)


def _country(name: str) -> str | None:
    """The country for whose government a seat speaks, None for another name."""
    return classes("seats").get(name.casefold().removeprefix("the "))


def _comparable(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names that may be the same, each once, by an index of what they have in common."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for n, name in enumerate(names):
        keys = name_keys(name)
        for m in sorted({m for key in keys for m in holders[key]}):
            yield names[m], name
        for key in keys:
            holders[key].append(n)


def _is_role(name: str) -> bool:
    """Whether a name is an office ("the head of state", "President of the Republic")."""
    plain = [word for word in name.split() if word.casefold() not in _SMALL]
    office = plain[0].casefold() in words("roles") if plain else False
    return office or any(word[0].islower() for word in plain)


def _may_be_one(one: str, other: str) -> bool:
    return not (_is_person(one) and _is_person(other))


def _is_person(name: str) -> bool:
    """Whether a name looks like a person's: two or three words, all with a capital."""
    plain = [word for word in name.split() if word.casefold() not in _SMALL]
    capital = all(word[0].isupper() for word in plain)
    return 1 < len(plain) <= 3 and capital and not name.casefold().startswith("the ")


def _issuer(names: frozenset[str], voices: Sequence[Mapping[str, int]]) -> str:
    """The name with the best evidence; a proper name rather than a role."""
    weights: defaultdict[str, int] = defaultdict(int)
    for spoken in voices:
        for name, value in spoken.items():
            if name in names:
                weights[name] += value
    return max(sorted(names), key=lambda name: (not _is_role(name), weights[name]))
