"""The sentences of a story as they are compared: roots, quotations and speakers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.text.quotes import quotations
from summarizer.text.similarity import roots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Article, Sentence, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A body sentence of an article.

    `place` is its number in the article from 0, `quoted` holds the roots of each quotation in it,
    `statements` are the statements whose content stands in it, wholly or in part.
    """

    id: str
    article: str
    place: int
    text: str
    roots: frozenset[str]
    quoted: tuple[frozenset[str], ...]
    statements: tuple[Statement, ...]

    @property
    def speakers(self) -> tuple[str, ...]:
        """Resolved names of those who speak in it, in order of appearance."""
        named = (each.speaker.name for each in self.statements if each.speaker)
        return tuple(dict.fromkeys(name for name in named if name))


def passages(articles: Sequence[Article]) -> list[Passage]:
    """All body sentences, article by article."""
    return [
        _passage(article, sentence, place)
        for article in articles
        for place, sentence in enumerate(article.sentences)
    ]


def _passage(article: Article, sentence: Sentence, place: int) -> Passage:
    text = article.text[sentence.start : sentence.end]
    return Passage(
        id=sentence.id,
        article=article.id,
        place=place,
        text=text,
        roots=roots(text),
        quoted=tuple(roots(text[each.start : each.end]) for each in quotations(text)),
        statements=tuple(each for each in article.statements if _stands_in(each, sentence)),
    )


def _stands_in(statement: Statement, sentence: Sentence) -> bool:
    return any(
        span.start < sentence.end and span.end > sentence.start for span in statement.content
    )
