"""What a figure counts: its unit or the noun behind it, and whether two may count the same."""

from __future__ import annotations

import operator
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.number_words import may_count
from summarizer.text.synonyms import families
from summarizer.text.tokens import has_content, stem
from summarizer.verify.kept import kept
from summarizer.verify.slots import contest, keys
from summarizer.verify.values import meets, same_figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.text.numbers import Quantity
    from summarizer.text.tokens import Token
    from summarizer.verify.slots import Contest
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

# Words of content behind a number among which stands what it counts.
_REACH = 6
# Nouns that may stand for any other.
_ANY = frozenset(
    {"others", "other", "ones", "more", "people", "persons", "times", "things", "units"}
)


class Counted(NamedTuple):
    """What a figure counts, in lower case: its unit or noun, and the words that follow."""

    heads: tuple[str, ...]
    phrase: tuple[str, ...]


def alike(
    part: PartView, quantity: Quantity, sentence: SourceSentence, other: Quantity
) -> bool | None:
    """Whether a figure of a claim and one of a source may count the same thing.

    The noun that one of them counts must stand in the other's phrase ("48 pages", "a 48-page
    report"). None where one of them counts nothing by name.
    """
    mine, theirs = counted(part, quantity), _theirs(sentence, other)
    if not mine.heads or not theirs.heads:
        return None
    near = not _near(mine.heads).isdisjoint(_near(theirs.heads))
    return near or _meet(mine.heads, theirs.phrase) or _meet(theirs.heads, mine.phrase)


@kept
def figure_contest(
    part: PartView, quantity: Quantity, barred: tuple[Quantity, ...] = ()
) -> Contest[Quantity]:
    """Where the source has a figure of the claim in the best slot, and where another like it.

    Another is like it if unit and kind agree. Neither may count another thing, and figures like
    those `barred` are no rivals.
    """

    def same(other: Quantity) -> bool:
        return meets(quantity, other) or same_figure(quantity, other)

    def values(sentence: SourceSentence) -> Iterator[Quantity]:
        for other in sentence.quantities:
            like = (quantity.kind, quantity.unit) == (other.kind, other.unit)
            like = same(other) or (like and not any(meets(other, each) for each in barred))
            if like and (quantity.unit or alike(part, quantity, sentence, other) is not False):
                yield other

    return contest(part, quantity, values, same)


@kept
def counted(part: PartView, quantity: Quantity) -> Counted:
    """What a figure of a claim counts."""
    return _counted(part.claim.tokens, quantity)


@kept
def _theirs(sentence: SourceSentence, quantity: Quantity) -> Counted:
    return _counted(sentence.tokens, quantity)


def _counted(tokens: Sequence[Token], quantity: Quantity) -> Counted:
    first = bisect_left(tokens, quantity.start, key=_start)
    behind = bisect_left(tokens, quantity.end, lo=first, key=_start)
    unit = _unit(tokens[behind - 1], quantity) if behind > first else []
    full = [t for t in tokens[behind : behind + 2 * _REACH] if has_content(t.lower)][:_REACH]
    phrase = (*unit, *(token.lower for token in full))
    place = next((n for n, t in enumerate(full) if _last(t) == quantity.thing), None)
    if place is None:
        return Counted(tuple(unit), phrase)
    # "earnings calls": a plural may be an attribute of the noun right behind it
    pair = full[place : place + 2]
    joined = len(pair) > 1 and pair[1].start == pair[0].end + 1
    heads = [*unit, *(token.lower for token in (pair if joined else pair[:1]))]
    return Counted(() if heads[0] in _ANY else tuple(heads), phrase)


def _last(token: Token) -> str:
    """The stem of a word, of the last of its pieces if it has a hyphen ("co-workers")."""
    return stem(token.lower.rpartition("-")[2])


def _unit(token: Token, quantity: Quantity) -> list[str]:
    """The word in the last token of a figure that is no number: "km" in "30km", "page", "years"."""
    rest = token.lower[max(0, quantity.end - token.start) :].strip("-")
    if not rest and quantity.unit:
        rest = token.lower.split("-")[-1].strip("0123456789.,")
    return [rest] if len(rest) > 1 and not may_count(rest) else []


_start = operator.attrgetter("start")


def _meet(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether words of two rows mean the same."""
    return any(not keys(a).isdisjoint(keys(b)) for a in mine for b in theirs)


def _near(heads: Sequence[str]) -> frozenset[int]:
    """The families of words that these belong to."""
    return frozenset[int]().union(*map(families, heads))
