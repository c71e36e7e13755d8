"""What is out of date: values that the same story gives later ones for, articles that know less."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from summarizer.text.lexicon import classes
from summarizer.text.numbers import quantities
from summarizer.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from summarizer.model.article import Article
    from summarizer.model.story import Dispute, Reading, Story

# Values given further apart than this are a development: an earlier count beside a later one.
_DAYS = 1
# An article's own count of victims stands in its first so many sentences.
_EARLY = 6
# So many characters may stand between a number and what happened to those it counts.
_NEAR = 24
_CORRECTED = re.compile(
    r"\b(?:correct|revis|instead of|rather than|fewer|at first|earlier)", re.IGNORECASE
)
# What a sentence is worth for each day that its article is older than the newest one, and at least.
_A_DAY, _LEAST = 0.95, 0.7


def current(dispute: Dispute) -> tuple[Reading, ...]:
    """The readings of a dispute that were given about when the last one was."""
    return tuple(each for each in dispute.readings if not _overtaken(each, dispute.readings))


def outdated(story: Story) -> frozenset[str]:
    """The ids of the sentences that give a value which a later one has taken the place of."""
    earlier = [reading for each in story.revisions for reading in each.readings[:-1]]
    earlier += [
        reading
        for each in story.disputes
        for reading in each.readings
        if _overtaken(reading, each.readings)
    ]
    given = frozenset(sentence for reading in earlier for sentence in reading.sentences)
    return given.union(_earlier_tolls(story.articles))


def freshness(articles: Iterable[Article]) -> Mapping[str, float]:
    """For each dated article a factor that falls with the days by which others are newer."""
    dated = {each.id: _day(each.published) for each in articles}
    known = [day for day in dated.values() if day]
    return {
        name: max(_LEAST, _A_DAY ** (max(known) - day).days) for name, day in dated.items() if day
    }


def _earlier_tolls(articles: Iterable[Article]) -> Iterator[str]:
    """The sentences that count victims otherwise than the newest article that counts them.

    What says itself that a number was corrected is no earlier one.
    """
    known = [each for each in articles if _day(each.published)]
    newest: dict[str, tuple[str, set[float]]] = {}
    for article in sorted(known, key=lambda each: (_day(each.published) or date.min, each.id)):
        day = str(_day(article.published))
        for sentence in article.sentences[:_EARLY]:
            for slot, value in _tolls(article.quote(sentence.start, sentence.end)):
                before = newest.get(slot)
                values = before[1] if before and before[0] == day else set()
                newest[slot] = (day, values | {value})
    for article in known:
        day = str(_day(article.published))
        for sentence in article.sentences:
            text = article.quote(sentence.start, sentence.end)
            given = [each for each in _tolls(text) if newest.get(each[0], (day,))[0] > day]
            wrong = any(value not in newest[slot][1] for slot, value in given)
            if wrong and not _CORRECTED.search(text):
                yield sentence.id


def _tolls(text: str) -> set[tuple[str, float]]:
    """What happened to how many people, where the number stands close to what happened."""
    known = classes("tolls")
    happened = [each for each in tokenize(text) if each.lower in known]
    counts = [each for each in quantities(text) if each.kind == "count"] if happened else []
    return {
        (known[token.lower], count.value)
        for token in happened
        for count in counts
        if -_NEAR < token.start - count.end < _NEAR or 0 < count.start - token.end < _NEAR
    }


def _overtaken(reading: Reading, others: Iterable[Reading]) -> bool:
    given = _day(reading.as_of)
    days = [_day(each.as_of) for each in others]
    return given is not None and any(day and (day - given).days > _DAYS for day in days)


def _day(stamp: str | None) -> date | None:
    """The day of an ISO 8601 date or time."""
    try:
        return date.fromisoformat(stamp[:10]) if stamp else None
    except ValueError:
        return None
