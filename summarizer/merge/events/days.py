"""Days of occasions, apart from the day of the report: what a text calls them, and their date.

Relative days ("Monday", "yesterday") are resolved against the day of the report where that is
known, from its metadata or a full date in its dateline; else they are left open.
"""

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


def report_day(article: Article) -> str | None:
    """The ISO day of a report: its publication, or else a full date in its dateline."""
    if article.published:
        return article.published[:10]
    for region in article.regions:
        if region.kind == "dateline":
            for mention in dates(article.text[region.start : region.end]):
                span = resolve(mention, None)
                if span and span[0] == span[1]:
                    return span[0].isoformat()
    return None


def occasion_span(
    mention: DateMention, own: str | None, others: Iterable[str | None]
) -> tuple[date, date] | None:
    """The first and the last day that a mention in an article means; None if that is not known.

    `own` is the day of its report. A day and month without a year are those nearest to any report
    of the story, `others` among them: a weekday needs its own.
    """
    named = mention.month is not None
    known = own or (min((each for each in others if each), default=None) if named else None)
    return resolve(mention, known)


def opening_day(article: Article) -> Day | None:
    """The first day named in the first two sentences that is not after the report; None if none is.

    A later day is that of a plan: the occasion is its announcement.
    """
    told = report_day(article)
    for sentence in article.sentences[:OPENING]:
        for mention in dates(article.text[sentence.start : sentence.end]):
            day = _day(mention, told)
            if day and not (told and day.date and day.date.isoformat() > told):
                return day
    return None


def usual_day(days: Iterable[Day | None]) -> Day | None:
    """The day that most of these name; None if two different ones are as frequent.

    A weekday without a date is the day of that weekday which another article dates.
    """
    known = [day for day in days if day]
    dated = {day.weekday: day for day in known if day.date}
    meant = [day if day.date else dated.get(day.weekday, day) for day in known]
    counts = Counter((day.date, day.weekday) for day in meant)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return next(day for day in meant if (day.date, day.weekday) == ranked[0][0])


def _day(mention: DateMention, published: str | None) -> Day | None:
    span = resolve(mention, published)
    exact = span[0] if span and span[0] == span[1] else None
    if exact is None and mention.weekday is None:
        return None
    weekday = exact.weekday() if exact else mention.weekday
    return Day(text=mention.text, weekday=weekday, date=exact)
