"""The sentences of a story with what is known about each: the writer's numbered evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.model.summary import Citation
from summarizer.text.places import Places
from summarizer.text.tokens import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.model.article import Article, Sentence, Statement

_CONTEXT = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A body sentence; `position` counts from 0 within its article's body."""

    article: Article
    sentence: Sentence
    position: int
    statements: tuple[Statement, ...]
    stems: tuple[str, ...]

    @property
    def text(self) -> str:
        """The sentence as it stands in the source."""
        return self.article.text[self.sentence.start : self.sentence.end]


def passages(articles: Iterable[Article]) -> dict[str, Passage]:
    """All body sentences of some articles by id, in their order."""
    found = {}
    for article in articles:
        said = Places((each.content, each) for each in article.statements)
        for position, sentence in enumerate(article.sentences):
            found[sentence.id] = Passage(
                article=article,
                sentence=sentence,
                position=position,
                statements=tuple(said.meeting(sentence.start, sentence.end)),
                stems=tuple(content_stems(article.text[sentence.start : sentence.end])),
            )
    return found


def cite(passage: Passage) -> Citation:
    """The citation of a whole sentence."""
    text, start, end = passage.article.text, passage.sentence.start, passage.sentence.end
    return Citation(
        source=passage.article.id,
        sentence=passage.sentence.id,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - _CONTEXT) : start],
        suffix=text[end : end + _CONTEXT],
        link=_link(passage.article.url, text[start:end]),
    )


def _link(url: str | None, exact: str) -> str | None:
    """The page's address with a text fragment (WICG URL Fragment Text Directives)."""
    if not url or not url.startswith(("http://", "https://")):
        return None
    from urllib.parse import quote  # noqa: PLC0415  (most inputs have no address)

    words = exact.split()
    page = url.partition("#")[0]
    # a dash separates the parts of a directive, so it has to be escaped too
    first, last = (quote(" ".join(p), safe="").replace("-", "%2D") for p in (words[:5], words[-5:]))
    return f"{page}#:~:text={first}" + (f",{last}" if len(words) > 10 else "")
