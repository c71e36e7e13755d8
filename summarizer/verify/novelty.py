"""What a claim adds to its sources: words without a counterpart, grouped to modifier phrases.

Paraphrase brings new verbs and linking nouns; an invented detail comes as a modifier. So words
are new only in two shapes: a prepositional phrase with nothing known in it ("in a floor speech"),
and an attribute before a known noun ("the unsecured ladder").
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.lexicon import words
from summarizer.text.tokens import stopwords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.text.tokens import Token
    from summarizer.verify.source import Source
    from summarizer.verify.view import ClaimView

# Prepositions whose phrases add time, place, manner and circumstance. "Of", "to", "by", "as" and
# "about" join what a verb or noun asks for, which paraphrase words anew.
_PREPOSITIONS = frozenset(
    {"in", "at", "on", "during", "after", "before", "until", "under", "near", "inside", "outside"}
    | {"through", "amid", "with", "without", "over", "from", "for", "despite", "beside", "behind"}
)
_DETERMINERS = frozenset(
    {"a", "an", "the", "his", "her", "its", "their", "this", "these", "those", "some"}
)


class Addition(NamedTuple):
    """New words of one phrase: the stretch and how it is built."""

    start: int
    end: int
    shape: str


def additions(claim: ClaimView) -> Iterator[Addition]:
    """New modifier phrases of a claim, outside of quotations, names, numbers and dates."""
    tokens = claim.tokens
    new = [_is_new(token.lower, claim.sources) for token in tokens]
    for span in _given(claim) if any(new) else ():
        new = [
            fresh and not span[0] <= token.start < span[1]
            for fresh, token in zip(new, tokens, strict=True)
        ]
    place = 0
    while place < len(tokens):
        if not new[place]:
            place += 1
            continue
        end = place
        while end < len(tokens) and new[end] and not _breaks(claim, tokens, end, place):
            end += 1
        shape = _shape(claim, place, end)
        if shape:
            yield Addition(tokens[place].start, tokens[end - 1].end, shape)
        place = end


def _is_new(word: str, sources: Sequence[Source]) -> bool:
    """Whether a word carries content that the sources do not have."""
    return _may_be_new(word) and not any(source.has(word) for source in sources)


@functools.lru_cache(maxsize=65536)
def _may_be_new(word: str) -> bool:
    """Whether a word is of the kind that adds something.

    Loaded words are for the rules of neutrality; a relation may be told from the other side.
    """
    plain = len(word) < 3 or word in stopwords() or word in words("generic_words")
    return not (plain or word in words("loaded_words") or word in words("kin_nouns"))


def _given(claim: ClaimView) -> list[tuple[int, int]]:
    """Stretches that other rules judge: quotations, names, numbers and dates."""
    return [
        *((q.outer_start, q.outer_end) for q in claim.quotations),
        *((name.start, name.end) for name in claim.names),
        *((quantity.start, quantity.end) for quantity in claim.quantities),
        *((mention.start, mention.end) for mention in claim.dates),
    ]


def _breaks(claim: ClaimView, tokens: list[Token], here: int, first: int) -> bool:
    """Whether punctuation stands between a word and the one before it in the run."""
    between = claim.text[tokens[here - 1].end : tokens[here].start] if here > first else ""
    return any(mark in between for mark in ",;:()")


def _shape(claim: ClaimView, first: int, end: int) -> str | None:
    """How a run of new words hangs in the sentence, None if it may be paraphrase."""
    tokens = claim.tokens
    before = first - 1
    determined = before >= 0 and tokens[before].lower in _DETERMINERS
    if determined:
        before -= 1
    joined = claim.text[tokens[before].end : tokens[first].start] if before >= 0 else ","
    headed = before >= 0 and tokens[before].lower in _PREPOSITIONS and "," not in joined
    after = tokens[end].lower if end < len(tokens) else ""
    follows = after != "" and claim.text[tokens[end - 1].end : tokens[end].start] == " "
    closes = not follows or after in stopwords()
    if headed and closes and not tokens[end - 1].lower.endswith("ing"):
        return "phrase"
    participle = tokens[first].lower.endswith(("ing", "s"))
    if (determined or headed) and not closes and end - first == 1 and not participle:
        return "attribute"
    return None
