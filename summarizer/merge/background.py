"""Sentences about another occasion inside articles of the main event.

Only plain signals count: a sentence that opens with another date ("On 3 May, ...", "Last Friday"),
or with a word that leads back ("Earlier the same day, ..."), and what follows in its paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.merge.days import opening_day, usual_day
from summarizer.text.dates import DateMention, dates, resolve

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.merge.days import Day
    from summarizer.merge.passages import Passage
    from summarizer.model.article import Article

# The lead is never background, and a date is an opening only within so many characters.
LEAD = 2
_FRONT = 14
# A fact is background if this share of its sentences is.
SHARE = 1 / 3
_BACK = re.compile(
    r"(?:earlier (?:the same|that|this|on the same) (?:day|week|month|year)|earlier,|previously,"
    r"|in an? (?:recent|earlier|previous) )",
    re.IGNORECASE,
)
_LABEL_WORDS = 12


class Aside(NamedTuple):
    """Another occasion that articles of the main event mention: its label and its facts."""

    label: str
    groups: tuple[int, ...]
    sources: tuple[str, ...]


def background(
    articles: Sequence[Article],
    passages: Sequence[Passage],
    groups: Sequence[tuple[int, ...]],
) -> tuple[Aside, ...]:
    """Occasions in the background of these articles, in order, each with the facts about it."""
    by_id = {article.id: article for article in articles}
    day = usual_day(opening_day(article) for article in articles)
    marked = _marked(passages, by_id, day)
    found: dict[int, dict[int, None]] = {}
    for n, group in enumerate(groups):
        openers = [marked[m] for m in group if m in marked]
        lead = any(passages[m].place < LEAD for m in group if passages[m].article in by_id)
        if openers and not lead and len(openers) >= SHARE * len(group):
            found.setdefault(openers[0], {})[n] = None
    return tuple(
        Aside(
            label=_label(passages[opener].text),
            groups=tuple(own),
            sources=tuple(dict.fromkeys(passages[m].article for n in own for m in groups[n])),
        )
        for opener, own in found.items()
    )


def _marked(
    passages: Sequence[Passage], articles: Mapping[str, Article], day: Day | None
) -> dict[int, int]:
    """The passages about another occasion, each with the passage that opens it."""
    found: dict[int, int] = {}
    for n, passage in enumerate(passages):
        article = articles.get(passage.article)
        if article is None or passage.place < LEAD:
            continue
        if _opens_aside(passage, article, day):
            found[n] = n
        elif n - 1 in found and not _new_paragraph(article, passage.place):
            found[n] = found[n - 1]
    return found


def _new_paragraph(article: Article, place: int) -> bool:
    before, after = article.sentences[place - 1 : place + 1]
    return "\n" in article.text[before.end : after.start]


def _opens_aside(passage: Passage, article: Article, day: Day | None) -> bool:
    if _BACK.match(passage.text):
        return True
    first = next(iter(dates(passage.text[: _FRONT * 3])), None)
    return first is not None and first.start <= _FRONT and _before(first, article, day)


def _before(mention: DateMention, article: Article, day: Day | None) -> bool:
    """Whether a date is certainly before the day of the main event."""
    span = resolve(mention, article.published)
    if span and day and day.date:
        return span[1] < day.date
    if span and article.published:
        return (span[1] - span[0]).days < (mention.length or 1) and span[
            1
        ].isoformat() < article.published[:7]
    explicit = mention.day is not None and mention.month is not None
    same = day is not None and day.date is None and mention.text == day.text
    return not same and (mention.shift < 0 or (explicit or mention.year is not None))


def _label(text: str) -> str:
    """The opening words of the sentence that opens an occasion."""
    words = text.split()
    cut = " ".join(words[:_LABEL_WORDS]).rstrip(",;:–—-")
    return cut if len(words) <= _LABEL_WORDS else f"{cut} …"
