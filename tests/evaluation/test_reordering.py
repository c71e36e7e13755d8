"""The opposite order of the articles, with the ids of the sources as the case has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.reordering import reordered
from summarizer.evaluation.suites import place, read_case, suites
from summarizer.pipeline.drafts import Assignment, Limits
from summarizer.pipeline.stories import common_story

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from summarizer.model.article import Article


def test_articles_come_in_the_opposite_order_and_keep_their_names(eval_dir: Path) -> None:
    (suite,) = suites(place(eval_dir))
    case = read_case(suite, "fire")
    given: list[str | None] = []

    def assigned(articles: Sequence[Article]) -> Assignment:
        given.extend(each.path for each in articles)
        return Assignment(common_story(articles), Limits(max_words=300, max_sentences=9))

    claims = reordered(case, assigned)
    assert given == ["2-marlow-sun.txt", "1-quay-post.txt"]
    texts = {article.id: article.text for article in case.articles}
    spans = [span for claim in claims for span in claim.spans]
    assert spans != []
    assert [texts[span.source][span.start : span.end] for span in spans] == [
        span.exact for span in spans
    ]
