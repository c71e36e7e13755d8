"""What a text tells as happening first, and what then.

Words of order ("after", "before", "then", "went on to") split a sentence into two happenings; a
sentence that opens with "Then" or "Before that" follows, or precedes, the one before it. Two
happenings that a claim tells in one order and a source in the other are a reversal.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.lexicon import classes
from summarizer.text.tokens import stem
from summarizer.verify.align import counterpart, word_keys
from summarizer.verify.kept import kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.text.tokens import Token
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

_BEFORE = r"before|prior to|ahead of"
_AFTER = r"(?:only |soon |shortly |immediately )?after|following"
_THEN = r"(?:and|but) (?:only )?then|went on to|(?:and|but) (?:later|afterwards?|subsequently)"
_ORDER = re.compile(
    rf"\b(?:(?P<before>{_BEFORE})|(?P<after>{_AFTER})|(?P<then>{_THEN}))\b", re.IGNORECASE
)
_AND = re.compile(r"\band\b", re.IGNORECASE)
_NEXT = re.compile(
    r"[\s“”\"]*(?:(?:(?:[\w-]{1,12} ){1,3})?later|then|afterwards?|subsequently|"
    r"after (?:that|this)|(?:\w{1,12} )?(?:he|she|they|it|[A-Z][\w’'-]{1,20}) then)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"[\s“”\"]*(?:prior to|before) (?:that|this)\b", re.IGNORECASE)
# What ends a happening: marks, and what opens another clause.
_END = re.compile(r"[,;:–—()]|\s-\s")
_START = re.compile(
    r"[;:–—()]|, (?:but|and|while|who|which|that|though|although)\b|\b(?:that|said|says|told)\b"
)
# Happenings meet by these shares of the weight of the claim's words: both by the least, on average
# by half, and by so much more than in the claim's own order. With these, 7 of 16 planted reversals
# in 21 clusters were met and no right sentence.
_LEAST, _MEAN, _MARGIN = 0.3, 0.5, 0.15
# Where the source has no word of order, only "and", more must meet.
_SURELY = 0.45
_MEASURES = frozenset(
    {"day", "hour", "minute", "week", "month", "year", "moment", "shortly", "soon", "immediately"}
    | {"just", "long", "right", "weekend", "night", "second"}
)
# No sentence tells of more happenings than this; a hostile text may.
_MOST = 8


class Order(NamedTuple):
    """Two happenings by their words of content, the earlier one first; where the word stands."""

    start: int
    end: int
    first: list[Token]
    then: list[Token]


def orders(text: str, tokens: Sequence[Token], offset: int) -> Iterator[Order]:
    """The happenings that words of order put in a row; `tokens` are words of content."""
    for number, match in enumerate(_ORDER.finditer(text)):
        if number == _MOST:
            break
        governed, main = sides(text, tokens, offset, match)
        pair = (governed, main) if match["after"] else (main, governed)
        if all(pair):
            yield Order(offset + match.start(), offset + match.end(), *pair)


def sides(
    text: str, tokens: Sequence[Token], offset: int, match: re.Match[str]
) -> tuple[list[Token], list[Token]]:
    """The words that a linking word governs, and those of the clause that it belongs to.

    Where it opens the sentence ("After the fire, she left"), that clause follows.
    """
    end = _END.search(text, match.end())
    stop = end.start() if end else len(text)
    governed = _between(tokens, offset + match.end(), offset + stop)
    breaks = [each.end() for each in _START.finditer(text, 0, match.start())]
    main = _between(tokens, offset + (breaks[-1] if breaks else 0), offset + match.start())
    if not [token for token in main if not _is_measure(token)] and "then" not in match[0]:
        main = _between(tokens, offset + stop, offset + len(text))
    return governed, main


def _between(tokens: Sequence[Token], start: int, end: int) -> list[Token]:
    return [token for token in tokens if start <= token.start < end]


def _is_measure(token: Token) -> bool:
    """Whether a word only says how long: "two days after"."""
    low = token.lower
    counts = low[0].isdigit() or low in classes("number_words")
    return counts or low.removesuffix("s") in _MEASURES


@kept
def sentence_orders(sentence: SourceSentence) -> tuple[Order, ...]:
    """The happenings of a source sentence, and of it and the one before it, in their order."""
    tokens, text = sentence.content_tokens, sentence.text
    found = list(orders(text, tokens, sentence.start))
    before = sentence.source.sentences[sentence.number - 1] if sentence.number else None
    pair = (before.content_tokens, tokens) if before else None
    if pair and _NEXT.match(text):
        found.append(Order(sentence.start, sentence.end, *pair))
    elif pair and _FIRST.match(text):
        found.append(Order(sentence.start, sentence.end, *reversed(pair)))
    return tuple(found)


def _joined(sentence: SourceSentence) -> Iterator[Order]:
    """Happenings that a source sentence joins by "and" alone, in the order of the text."""
    if _ORDER.search(sentence.text):
        return
    for number, match in enumerate(_AND.finditer(sentence.text)):
        if number == _MOST:
            break
        place = sentence.start + match.start()
        left = _between(sentence.content_tokens, sentence.start, place)
        right = _between(sentence.content_tokens, place, sentence.end)
        if left and right:
            yield Order(place, place, left, right)


def reversals(part: PartView) -> Iterator[tuple[Order, SourceSentence]]:
    """The orders of a part that its source has the other way round, with the sentence."""
    for mine in orders(part.text, part.content, part.start):
        if part.claim.quoted(mine.start):
            continue
        told = [(s, each) for s in part.context for each in sentence_orders(s)]
        if any(_straight(part, mine, each) for _, each in told):
            continue
        weak = [(s, each) for s in part.evidence for each in _joined(s)]
        against = (s for s, each in told if _crossed(part, mine, each, _LEAST))
        joined = (s for s, each in weak if _crossed(part, mine, each, _SURELY))
        sentence = next(against, None) or next(joined, None)
        if sentence:
            yield mine, sentence


def _straight(part: PartView, mine: Order, other: Order) -> bool:
    """Whether a source tells the same order."""
    shares = _share(part, mine.first, other.first), _share(part, mine.then, other.then)
    met = min(shares) >= _LEAST and sum(shares) >= 2 * _MEAN
    return met and not _crossed(part, mine, other, _LEAST)


def _crossed(part: PartView, mine: Order, other: Order, least: float) -> bool:
    """Whether what comes first in the one comes then in the other, and the reverse."""
    first, then = _share(part, mine.first, other.then), _share(part, mine.then, other.first)
    if min(first, then) < least or first + then < 2 * _MEAN:
        return False
    straight = _share(part, mine.first, other.first), _share(part, mine.then, other.then)
    return first >= straight[0] + _MARGIN and then >= straight[1] + _MARGIN


def _share(part: PartView, mine: Sequence[Token], theirs: Sequence[Token]) -> float:
    """The share of the weight of some words of the claim that others have, 0 to 1.

    Names count only beside fewer than two other words: who it happens to is often told but once.
    """
    weights = part.claim.document.weights
    telling = [token for token in mine if not _is_measure(token)]
    named = {t.start for n in part.claim.names for t in telling if n.start <= t.start < n.end}
    plain = [token for token in telling if token.start not in named]
    telling = plain if len(plain) > 1 else telling
    keys = frozenset[str]().union(*(word_keys(token.lower) for token in theirs))
    total = sum(weights.of(stem(token.lower)) for token in telling)
    found = sum(weights.of(stem(t.lower)) for t in telling if counterpart(t, keys))
    return found / total if total else 0.0
