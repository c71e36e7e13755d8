"""Short names of occasions: the day, if it is known, and the act in the source's words."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from summarizer.text.tokens import stopwords, tokenize

if TYPE_CHECKING:
    from summarizer.model.article import Article

# An act of more words is cut: at the end of a clause from FEWEST words on, else behind MOST. A
# comma before a name or a figure may be one of a list.
FEWEST, MOST = 9, 16
_CLAUSE = re.compile(r"(?=[;:–—]\s|,\s[^\W\dA-Z])")
_MONTHS = "January February March April May June July August September October November December"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"


def label(when: str | None, day: str | None, act: str) -> str:
    """A label out of an ISO day, or else the text's own words for the time, and an act."""
    time = spoken(day) if day else when
    return f"{time}: {shortened(act)}" if time else shortened(act)


def spoken(day: str) -> str:
    """An ISO day in words: "Friday 13 October 2023"."""
    found = date.fromisoformat(day)
    weekday, month = _DAYS.split()[found.weekday()], _MONTHS.split()[found.month - 1]
    return f"{weekday} {found.day} {month} {found.year}"


def shortened(act: str) -> str:
    """The first clause of a sentence, or its first words, never ending in a small word."""
    text = " ".join(act.split()).rstrip(" .,;:–—-")
    tokens = tokenize(text)
    if len(tokens) <= MOST:
        return text
    ends = (match.start() for match in _CLAUSE.finditer(text))
    end = next((e for e in ends if tokens[FEWEST].start <= e <= tokens[MOST - 1].end), None)
    if end is not None and text[:end].count("“") == text[:end].count("”"):
        return text[:end].rstrip()
    row = tokens[:MOST]
    while len(row) > FEWEST and row[-1].lower in stopwords():
        row.pop()
    return f"{text[: row[-1].end]} …"


def title(article: Article) -> str:
    """The title of an article, or else its first sentence."""
    if article.title:
        return article.title
    first = next(iter(article.sentences), None)
    return article.quote(first.start, first.end) if first else article.id
