"""Sentences that no reporter wrote as part of the story: captions, credits, notices to readers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.text.names import names
from summarizer.text.similarity import roots

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.model.article import Article

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept?(?:ember|\.)"
    r"|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
# A caption gives the weekday, the day and the year of its picture; a report gives one of them.
_CAPTION_DATE = re.compile(rf"\b{_DAY},? {_MONTH},? \d{{1,2}},? \d{{4}}\b")
_CAPTION = re.compile(
    r"\A(?:FILE\b|File (?:photo|picture|image)|In this (?:\w+ ){0,2}(?:photo|picture|image|file)"
    r"|(?:Hide |Show )?[Cc]aption\b|Photos?\b ?(?:by|:|\d)|Image(?: credit)?:|Credit:|Warning:)"
    r"|\b(?:file|handout|undated) (?:photo|picture|image)\b|\bCaption \d+ of \d+\b|\bHide Caption\b"
    r"|\A[^.]{2,60} / (?:Reuters|AP|AFP|EPA|Getty)\b|\((?:AP|AFP|Reuters|Getty)[^)]{0,40}Photo\b"
)
_SEEN = re.compile(
    r"\A[^.,]{3,80}? (?:speaks|talks|walks|stands|sits|poses|looks|holds|waves|leaves|arrives"
    r"|passes|is seen|are seen|is pictured|are pictured|smiles|listens|reacts|gestures)\b"
    rf"[^.]*?\b(?:{_DAY}|{_MONTH}|\d{{4}})"
)
# To the reader of the page, not about the event.
_NOTICE = re.compile(
    r"\A(?:Good (?:morning|day|evening|night)|Hello|Welcome|Dear)\b"
    r"|\b(?:click here|sign up|subscribe|newsletter|cookies|all rights reserved|privacy policy"
    r"|terms of (?:use|service)|download the app|follow us|read more|watch the video|copyright"
    r"|is asked to (?:call|contact)|made automatically|may contain errors"
    r"|automatic(?:ally)? (?:translat\w+|transcri\w+)|translated (?:from|by|with)"
    r"|earlier version of (?:this|the)|minutes? (?:of )?read)\b",
    re.IGNORECASE,
)

# Two reports of one event have more than this share of the shorter one's words in common,
# excerpts of a few sentences too.
_FEW = 0.06


def told_in_prose(text: str) -> bool:
    """Whether a sentence can be one of the report's own."""
    marks = (_CAPTION_DATE, _CAPTION, _SEEN, _NOTICE)
    return not any(mark.search(text) for mark in marks)


def strangers(articles: Iterable[Article]) -> frozenset[str]:
    """The articles that share no name and few words with any other: a page about itself.

    A notice of an archive or of a rating site names only itself. None, if it would be all.
    """
    given = tuple(each for each in articles if each.sentences)
    told = {each.id: _vocabulary(each) for each in given}
    alone = frozenset(
        each.id
        for each in given
        if all(_strange(told[each.id], told[other.id]) for other in given if other is not each)
    )
    return frozenset() if len(alone) == len(given) else alone


def _vocabulary(article: Article) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the names and the roots of all words of an article's body."""
    bodies = [article.text[s.start : s.end] for s in article.sentences]
    found = (word.lower() for text in bodies for name in names(text) for word in name.text.split())
    return frozenset(found), frozenset().union(*map(roots, bodies))


def _strange(
    one: tuple[frozenset[str], frozenset[str]], other: tuple[frozenset[str], frozenset[str]]
) -> bool:
    least = min(len(one[1]), len(other[1]))
    return not one[0] & other[0] and len(one[1] & other[1]) < _FEW * least
