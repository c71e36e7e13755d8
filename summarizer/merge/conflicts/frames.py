"""Figures, days and places with the words around them, so that two articles can be compared.

Two frames are about the same thing if what they count, or the word they hang on ("published
Sunday", "the rally in Harsk"), is the same and enough of the other words around them is. The
values themselves are left out of the comparison.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.merge.conflicts.tolls import LONGEST, shown
from summarizer.text.dates import DateMention, dates, resolve
from summarizer.text.lexicon import classes
from summarizer.text.names import names
from summarizer.text.numbers import quantities
from summarizer.text.similarity import root
from summarizer.text.speech_verbs import lemma
from summarizer.text.tokens import stem, stopwords, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.merge.passages import Passage
    from summarizer.model.article import Article
    from summarizer.model.summary import Slot
    from summarizer.text.numbers import Quantity
    from summarizer.text.tokens import Token

# How many words that carry content are looked at on either side of a value.
_FIGURE_REACH, _SETTING_REACH = 7, 5
_PLACED = re.compile(r"\b(?:in|at|near|outside) (?:the )?[A-Z]")
# What is set at a figure has one value at a time, however little else two sentences share.
_FIXED = re.compile(
    r"(?:\b(?P<subject>[^\W\d_]{2,20}) (?:was|were|is|are|has been|had been|been) (?:re)?set"
    r"|\b(?:re)?sets? (?:the |an? |her |his |their |its )?(?P<object>[^\W\d_]{2,20}))"
    r" at (?:(?:about|around|some|only|just) )?[$£€]?\Z"
)
_FIXED_REACH = 70
_COUNTABLE = frozenset({"count", "money", "percent", "measure"})
_IN = frozenset({"in", "at", "near", "outside"})
_TIMELY = frozenset({"on", "late", "early", "the", "in", "of", "since", "until", "before", "after"})

# Verbs whose day is that of a talk with the press, not of what is told.
_TOLD = frozenset({"say", "tell", "add"})

Key = tuple[str, ...]


class Frame(NamedTuple):
    """A value in a sentence, at `start` to `end` of its text.

    `key` is what another frame must have in common to be about the same thing, `value` what is
    compared, `words` how the text puts it, `near` the roots around it. `exact` is set where the
    key alone says what is meant ("a 48-page indictment").
    """

    slot: Slot
    key: Key
    value: Quantity | tuple[int, ...] | str
    words: str
    near: frozenset[str]
    exact: bool
    passage: Passage
    start: int
    end: int


def figures(passage: Passage) -> Iterator[Frame]:
    """The figures of a sentence whose unit or counted thing is known."""
    text = passage.text
    every = quantities(text) if len(text) <= LONGEST else []
    tokens = tokenize(text) if every else []
    for n, quantity in enumerate(every):
        counted, compound = quantity.unit or quantity.thing or "", _compound(text, quantity)
        if quantity.kind not in _COUNTABLE or not counted or quantity.value <= 1:
            continue
        left = every[n - 1].end if n else 0
        right = every[n + 1].start if n + 1 < len(every) else len(text)
        near = _around(tokens, quantity.start, quantity.end, (left, right), _FIGURE_REACH)
        frame = Frame(
            slot="figure",
            key=(quantity.kind, *(compound or (counted,))),
            value=quantity,
            words=text[quantity.start :].split()[0] if compound else shown(text, quantity),
            near=near - {root(counted)},
            exact=bool(compound),
            passage=passage,
            start=quantity.start,
            end=quantity.end,
        )
        yield frame
        if fixed := _fixed(text, quantity.start):
            yield frame._replace(key=(quantity.kind, counted, fixed), exact=True)


def days(passage: Passage, article: Article) -> Iterator[Frame]:
    """The days of a sentence, each with the word it hangs on, those of statements left out."""
    text = passage.text
    every = dates(text) if len(text) <= LONGEST else []
    tokens = tokenize(text) if every else []
    for mention in every:
        value = _day(mention, article.published)
        anchor = _anchor(tokens, mention.start)
        if value and anchor and lemma(anchor) not in _TOLD and stem(anchor) not in _calendar():
            yield Frame(
                slot="date",
                key=(f"{len(value)}", root(stem(anchor))),
                value=value,
                words=mention.text,
                near=_around(tokens, mention.start, mention.end, (0, len(text)), _SETTING_REACH),
                exact=False,
                passage=passage,
                start=mention.start,
                end=mention.end,
            )


def places(passage: Passage) -> Iterator[Frame]:
    """Places of things and acts: "the rally in Harsk"."""
    text = passage.text
    if len(text) > LONGEST or not _PLACED.search(text):
        return
    tokens = tokenize(text)
    named = {name.start: name for name in names(text)}
    for n, token in enumerate(tokens):
        if token.lower not in _IN:
            continue
        behind = next((each for each in tokens[n + 1 : n + 3] if each.lower != "the"), token)
        name, anchor = named.get(behind.start), _anchor(tokens, token.start)
        if name is None or anchor is None or lemma(anchor) in _TOLD:
            continue
        around = _around(tokens, token.start, name.end, (0, len(text)), _SETTING_REACH)
        yield Frame(
            slot="place",
            key=(root(stem(anchor)),),
            value=name.text,
            words=name.text,
            near=around,
            exact=False,
            passage=passage,
            start=name.start,
            end=name.end,
        )


def _around(
    tokens: Sequence[Token], start: int, end: int, bounds: tuple[int, int], reach: int
) -> frozenset[str]:
    """The roots of the nearest words with content on both sides of a value, within bounds."""
    left = [each for each in tokens if bounds[0] <= each.start and each.end <= start]
    right = [each for each in tokens if end <= each.start and each.end <= bounds[1]]
    words = [*_content(left)[-reach:], *_content(right)[:reach]]
    return frozenset(root(stem(word)) for word in words)


def _content(tokens: Sequence[Token]) -> list[str]:
    stop = stopwords()
    return [
        each.lower
        for each in tokens
        if each.lower not in stop and len(each.lower) > 1 and not each.lower[0].isdigit()
    ]


def _compound(text: str, quantity: Quantity) -> tuple[str, ...]:
    """The words that a number makes a compound with: page, indictment in "48-page indictment"."""
    if quantity.kind != "count" or text[quantity.end : quantity.end + 1] != "-":
        return ()
    words = tokenize(text[quantity.end + 1 : quantity.end + 60])[:2]
    return tuple(stem(word.lower) for word in words) if len(words) == 2 else ()


def _fixed(text: str, start: int) -> str | None:
    """The root of what is set at a figure: bail in "set bail at" and "bail was set at"."""
    match = _FIXED.search(text, max(0, start - _FIXED_REACH), start)
    noun = (match["object"] or match["subject"]).lower() if match else ""
    plain = len(noun) > 1 and noun not in stopwords() and noun not in _TIMELY
    return root(stem(noun)) if plain else None


def _anchor(tokens: Sequence[Token], start: int) -> str | None:
    """The word that a day or place hangs on: the nearest one before it that is not about time."""
    for each in reversed([token for token in tokens if token.end <= start][-4:]):
        if each.lower in _TIMELY:
            continue
        plain = each.lower not in stopwords() and each.lower.isalpha()
        return each.lower if plain and each.text.islower() else None
    return None


def _day(mention: DateMention, published: str | None) -> tuple[int, ...] | None:
    """A day as year, month and day, or as its weekday; None if neither is known."""
    span = resolve(mention, published)
    if span and span[0] == span[1]:
        return (span[0].year, span[0].month, span[0].day)
    return None if mention.weekday is None else (mention.weekday,)


@functools.cache
def _calendar() -> frozenset[str]:
    return frozenset(stem(word) for word in classes("calendar"))
