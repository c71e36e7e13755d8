"""Sentences about another occasion inside articles of the main event.

Only plain signals count: a sentence that opens with another date ("On 3 May, ...", "Last Friday"),
or with a word that leads back ("Earlier the same day, ..."), and what follows in its paragraph. A
sentence about the act that the openings tell belongs to the main event, whatever day it names: a
story of several days is one event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from summarizer.merge.events.days import occasion_span, opening_day, report_day, usual_day
from summarizer.merge.passages import times
from summarizer.text.dates import DateMention, dates

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from summarizer.merge.events.days import Day
    from summarizer.merge.passages import Passage
    from summarizer.model.article import Article

# The lead is never background, and a date is an opening only within so many characters.
LEAD = 2
_FRONT = 14
# A fact is background if this share of its sentences is.
SHARE = 1 / 3
# A sentence tells the main event if this share of its words, names and times apart, is in the
# openings.
RETOLD = 0.5
_BACK = re.compile(
    r"earlier (?:the same|that|on the same) day,?"
    r"|earlier (?:the same|that|this) (?:week|month|year),?|(?:earlier|previously),"
    r"|in an? (?:recent|earlier|previous) ",
    re.IGNORECASE,
)
# What a sentence says first behind its date if it tells an act: no phrase on the way to one.
_ON_THE_WAY = frozenset(
    {"during", "in", "on", "at", "as", "when", "while", "before", "after", "days", "with", "from"}
    | {"to", "through", "until", "and", "or", "by", "near"}
)
_FEWEST = 3
_SHIFTS = frozenset({"last", "early", "late", "mid", "this", "past", "previous", "since"})
# What may stand between the start of a sentence and a date that leads it.
_LEADING = _SHIFTS | {"on", "in", "by", "at", "of", "the", "but", "and", "then", "yet", "so"}


class Aside(NamedTuple):
    """Another occasion that articles of the main event mention, with the facts about it.

    `when` is the text's word for its time, `day` its ISO day, `act` the sentence that opens it.
    """

    when: str | None
    day: str | None
    act: str
    groups: tuple[int, ...]
    sources: tuple[str, ...]


class Opening(NamedTuple):
    """How a sentence opens another occasion: the words for the time, its day, and the act."""

    when: str | None
    day: str | None
    act: str


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the articles of the main event have: their day, days of reports and opening words."""

    articles: Mapping[str, Article]
    day: Day | None
    reports: Mapping[str, str | None]
    told: frozenset[str]


def background(
    articles: Sequence[Article],
    passages: Sequence[Passage],
    groups: Sequence[tuple[int, ...]],
) -> tuple[Aside, ...]:
    """Occasions in the background of these articles, in order, each with the facts about it."""
    setting = _setting(articles, passages)
    inside = setting.articles
    opened, home = _marked(passages, setting)
    found: dict[int, dict[int, None]] = {}
    for n, group in enumerate(groups):
        openers = [home[m] for m in group if m in home]
        lead = any(passages[m].place < LEAD and passages[m].article in inside for m in group)
        if openers and not lead and len(openers) >= SHARE * len(group):
            found.setdefault(openers[0], {})[n] = None
    return tuple(
        Aside(
            when=opened[opener].when,
            day=opened[opener].day,
            act=opened[opener].act,
            groups=tuple(own),
            sources=tuple(dict.fromkeys(passages[m].article for n in own for m in groups[n])),
        )
        for opener, own in found.items()
    )


def _setting(articles: Sequence[Article], passages: Sequence[Passage]) -> _Setting:
    inside = {article.id: article for article in articles}
    leads = [p.roots - p.names for p in passages if p.place < LEAD and p.article in inside]
    return _Setting(
        articles=inside,
        day=usual_day(opening_day(article) for article in articles),
        reports={article.id: report_day(article) for article in articles},
        told=frozenset[str]().union(*leads) - times(),
    )


def _marked(
    passages: Sequence[Passage], setting: _Setting
) -> tuple[dict[int, Opening], dict[int, int]]:
    """The passages that open another occasion, and for each passage about one its opener.

    Sentences of one known day have the first of them as opener, in whatever article.
    """
    opened: dict[int, Opening] = {}
    home: dict[int, int] = {}
    first: dict[str, int] = {}
    for n, passage in enumerate(passages):
        article = setting.articles.get(passage.article)
        if article is None or passage.place < LEAD:
            continue
        opening = _opening(passage, setting)
        named = None if opening else _named_day(passage, setting)
        if opening:
            opened[n] = opening
            home[n] = first.setdefault(opening.day, n) if opening.day else n
        elif named in first:
            home[n] = first[named]
        elif n - 1 in home and not _new_paragraph(article, passage.place):
            home[n] = home[n - 1]
    return opened, home


def _named_day(passage: Passage, setting: _Setting) -> str | None:
    """The one day that a passage names with its month; None if it names none or several."""
    days = [each for each in dates(passage.text) if each.day is not None]
    span = _span(days[0], passage.article, setting) if len(days) == 1 else None
    return span[0].isoformat() if span and span[0] == span[1] else None


def _new_paragraph(article: Article, place: int) -> bool:
    before, after = article.sentences[place - 1 : place + 1]
    return "\n" in article.text[before.end : after.start]


def _opening(passage: Passage, setting: _Setting) -> Opening | None:
    """How a passage opens another occasion; None if it does not."""
    own = passage.roots - passage.names - times()
    if own and len(own & setting.told) >= RETOLD * len(own):
        return None
    text = passage.text
    back = _BACK.match(text)
    if back:
        return Opening(back.group().rstrip(" ,"), None, text[back.end() :].strip())
    first = next(iter(dates(text[: _FRONT * 3])), None)
    if first is None or first.start > _FRONT or not _before(first, passage.article, setting):
        return None
    return _dated(first, passage, setting)


def _dated(mention: DateMention, passage: Passage, setting: _Setting) -> Opening | None:
    """The opening of a sentence with a date in front; None if no act follows."""
    front = passage.text[: mention.start].strip(" -–—•*").split()
    led = not front or (len(front) < 3 and all(word.casefold() in _LEADING for word in front))
    act = passage.text[mention.end :].lstrip(" ,") if led else passage.text
    words = act.casefold().split()
    if len(words) < _FEWEST or words[0] in _ON_THE_WAY or words[0].endswith("ing"):
        return None
    span = _span(mention, passage.article, setting)
    day = span[0].isoformat() if span and span[0] == span[1] else None
    shift = [word for word in front if word.casefold() in _SHIFTS]
    time = " ".join([*shift, mention.text])
    return Opening(time[0].upper() + time[1:] if led else None, day, act)


def _span(mention: DateMention, article: str, setting: _Setting) -> tuple[date, date] | None:
    return occasion_span(mention, setting.reports[article], setting.reports.values())


def _before(mention: DateMention, article: str, setting: _Setting) -> bool:
    """Whether a date is certainly before the day of the main event."""
    span, own, day = _span(mention, article, setting), setting.reports[article], setting.day
    if mention.shift < 0 and mention.length > 1:
        return True
    if span and day and day.date:
        return span[1] < day.date
    if mention.shift < 0:
        return True
    if span and own:
        exact = (span[1] - span[0]).days < mention.length
        return exact and span[1].isoformat() < own[: len("2031-05")]
    dated = mention.day is not None and mention.month is not None
    same = day is not None and day.date is None and mention.text == day.text
    return not same and (dated or mention.year is not None)
