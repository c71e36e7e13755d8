"""Whose voice an article speaks in: a reporter's or a commentator's, and in which language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.text.lexicon import classes
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
_SHARE = 0.5


def narrator(text: str) -> str:
    """The text with the words of its quotations blanked; same length."""
    folded = list(fold(text))
    for quotation in quotations(text):
        folded[quotation.start : quotation.end] = " " * (quotation.end - quotation.start)
    return "".join(folded)


def judging(text: str) -> frozenset[str]:
    """The loaded words of a text outside of its quotations, in lower case."""
    return frozenset(classes("loaded_words").keys() & {t.lower for t in tokenize(narrator(text))})


def opinionated(article: Article) -> bool:
    """Whether the article is a commentary: what it tells in its own voice is opinion.

    It says so itself above its body, or in most sentences its narrator speaks of himself
    or to the reader, or exclaims or asks.
    """
    body = article.sentences[0].start if article.sentences else len(article.text)
    head = " ".join(filter(None, (article.text[:body][-_HEAD:], article.byline, article.url)))
    if _LABEL.search(head):
        return True
    personal = 0
    for sentence in article.sentences:
        told = narrator(article.text[sentence.start : sentence.end]).rstrip()
        personal += bool(_ADDRESS.search(told)) or told.endswith(("!", "?"))
    return personal > _SHARE * len(article.sentences)


def readable(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles in English, if there are any: one summary is in one language."""
    given = tuple(articles)
    return tuple(article for article in given if article.english) or given
