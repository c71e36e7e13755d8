from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import CheckReport, Finding
from summarizer.write.extractive.writer import write
from summarizer.write.repair import repair

if TYPE_CHECKING:
    from summarizer.model.summary import Draft
    from summarizer.write.repair import Judge
    from tests.write.conftest import MakeArticle, MakeStory

FIRST = "A fire destroyed the grain store in Pelm.\n\nThe owner of it was on holiday abroad."
SECOND = "A fire destroyed the grain store in Pelm.\n\nThe brigade of the town sent nine engines."


def _judge_that_refuses(word: str, source: str | None = None) -> Judge:
    """An error on each claim that has the word and, if a source is named, cites it."""

    def judge(draft: Draft) -> CheckReport:
        findings = tuple(
            Finding(
                rule="SUP101",
                name="invented-detail",
                level="error",
                verdict="fabricated",
                message="no source says it",
                claim=index,
                start=0,
                end=len(claim.text),
                evidence=(),
                fix=None,
            )
            for index, claim in enumerate(draft.claims)
            if word in claim.text and (not source or source in {c.source for c in claim.citations})
        )
        return CheckReport(verdict="fail" if findings else "pass", claims=(), findings=findings)

    return judge


def test_a_source_that_breaks_a_claim_is_dropped_from_it(
    make_article: MakeArticle, make_story: MakeStory
) -> None:
    story = make_story(make_article(1, FIRST), make_article(2, SECOND), same=[("s1.1", "s2.1")])
    draft = write(story, max_words=300, max_sentences=9)
    assert [c.source for c in draft.claims[0].citations] == ["s1", "s2"]
    mended, refused, report = repair(draft, story, _judge_that_refuses("destroyed", "s2"))
    assert [c.source for c in mended.claims[0].citations] == ["s1"]
    assert refused == ()
    assert report.verdict == "pass"


def test_a_claim_that_fails_on_its_own_source_is_withheld_and_listed(
    make_article: MakeArticle, make_story: MakeStory
) -> None:
    story = make_story(make_article(1, FIRST), make_article(2, SECOND))
    draft = write(story, max_words=300, max_sentences=9)
    mended, refused, report = repair(draft, story, _judge_that_refuses("holiday"))
    assert [each.text for each in refused] == ["The owner of it was on holiday abroad."]
    assert [each.rule for each in refused[0].findings] == ["SUP101"]
    assert [claim.id for claim in mended.claims] == ["c1", "c2"]
    assert report.verdict == "pass"
    assert all("holiday" not in claim.text for claim in mended.claims)
