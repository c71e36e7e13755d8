"""Whose voice an article speaks in: a reporter's or a commentator's, and in which language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.text.lexicon import classes
from summarizer.text.loaded import loaded_kind
from summarizer.text.quotes import fold, quotations
from summarizer.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.model.article import Article

# What a page calls a piece of opinion, in its breadcrumb, title, byline or address.
_LABEL = re.compile(
    r"\b(?:opinion|op-ed|editorial|commentary|columnist|viewpoint|guest essay)s?\b", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?<![\w'])(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our)(?![\w'])")
_HEAD = 600
# In so many sentences a narrator speaks of himself or to the reader; fewer are enough where he asks
# or exclaims in this share of them, but several all the same.
_PERSONAL, _LESS, _LIVELY, _SEVERAL = 0.5, 0.3, 0.07, 3
# Kinds of loaded words that tell what the narrator thinks.
_COLOURS = frozenset({"evaluation", "emotion", "label", "editorial", "booster"})
_TODAY = re.compile(r"\b(?:today|yesterday|tomorrow|tonight)\b", re.IGNORECASE)
# What a paper says of itself that belongs to one side.
_ORGAN = re.compile(
    r"\b(?:is|are) (?:published|produced|issued|printed|broadcast)"
    r" (?:with the support of|on behalf of|by) the (?:\w+ ){0,2}"
    r"(?:government|ministry|party|presidency|army)\b",
    re.IGNORECASE,
)
_LAST = 300


def narrator(text: str) -> str:
    """The text with the words of its quotations blanked; same length."""
    folded = list(fold(text))
    for quotation in quotations(text):
        folded[quotation.start : quotation.end] = " " * (quotation.end - quotation.start)
    return "".join(folded)


def undated(text: str) -> bool:
    """Whether a text counts its days from the one on which it was written ("today")."""
    return _TODAY.search(narrator(text)) is not None


def judging(text: str) -> frozenset[str]:
    """The loaded words of a text outside of its quotations and names, in lower case.

    Of the words for violence only the forms that are listed: the others tell what happened.
    """
    words = enumerate(tokenize(narrator(text)))
    low = {t.lower for n, t in words if not n or not t.text[0].isupper()}
    listed = classes("loaded_words")
    return frozenset(word for word in low if word in listed or loaded_kind(word) in _COLOURS)


def opinionated(article: Article) -> bool:
    """Whether the article is a commentary: what it tells in its own voice is opinion.

    It says so itself above its body, or that a government or party publishes it, or in many
    sentences its narrator speaks of himself or to the reader, or exclaims or asks.
    """
    body = article.sentences[0].start if article.sentences else len(article.text)
    head = " ".join(filter(None, (article.text[:body][-_HEAD:], article.byline, article.url)))
    if _LABEL.search(head) or _ORGAN.search(article.text[-_LAST:]):
        return True
    told = [article.text[each.start : each.end] for each in article.sentences]
    voices = [narrator(each).rstrip() for each in told]
    lively = [voice.endswith(("!", "?")) for voice in voices]
    personal = sum(a or bool(_ADDRESS.search(v)) for a, v in zip(lively, voices, strict=True))
    if personal >= _SEVERAL and sum(lively) > _LIVELY * len(told):
        return personal > _LESS * len(told)
    return personal > _PERSONAL * len(told)


def readable(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles in English, if there are any: one summary is in one language."""
    given = tuple(articles)
    return tuple(article for article in given if article.english) or given
