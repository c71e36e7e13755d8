"""The summary as a document: a draft that passed, with all that a reader has to know of it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from summarizer.model.codec import encode
from summarizer.model.summary import Provenance, Source, Summary, Verification
from summarizer.verify import check, of_draft
from summarizer.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Article
    from summarizer.model.story import Story
    from summarizer.model.summary import Draft
    from summarizer.pipeline.drafts import Assignment, Drafted, Made


def document(
    articles: Sequence[Article], task: Assignment, drafted: Drafted, created: datetime | None
) -> Summary:
    """The summary of these articles; `created` is the time to record (None: now)."""
    story, draft = task.story, drafted.draft
    summary = Summary(
        schema=1,
        headline=draft.headline,
        claims=draft.claims,
        conflicts=draft.conflicts,
        events=story.events,
        origins=story.origins,
        sources=_sources(articles, story, draft),
        withheld=drafted.withheld,
        verification=Verification(verdict="pass", rules=(), findings=()),
        provenance=_provenance(articles, task, drafted.made, created),
    )
    return replace(summary, verification=_verification(summary, task, drafted))


def _verification(summary: Summary, task: Assignment, drafted: Drafted) -> Verification:
    """The verdict on the claims, and on the layout of the whole document by the schema."""
    whole = replace(of_draft(drafted.draft), data=encode(summary))
    layout = check(whole, task.library, select=("SCH",))
    failed = "fail" in (drafted.report.verdict, layout.verdict)
    return Verification(
        verdict="fail" if failed else "pass",
        rules=tuple(rule.id for rule in task.rules),
        findings=drafted.report.findings + layout.findings,
    )


def _sources(articles: Sequence[Article], story: Story, draft: Draft) -> tuple[Source, ...]:
    places = [place for conflict in draft.conflicts for place in conflict.positions]
    cited = {each.source for claim in draft.claims for each in claim.citations}
    cited |= {each.source for place in places for each in place.citations}
    reasons = {each.source: each.reason for each in story.exclusions}
    events = {source: event.id for event in story.events for source in event.sources}
    spare = "says nothing that the cited sources do not say, or did not fit the limits"
    reasons |= {a.id: "holds no article text" for a in articles if not a.sentences}
    if any(article.language == "en" for article in articles):
        foreign = (article for article in articles if not article.english)
        reasons |= {each.id: "in another language than the summary" for each in foreign}
    return tuple(
        Source(
            id=article.id,
            path=article.path,
            url=article.url,
            outlet=article.outlet,
            title=article.title,
            published=article.published,
            language=article.language,
            sha256=article.sha256,
            event=events.get(article.id),
            used=article.id in cited,
            reason=None if article.id in cited else reasons.get(article.id, spare),
        )
        for article in articles
    )


def _provenance(
    articles: Sequence[Article], task: Assignment, made: Made, created: datetime | None
) -> Provenance:
    digest = hashlib.sha256("\n".join(article.sha256 for article in articles).encode())
    moment = created or datetime.now(UTC)
    limits = {
        "max_words": task.limits.max_words,
        "max_sentences": task.limits.max_sentences,
    }
    return Provenance(
        writer=made.writer,
        model=made.model,
        prompt=made.prompt,
        parameters={**limits, **dict(made.parameters)},
        input_sha256=digest.hexdigest(),
        version=VERSION,
        tokens=made.tokens,
        cost=made.cost,
        writing=made.writing,
        created=moment.astimezone(UTC).isoformat(timespec="seconds"),
    )
