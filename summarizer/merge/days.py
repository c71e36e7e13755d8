"""The day that an article's opening tells of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.dates import DateMention, dates, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from summarizer.model.article import Article

OPENING = 2


class Day(NamedTuple):
    """A day as the text calls it, its weekday (Monday 0) if named, and its date if known."""

    text: str
    weekday: int | None
    date: date | None

    def differs(self, other: Day) -> bool:
        """Whether the two are certainly not the same day."""
        if self.date and other.date:
            return self.date != other.date
        return None not in (self.weekday, other.weekday) and self.weekday != other.weekday


def opening_day(article: Article) -> Day | None:
    """The first day named in the title or the first two sentences; None if none is."""
    spans = [(each.start, each.end) for each in article.sentences[:OPENING]]
    texts = [article.text[start:end] for start, end in spans]
    for text in texts:
        for mention in dates(text):
            day = _day(mention, article.published)
            if day:
                return day
    return None


def usual_day(days: Iterable[Day | None]) -> Day | None:
    """The day that most of these name; None if two different ones are as frequent."""
    known = [day for day in days if day]
    counts = Counter((day.date, day.weekday) for day in known)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return next(day for day in known if (day.date, day.weekday) == ranked[0][0])


def _day(mention: DateMention, published: str | None) -> Day | None:
    span = resolve(mention, published)
    exact = span[0] if span and span[0] == span[1] else None
    if exact is None and mention.weekday is None:
        return None
    weekday = exact.weekday() if exact else mention.weekday
    return Day(text=mention.text, weekday=weekday, date=exact)
