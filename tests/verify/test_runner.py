"""The engine stamps identity and place on what rules yield."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from summarizer.verify import check, parse
from summarizer.verify.pairs import plain_article, plain_story

if TYPE_CHECKING:
    from summarizer.model.findings import Finding

STORY = plain_story(
    [
        plain_article(1, "Fire\n\nThe fire in Arden hurt twelve people, Ann Ode said."),
        plain_article(2, "Fire\n\nSmoke closed the harbour of Arden. Tom Reyes led the crew."),
    ]
)
SENTENCES = (
    "The fire in Arden hurt 14 people, Ann Ode said. [1]",
    "Smoke closed the harbour of Arden. [2]",
    'Ann Ode said: "All is lost in this town." [1]',
    "Tom Reyes led the crew.",
    "Tom Reyes led the crew. [7]",
)
GERMAN = "Feuer\n\nDas Feuer in Arden verletzte zwölf Menschen, sagte Ann Ode."


def findings(summary: str) -> tuple[Finding, ...]:
    return check(parse(summary), STORY).findings


def test_places_are_offsets_into_the_summary_as_given() -> None:
    summary = "\n\n".join(SENTENCES)
    places = {f.rule: summary[f.start : f.end] for f in findings(summary)}
    assert places["NUM101"] == "14"
    assert places["QUO101"] == "All is lost in this town."
    assert places["CIT101"] == SENTENCES[3]
    assert places["CIT102"] == "[7]"


def test_verdict_and_claims() -> None:
    report = check(parse("\n\n".join(SENTENCES)), STORY)
    assert report.verdict == "fail"
    assert [c.verdict for c in report.claims] == [
        "unsupported",
        "supported",
        "unsupported",
        "unsupported",
        "unsupported",
    ]
    assert [c.sources for c in report.claims] == [("s1",), ("s2",), ("s1",), (), ()]
    assert all(0 <= c.score <= 1 for c in report.claims)


def test_evidence_is_exact() -> None:
    texts = {article.id: article.text for article in STORY.articles}
    for finding in findings("\n\n".join(SENTENCES)):
        for each in finding.evidence:
            assert texts[each.source][each.start : each.end] == each.exact


@given(st.permutations(SENTENCES))
def test_order_of_claims_does_not_change_findings(order: list[str]) -> None:
    def told(sentences: tuple[str, ...] | list[str]) -> list[tuple[str, str, str]]:
        summary = "\n\n".join(sentences)
        return sorted((f.rule, f.message, summary[f.start : f.end]) for f in findings(summary))

    assert told(order) == told(SENTENCES)


def test_same_fault_in_two_sources_is_one_finding() -> None:
    found = findings('Ann Ode said: "All is lost in this town." [1][2]')
    assert len([f for f in found if f.rule == "QUO101"]) == 1


def test_rules_that_read_english_leave_other_languages_alone() -> None:
    story = plain_story([replace(plain_article(1, GERMAN), language="de")])
    summary = 'The mayor was shamefully late. [1]\n\nAnn Ode said: "Alles ist verloren." [1]\n'
    report = check(parse(summary), story)
    assert {f.rule for f in report.findings if f.level == "error"} == {"QUO101"}
    assert [claim.verdict for claim in report.claims] == ["uncheckable", "unsupported"]


def test_name_of_another_cited_source_asks_for_markers_apart() -> None:
    texts = ("The mayor of Arden spoke on Monday.", "The mayor, Ann Ode, spoke on Monday.")
    story = plain_story([plain_article(n, text) for n, text in enumerate(texts, 1)])
    report = check(parse("Ann Ode, the mayor of Arden, spoke on Monday. [1][2]\n"), story)
    assert {f.fix.message for f in report.findings if f.fix and f.rule == "ENT101"} == {
        "put the marker of s1 right behind the words that s1 has, or leave the name out",
        "put the marker of s2 right behind the words that s2 has, or leave the name out",
    }
