"""Small articles and stories about invented events, built by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256

import pytest

from summarizer.model.article import Article, Region, Sentence, Span, Speaker, Statement
from summarizer.model.story import Dispute, Fact, Story
from summarizer.model.summary import Event, Origin
from summarizer.text.sentences import sentences

MakeArticle = Callable[..., Article]
MakeStory = Callable[..., Story]


def _find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def make_article() -> MakeArticle:
    """Builds an article; `said` lists (content, cue, mention, name) of its statements."""

    def build(  # noqa: PLR0913  (each test names the one or two it cares about)
        number: int,
        text: str,
        *,
        said: Sequence[tuple[str, str, str, str | None]] = (),
        outlet: str | None = None,
        title: str | None = None,
        head: str = "",
    ) -> Article:
        whole = head + text
        spans = sentences(whole, len(head))
        statements = []
        for n, (content, cue, mention, name) in enumerate(said, 1):
            speaker = _find(whole, mention)
            statements.append(
                Statement(
                    id=f"s{number}.q{n}",
                    kind="direct",
                    attitude="assertion",
                    content=(_find(whole, content),),
                    cue=_find(whole, cue),
                    speaker=Speaker(start=speaker.start, end=speaker.end, name=name),
                    via=(),
                )
            )
        return Article(
            id=f"s{number}",
            path=f"{number}.txt",
            url=None,
            outlet=outlet,
            title=title,
            published=None,
            dateline=None,
            byline=None,
            language="en",
            agency=None,
            sha256=sha256(whole.encode()).hexdigest(),
            text=whole,
            regions=(Region(start=len(head), end=len(whole), kind="body"),),
            sentences=tuple(
                Sentence(id=f"s{number}.{n}", start=span.start, end=span.end)
                for n, span in enumerate(spans, 1)
            ),
            statements=tuple(statements),
        )

    return build


@pytest.fixture
def make_story() -> MakeStory:
    """Builds a story; sentences listed together in `same` are one fact, the others stand alone."""

    def build(
        *articles: Article,
        same: Sequence[tuple[str, ...]] = (),
        disputes: tuple[Dispute, ...] = (),
    ) -> Story:
        joined = {sentence for group in same for sentence in group}
        alone = [(s.id,) for a in articles for s in a.sentences if s.id not in joined]
        ids = tuple(article.id for article in articles)
        return Story(
            articles=articles,
            events=(Event(id="e1", label="the event", date=None, sources=ids, main=True),),
            origins=tuple(
                Origin(id=f"o{n}", name=each, kind="report", sources=(each,), basis="its text")
                for n, each in enumerate(ids, 1)
            ),
            facts=tuple(
                Fact(id=f"f{n}", sentences=group, origins=("o1",), event="e1")
                for n, group in enumerate([*same, *alone], 1)
            ),
            disputes=disputes,
            revisions=(),
            variants=(),
            duplicates=(),
            exclusions=(),
        )

    return build
