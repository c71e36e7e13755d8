from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from summarizer.render import reading, text
from summarizer.render.layout import Layout
from summarizer.render.report import report as plain_report
from summarizer.render.report import verdict

if TYPE_CHECKING:
    from summarizer.model.article import Article
    from summarizer.model.findings import CheckReport
    from summarizer.model.story import Inspection
    from summarizer.model.summary import Summary


def test_a_summary_for_a_terminal(summary: Summary) -> None:
    assert text.summary(summary).splitlines() == [
        "Mill burns down",
        "",
        " 1. A mill burned down in Orvel. [1][2]",
        "",
        " 2. “It was dry,” said Ada Brem. [1]",
        "",
        "Sources",
        " [1] Orvel Echo, “Mill burns in Orvel”, 2025-05-02",
        "     1.txt, https://orvel.example/mill",
        "     carries 1, 2",
        " [2] “Fire at the mill”, 2025-05-02",
        "     2.txt",
        "     carries 1",
        "",
        "Where the sources differ",
        "  - horses hurt: two [2]; none [1]",
        "",
        "Same origin",
        "  - [1][2] carry one origin, Brem Mills (press statement): b",
        "",
        "Other events",
        "  - the fair [2]",
        "",
        "Withheld, because the check failed",
        "  - Three horses were hurt. — NUM101 no source has 3",
        "",
        "Made by summarizer 0.1.0, extractive writer; check: pass, 1 rule, 0 findings.",
    ]


def test_lines_fit_the_width(summary: Summary) -> None:
    assert max(map(len, text.summary(summary, Layout(width=40)).splitlines())) <= 40


def test_colour_only_where_it_is_understood(summary: Summary) -> None:
    assert "\x1b" not in text.summary(summary)
    assert text.summary(summary, Layout(colour=True)).startswith("\x1b[1mMill burns down\x1b[0m")


def test_terminal_codes_of_a_source_are_shown_not_obeyed(summary: Summary) -> None:
    claim = dataclasses.replace(summary.claims[0], text="A\x1b]0;evil\x07 mill\u202e burned.")
    printed = text.summary(dataclasses.replace(summary, claims=(claim,)))
    assert "A␛]0;evil␇ mill\ufffd burned." in printed


def test_a_report_shows_claim_rule_evidence_and_fix(
    report: CheckReport, articles: tuple[Article, ...]
) -> None:
    assert plain_report(report, articles).splitlines() == [
        "Claim 2: Three hurt.",
        "  NUM101 error: no source has 3",
        "    (invented-number, value wrong)",
        "    > [2] “Fire at the mill”, 2025-05-02, 47–69: “Two horses were hurt.”",
        "    fix: write the source's number",
        "    write: Two",
        "",
        "fail: 2 claims, 1 error",
    ]


def test_a_report_without_findings_says_so(report: CheckReport) -> None:
    assert verdict(dataclasses.replace(report, verdict="pass", findings=())) == (
        "pass: 2 claims, no findings"
    )


def test_a_finding_of_the_whole_summary_has_its_own_heading(
    report: CheckReport, articles: tuple[Article, ...]
) -> None:
    whole = dataclasses.replace(report.findings[0], claim=None)
    printed = plain_report(dataclasses.replace(report, findings=(whole,)), articles)
    assert printed.startswith("The whole summary\n  NUM101 error")


def test_a_reading_says_what_each_line_is_and_who_said_what(inspection: Inspection) -> None:
    lines = reading.inspection(inspection).splitlines()
    assert lines[:3] == [
        "[1] Mill burns in Orvel",
        "    outlet Orvel Echo · date 2025-05-02 · not told: byline · language en · 1.txt",
        "    · https://orvel.example/mill",
    ]
    assert "    boilerplate Share this (the words “share this”)" in lines
    at = lines.index("  Who said what: 1 statement")
    assert lines[at + 1 : at + 4] == [
        "    1. Ada Brem",
        "       direct, “said”, s1.2",
        "       “It was dry”",
    ]


def test_a_reading_says_what_merging_found(inspection: Inspection) -> None:
    lines = reading.inspection(inspection).splitlines()
    assert lines[lines.index("Story t1 [1][2]") + 1 :] == [
        "  main event: the fire (2025-05-01) [1]",
        "  other event: the fair [2]",
        "  origin: Brem Mills (press statement) [1]: b",
        "  conflict: horses hurt (count)",
        "    - two [2]",
        "    - none [1], as of 2025-05-02",
        "  revision: houses burned (count), by Orvel Echo",
        "    - 1 [1], as of 2025-05-01",
        "    - 3 [1], as of 2025-05-02",
        "  one statement in several wordings: Ada Brem",
        "    s1.2 “It was dry,” said Ada Brem.",
        "    s2.1 A mill burned down in Orvel.",
        "",
        "Duplicates",
        "  [1][2] similarity 0.50",
    ]
