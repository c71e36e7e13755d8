"""Statements that several articles carry: one origin, however many outlets print it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.text.lexicon import words
from summarizer.text.names import same_name
from summarizer.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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

    `facts` are numbers of groups of passages, those that several articles have first.
    """

    speaker: str
    articles: tuple[str, ...]
    facts: tuple[int, ...]


def shared_statements(
    passages: Sequence[Passage], groups: Sequence[tuple[int, ...]]
) -> list[Shared]:
    """The statements that at least two articles carry, the most widely carried first."""
    voices = [_voices([passages[m] for m in group]) for group in groups]
    holders = [frozenset(passages[m].article for m in group) for group in groups]
    wide = [n for n, names in enumerate(voices) if names and len(holders[n]) > 1]
    found = []
    for names in _aliases([voices[n] for n in wide], [holders[n] for n in wide]):
        common = sorted(
            (n for n in wide if names & voices[n].keys()), key=lambda n: (-len(holders[n]), n)
        )
        articles = frozenset[str]().union(*(holders[n] for n in common))
        others = [
            n
            for n in range(len(groups))
            if n not in common and (names & voices[n].keys()) and holders[n] & articles
        ]
        found.append(
            Shared(
                speaker=_issuer(names, [voices[n] for n in common]),
                articles=tuple(sorted(articles)),
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
        quoted = len(holders[n]) > 1 and all(passages[m].statements for m in group)
        home = next((k for k, e in enumerate(found) if holders[n] <= set(e.articles)), None)
        if quoted and n not in taken and home is not None:
            more[home].append(n)
    return [replace(each, facts=(*each.facts, *more[k])) for k, each in enumerate(found)]


def _voices(group: Sequence[Passage]) -> Counter[str]:
    """Who is said to speak in the sentences of a fact, with the weight of the evidence."""
    found: Counter[str] = Counter()
    for passage in group:
        document = any(token.lower in _DOCUMENT for token in tokenize(passage.text))
        for name in passage.speakers:
            found[name] += 2 if document else 1
    return found


def _aliases(
    voices: Sequence[Mapping[str, int]], holders: Sequence[frozenset[str]]
) -> list[frozenset[str]]:
    """The names in sets that stand for one speaker.

    Two articles that give one statement to different names mean one speaker (an office and its
    head), unless both names are those of persons. A bare role ("the minister") that never meets a
    name so joins the speaker whose articles have all of its own.
    """
    homes = _Homes(sorted({name for each in voices for name in each}))
    names = list(homes.of)
    pairs = [(a, b) for n, a in enumerate(names) for b in names[n + 1 :] if same_name(a, b)]
    for spoken in voices:
        own = sorted(spoken)
        pairs += [(a, b) for n, a in enumerate(own) for b in own[n + 1 :] if _may_be_one(a, b)]
    for a, b in pairs:
        homes.join(a, b)
    reach: dict[str, frozenset[str]] = {
        name: frozenset[str]().union(
            *(
                has
                for has, spoken in zip(holders, voices, strict=True)
                if spoken.keys() & homes.of[name]
            )
        )
        for name in names
    }
    for role in (name for name in names if all(map(_is_role, homes.of[name]))):
        named = [
            n for n in names if not all(map(_is_role, homes.of[n])) and reach[role] <= reach[n]
        ]
        if named:
            homes.join(max(named, key=lambda each: len(reach[each])), role)
    return sorted({frozenset(each) for each in homes.of.values()}, key=sorted)


class _Homes:
    """Names and the sets in which they stand together (a disjoint-set structure)."""

    def __init__(self, names: Sequence[str]) -> None:
        self.of = {name: {name} for name in names}

    def join(self, one: str, other: str) -> None:
        """Put two names and all that are joined with them together."""
        if self.of[one] is not self.of[other]:
            self.of[one] |= self.of[other]
            for name in self.of[other]:
                self.of[name] = self.of[one]


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
