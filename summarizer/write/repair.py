"""What becomes of claims that fail the check: mended, or withheld and listed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.model.findings import CheckReport
from summarizer.model.summary import Draft, Withheld
from summarizer.write.extractive.headline import headlines

if TYPE_CHECKING:
    from summarizer.model.findings import Finding
    from summarizer.model.story import Story
    from summarizer.model.summary import Citation, Claim, Headline

Judge = Callable[[Draft], CheckReport]
HEADLINE = -1


def repair(
    draft: Draft, story: Story, judge: Judge
) -> tuple[Draft, tuple[Withheld, ...], CheckReport]:
    """The draft with every claim mended or taken out, the claims taken out, and its report.

    A claim that fails keeps the citations under which it passes: its own source first, then each
    further one that does not break it. One that fails on its own source is withheld.
    """
    report = judge(draft)
    kept: list[Claim] = []
    refused: list[Withheld] = []
    for index, claim in enumerate(draft.claims):
        found = errors(report, index)
        mended = _mend(claim, draft, judge) if found else claim
        if mended:
            kept.append(replace(mended, id=f"c{len(kept) + 1}"))
        else:
            refused.append(Withheld(text=claim.text, findings=found))
    if tuple(kept) != draft.claims:
        draft = replace(draft, claims=tuple(kept))
        report = judge(draft)
    if errors(report, HEADLINE):
        draft = replace(draft, headline=passing_headline(draft, story, judge))
        report = judge(draft)
    return draft, tuple(refused), report


def errors(report: CheckReport, index: int) -> tuple[Finding, ...]:
    """The errors of a claim (the headline: −1)."""
    return tuple(f for f in report.findings if f.claim == index and f.level == "error")


def _mend(claim: Claim, draft: Draft, judge: Judge) -> Claim | None:
    """The claim with as many of its sources as it passes with; None if its own is not enough."""

    def passes(citations: tuple[Citation, ...]) -> bool:
        alone = replace(draft, claims=(replace(claim, citations=citations),))
        return not errors(judge(alone), 0)

    by_source: dict[str, tuple[Citation, ...]] = {}
    for citation in claim.citations:
        by_source[citation.source] = (*by_source.get(citation.source, ()), citation)
    first, *others = by_source.values()
    if not passes(first):
        return None
    good = first
    for more in others:
        if passes(more):
            good += more
    return replace(claim, citations=good)


def passing_headline(draft: Draft, story: Story, judge: Judge) -> Headline:
    """The first of the possible headlines that passes; else the first claim, which does."""
    for headline in headlines(story):
        report = judge(replace(draft, headline=headline))
        if not errors(report, HEADLINE):
            return headline
    if not draft.claims:
        return draft.headline
    first = draft.claims[0]
    return replace(draft.headline, text=first.text.removesuffix("."), citations=first.citations)
