"""The clauses of a claim and of the sentences of a source, with the mentions of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.lexicon import classes
from summarizer.verify.align import word_keys
from summarizer.verify.kept import kept
from summarizer.verify.propositions.clauses import Clause, clauses
from summarizer.verify.propositions.groups import (
    Group,
    Link,
    Noun,
    Verb,
    groups,
    is_named,
    is_person,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.text.names import Name
    from summarizer.verify.source import Source, SourceSentence
    from summarizer.verify.view import PartView

_OF = frozenset({"of", "in", "at", "near"})
_TITLES = {"mr": "he", "sir": "he", "lord": "he", "mrs": "she", "ms": "she", "miss": "she"}
# A sentence of more words is a list, a table or an attack.
_LONGEST = 200
# So many sentences before one are searched for what its pronouns stand for.
_BACK = 2


@kept
def sentence_groups(sentence: SourceSentence) -> tuple[Group, ...]:
    """The noun and verb groups of a source sentence, none of one that is no prose."""
    if len(sentence.tokens) > _LONGEST:
        return ()
    return tuple(groups(sentence.text, sentence.tokens, sentence.names, sentence.start))


@kept
def sentence_clauses(sentence: SourceSentence) -> tuple[Clause, ...]:
    """The clauses of a source sentence."""
    return tuple(clauses(sentence_groups(sentence)))


@kept
def part_groups(part: PartView) -> tuple[Group, ...]:
    """The noun and verb groups of a part of a claim, none of one that is no prose."""
    if len(part.tokens) > _LONGEST:
        return ()
    names = [n for n in part.claim.names if part.start <= n.start < part.end]
    return tuple(groups(part.text, part.tokens, names, part.start))


@kept
def part_clauses(part: PartView) -> tuple[Clause, ...]:
    """The clauses of a part of a claim."""
    return tuple(clauses(part_groups(part)))


@kept
def part_nouns(part: PartView) -> tuple[Noun, ...]:
    """The noun groups of a part of a claim."""
    return tuple(group for group in part_groups(part) if isinstance(group, Noun))


@kept
def part_referents(part: PartView) -> tuple[Noun, ...]:
    """Those that a pronoun of the claim may stand for, in order."""
    return _referents(part_groups(part))


@kept
def _sentence_referents(sentence: SourceSentence) -> tuple[Noun, ...]:
    return _referents(sentence_groups(sentence))


def _referents(row: Sequence[Group]) -> tuple[Noun, ...]:
    """The noun groups of a sentence but for places and what is only said of others."""
    found = []
    for place, group in enumerate(row):
        before = row[place - 1] if place else None
        after = row[place + 1] if place + 1 < len(row) else None
        hangs = isinstance(before, Link) and before.token.lower in _OF
        said_of = isinstance(before, Noun) and not (isinstance(after, Verb) and not after.gap)
        if isinstance(group, Noun) and not hangs and not (group.gap and said_of):
            found.append(group)
    return tuple(found)


def nouns_before(sentence: SourceSentence, place: int) -> list[Noun]:
    """The noun groups that a pronoun at a place of a sentence may stand for, the nearest last."""
    found: list[Noun] = []
    rows = sentence.source.sentences
    for number in range(max(0, sentence.number - _BACK), sentence.number):
        # of an earlier sentence, its subject is the likeliest, so it comes last
        found += reversed(_sentence_referents(rows[number]))
    here = [noun for noun in _sentence_referents(sentence) if noun.end <= place]
    return [*found, *reversed(here)]


@kept
def roles(sentence: SourceSentence) -> tuple[tuple[str, str], ...]:
    """Names of a sentence with the keys of the roles that stand beside them."""
    return tuple(_roles(sentence_groups(sentence)))


@kept
def part_roles(part: PartView) -> tuple[tuple[str, str], ...]:
    """The same for a part of a claim."""
    return tuple(_roles(part_groups(part)))


def _is_apposition(noun: Noun) -> bool:
    """Whether a group of common nouns can say what somebody is: "the mayor", "his lawyer"."""
    return not is_named(noun) and not noun.pronoun and is_person(noun)


@kept
def genders(source: Source) -> dict[str, str]:
    """The pronoun of each surname of a source, by titles and first names."""
    return _genders(source.names, source.text)


@kept
def part_genders(part: PartView) -> dict[str, str]:
    """The same for a claim, with what its source tells."""
    return genders(part.source) | _genders(part.claim.names, part.claim.text)


def _genders(names: Iterable[Name], text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    first = classes("first_names")
    for name in names:
        words = name.text.lower().split()
        title = text[max(0, name.start - 5) : name.start].split()[-1:]
        pronoun = _TITLES.get(title[0].lower().rstrip(".")) if title else None
        pronoun = pronoun or (first.get(words[0]) if len(words) > 1 else None)
        if pronoun:
            found[words[-1]] = pronoun
    return found


def _roles(row: Sequence[Group]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for place, group in enumerate(row):
        if not isinstance(group, Noun) or not is_named(group):
            continue
        beside = [t for t in group.tokens if t.end <= group.names[-1].start]
        after = row[place + 1] if place + 1 < len(row) else None
        before = row[place - 1] if place else None
        if isinstance(after, Noun) and after.gap == "comma" and _is_apposition(after):
            beside.append(after.head)
        if isinstance(before, Noun) and group.gap == "comma" and _is_apposition(before):
            beside.append(before.head)
        found += [
            (group.names[-1].text, key)
            for token in beside
            for key in sorted(word_keys(token.lower))
        ]
    return found
