"""What a writer without a model tells when the articles come in the opposite order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.evaluation.suites import ARTICLES
from summarizer.evaluation.telling import told_claims
from summarizer.pipeline.drafts import extracted
from summarizer.read import read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import ToldClaim
    from summarizer.model.article import Article
    from summarizer.pipeline.drafts import Assignment


def reordered(
    case: Case, assigned: Callable[[Sequence[Article]], Assignment]
) -> tuple[ToldClaim, ...]:
    """The claims, with the ids that the sources have in the order of the case."""
    files = [case.folder / ARTICLES / str(article.path) for article in reversed(case.articles)]
    articles = read(files)
    own = {
        turned.id: article.id
        for turned, article in zip(articles, reversed(case.articles), strict=True)
    }
    claims = told_claims(extracted(assigned(articles)).draft.claims)
    return tuple(_renamed(claim, own) for claim in claims)


def _renamed(claim: ToldClaim, own: dict[str, str]) -> ToldClaim:
    return replace(
        claim,
        sources=tuple(own[each] for each in claim.sources),
        spans=tuple(replace(span, source=own[span.source]) for span in claim.spans),
    )
