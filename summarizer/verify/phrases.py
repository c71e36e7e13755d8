"""The modifier phrases of a claim, found without a parser.

A summary that invents a detail adds a phrase to a true sentence: a circumstance ("in a floor
speech"), a clause ("that ignored orders to move back", "holding up refunds"), one more thing ("and
radio advertisements") or an attribute ("the unsecured ladder"). Words of closed classes show where
such phrases begin, punctuation and the next such word where they end.
"""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.text.lexicon import classes
from summarizer.text.speech_verbs import is_cue
from summarizer.text.tokens import has_content, has_digit
from summarizer.text.verb_forms import verb_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.text.tokens import Token
    from summarizer.verify.view import ClaimView

Shape = Literal["circumstance", "clause", "attribute", "joined"]

# Prepositions whose phrases add time, place, manner and circumstance. "Of", "to", "as" and "about"
# join what a verb or noun asks for, which paraphrase words anew.
PREPOSITIONS = frozenset(
    {"in", "at", "on", "during", "after", "before", "until", "under", "near", "inside", "outside"}
    | {"through", "amid", "with", "without", "over", "from", "for", "despite", "beside", "behind"}
    | {"by", "into", "onto", "upon", "against", "across", "along", "among", "around", "between"}
    | {"beyond", "within", "throughout", "via", "past", "above", "below", "beneath", "alongside"}
)
_DETERMINERS = frozenset(
    {"a", "an", "the", "his", "her", "its", "their", "this", "these", "those", "some", "no"}
    | {"any", "each", "every", "both", "all", "another"}
)
_RELATIVES = frozenset({"who", "whom", "whose", "which", "where", "that"})
_SUBORDINATORS = frozenset(
    {"after", "before", "while", "when", "as", "because", "since", "until", "once", "although"}
)
_COORDINATORS = frozenset({"and", "but", "or"})
_MODALS = frozenset({"will", "would", "may", "might", "could", "should", "must"})
# Who is told stands between "told" and "that": a name of so many words at most, or a pronoun.
_TOLD = 4
_HEARERS = frozenset({"him", "her", "them", "me", "us", "you", "reporters", "journalists"})
# No sentence has more modifiers than this; a hostile text may.
_MOST = 60


class Phrase(NamedTuple):
    """A stretch of a claim's words, the opening word included, how it is built, and its noun."""

    shape: Shape
    tokens: tuple[Token, ...]
    head: Token | None = None

    @property
    def content(self) -> tuple[Token, ...]:
        """Its words of content, without prepositions."""
        found = (token for token in self.tokens if has_content(token.lower))
        return tuple(token for token in found if token.lower not in PREPOSITIONS)


def phrases(claim: ClaimView) -> Iterator[Phrase]:
    """The modifier phrases of a claim, in order; one may stand in another."""
    tokens, breaks = claim.tokens, _breaks(claim)
    left = _MOST
    for place in range(len(tokens)):
        for shape, end in _opened(tokens, breaks, place, headline=claim.headline):
            if left and any(has_content(token.lower) for token in tokens[place + 1 : end]):
                left -= 1
                yield Phrase(shape, tuple(tokens[place:end]))
        owns = claim.text[tokens[place].end : tokens[place].end + 1] in ("'", "’")
        told = claim.headline and _is_plain_verb(tokens[place].lower)
        if not (owns or told) and _is_attribute(tokens, breaks, place):
            yield Phrase("attribute", (tokens[place],), tokens[place + 1])


def _breaks(claim: ClaimView) -> list[bool]:
    """For each word, whether anything but blanks stands before it; true behind the last one."""
    tokens = claim.tokens
    gaps = (claim.text[a.end : b.start] for a, b in itertools.pairwise(tokens))
    # the mark of a plural's possessive parts nothing: "the workers' pay"
    return [True, *(gap.strip() not in ("", "'", "’") for gap in gaps), True]


def _opened(
    tokens: Sequence[Token], breaks: Sequence[bool], place: int, *, headline: bool
) -> Iterator[tuple[Shape, int]]:
    """The phrases that a word opens, with the places behind their ends.

    The verb of a headline is in the present: "Remarks at mill draw criticism".
    """
    if tokens[place].lower in PREPOSITIONS:
        end = _noun_end(tokens, breaks, place + 1)
        inner = range(place + 2, end) if headline else range(0)
        verb = next((n for n in inner if _is_plain_verb(tokens[n].lower)), end)
        yield "circumstance", verb
    if place and _opens_clause(tokens, breaks, place):
        yield "clause", _clause_end(tokens, breaks, place + 1)
    elif place and tokens[place].lower in _COORDINATORS:
        yield "joined", _noun_end(tokens, breaks, _behind_modal(tokens, place + 1))


def _behind_modal(tokens: Sequence[Token], place: int) -> int:
    """The place behind "would" and the like: "and would meet the lawyers"."""
    return place + (place < len(tokens) and tokens[place].lower in _MODALS)


def _noun_end(tokens: Sequence[Token], breaks: Sequence[bool], place: int) -> int:
    """Where the noun phrase ends that begins here; "of" goes on with it."""
    start = place
    if place < len(tokens) and tokens[place].lower.endswith("ing"):
        return place
    while place < len(tokens) and not breaks[place]:
        word = tokens[place].lower
        inner = place > start and has_content(tokens[place - 1].lower)
        noun = has_content(word) and word not in PREPOSITIONS and not (inner and _is_finite(word))
        if not (noun or word in _DETERMINERS or (inner and word == "of")):
            break
        place += 1
    return place


def _opens_clause(tokens: Sequence[Token], breaks: Sequence[bool], place: int) -> bool:
    """Whether a clause begins here that the sentence could do without."""
    word, before = tokens[place].lower, tokens[place - 1].lower
    if word in _RELATIVES:
        return has_content(before) and not (word == "that" and _tells(tokens, place))
    if word in _COORDINATORS:
        return place + 1 < len(tokens) and is_verbal(tokens[place + 1].lower)
    hangs = word.endswith("ing") and breaks[place] and word != "according"
    return hangs or word in _SUBORDINATORS


def _tells(tokens: Sequence[Token], place: int) -> bool:
    """Whether "that" opens what somebody says: "said that", "told Ann Ode that"."""
    for token in tokens[max(0, place - _TOLD) : place][::-1]:
        if token.text.islower() and token.lower not in _HEARERS:
            return is_cue(token.lower)
    return False


def _clause_end(tokens: Sequence[Token], breaks: Sequence[bool], place: int) -> int:
    """Where a clause ends: at punctuation, or where the next one begins."""
    while not breaks[place]:
        if tokens[place].lower in _RELATIVES or tokens[place].lower in _COORDINATORS:
            break
        place += 1
    return place


def _is_attribute(tokens: Sequence[Token], breaks: Sequence[bool], place: int) -> bool:
    """Whether a word can be an attribute of the next one."""
    word = tokens[place].lower
    if breaks[place + 1] or breaks[place] or not has_content(word) or word.endswith("ing"):
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    joined = before.lower in PREPOSITIONS or (before.text.islower() and is_verbal(before.lower))
    opened = before.lower in _DETERMINERS or (joined and not is_verbal(word))
    noun = has_content(after.lower) and not (is_verbal(after.lower) or has_digit(after.lower))
    return opened and noun


@functools.lru_cache(maxsize=65536)
def is_verbal(word: str) -> bool:
    """Whether a lower-case word looks like a verb."""
    return word.endswith(("ed", "ing")) or word in classes("irregular_forms") or is_cue(word)


def _is_plain_verb(word: str) -> bool:
    """Whether a lower-case word is the plain form of a verb, seldom a noun."""
    form = verb_form(word)
    return form is not None and "plain" in form.forms and form.usual == "mostly"


def _is_finite(word: str) -> bool:
    """Whether a lower-case word behind a noun is more likely its verb than a noun."""
    form = verb_form(word)
    if form is None or not {"s", "past"} & {*form.forms}:
        return False
    return form.usual == "mostly" or ("past" in form.forms and form.usual == "also")
