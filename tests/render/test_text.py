from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

import pytest

from summarizer.model.article import SPEAKS_TO_MACHINES
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
        " [1] Orvel Echo, “Mill burns in Orvel”, 2 May 2025",
        "     1.txt, https://orvel.example/mill",
        "     carries 1, 2",
        " [2] “Fire at the mill”, 2 May 2025",
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


def test_what_the_check_notes_and_what_speaks_to_a_machine_is_told(
    summary: Summary, report: CheckReport, articles: tuple[Article, ...]
) -> None:
    found = dataclasses.replace(report.findings[0], level="warning")
    checked = dataclasses.replace(summary.verification, findings=(found,))
    order = dataclasses.replace(articles[1].regions[-1], reason=SPEAKS_TO_MACHINES)
    steered = dataclasses.replace(articles[1], regions=(order,))
    printed = text.summary(
        dataclasses.replace(summary, verification=checked), articles=(articles[0], steered)
    ).splitlines()
    notes = printed.index("What the check notes")
    assert printed[notes + 1] == "  - warning NUM101, sentence 2: no source has 3"
    left = printed.index("Left out")
    assert printed[left + 1].startswith("  - [2] holds words that speak to a machine")
    assert "Left out" not in text.summary(summary, articles=articles)


def test_lines_fit_the_width(summary: Summary) -> None:
    assert max(map(len, text.summary(summary, Layout(width=40)).splitlines())) <= 40


def test_colour_only_where_it_is_understood(summary: Summary) -> None:
    assert "\x1b" not in text.summary(summary)
    assert text.summary(summary, Layout(colour=True)).startswith("\x1b[1mMill burns down\x1b[0m")


def test_terminal_codes_of_a_source_are_shown_not_obeyed(summary: Summary) -> None:
    claim = dataclasses.replace(summary.claims[0], text="A\x1b]0;evil\x07 mill\u202e burned.")
    printed = text.summary(dataclasses.replace(summary, claims=(claim,)))
    assert "A␛]0;evil␇ mill\ufffd burned." in printed


GIVEN = "# Mill burns [1]\n\nThe mill burned. [1] **Three\nhurt** by *smoke*. [2]\n"


@pytest.fixture
def faulty(report: CheckReport) -> CheckReport:
    """The shared report with its claim and its finding where they stand in `GIVEN`."""
    first, second = report.claims
    start, end = GIVEN.index("**Three"), GIVEN.index(" [2]")
    found = dataclasses.replace(report.findings[0], start=start + 2, end=start + 7)
    claims = (first, dataclasses.replace(second, start=start, end=end))
    return dataclasses.replace(report, claims=claims, findings=(found,))


def test_a_report_shows_claim_fault_source_and_mending(
    faulty: CheckReport, articles: tuple[Article, ...]
) -> None:
    assert plain_report(faulty, GIVEN, articles).splitlines() == [
        "fail: 1 error",
        "",
        "Claim 2 [2], unsupported, score 0.20",
        "  **Three hurt** by *smoke*.",
        "    ^^^^^",
        "  - error NUM101 value wrong: no source has 3",
        "    source: s2.2 Fire at the mill, 47–69",
        "      Two horses were hurt.",
        "    mend: write the source's number",
        "    write: Two",
        "",
        "fail: headline and 1 claim (1 supported, 1 unsupported), 1 error",
    ]


def test_a_report_in_colour_says_the_same(
    faulty: CheckReport, articles: tuple[Article, ...]
) -> None:
    bright = plain_report(faulty, GIVEN, articles, Layout(colour=True))
    assert "\x1b[31m" in bright
    assert re.sub(r"\x1b\[\d+m", "", bright) == plain_report(faulty, GIVEN, articles)


def test_a_source_sentence_is_shown_once_a_claim(
    faulty: CheckReport, articles: tuple[Article, ...]
) -> None:
    again = dataclasses.replace(faulty.findings[0], rule="SUP101", level="warning")
    two = dataclasses.replace(faulty, findings=(*faulty.findings, again))
    printed = plain_report(two, GIVEN, articles)
    assert printed.count("Two horses were hurt.") == 1
    assert "    source: s2.2 Fire at the mill, 47–69, as above\n" in printed


def test_the_worst_claims_come_first(faulty: CheckReport, articles: tuple[Article, ...]) -> None:
    mild = dataclasses.replace(faulty.findings[0], claim=-1, level="note", start=2, end=6)
    two = dataclasses.replace(faulty, findings=(mild, *faulty.findings))
    headings = [
        line for line in plain_report(two, GIVEN, articles).splitlines() if "[" in line[:12]
    ]
    assert headings == [
        "Claim 2 [2], unsupported, score 0.20",
        "Headline [1], supported, score 1.00",
    ]


def test_an_uncheckable_claim_is_told_with_its_reason(
    faulty: CheckReport, articles: tuple[Article, ...]
) -> None:
    claim = dataclasses.replace(
        faulty.claims[1], verdict="uncheckable", reason="s2 is in another language (pt)"
    )
    report = dataclasses.replace(
        faulty, verdict="pass", claims=(faulty.claims[0], claim), findings=()
    )
    assert plain_report(report, GIVEN, articles).splitlines() == [
        "pass: no findings; 1 claim could not be checked",
        "",
        "Claim 2 [2], uncheckable: s2 is in another language (pt)",
        "  **Three hurt** by *smoke*.",
        "",
        "pass: headline and 1 claim (1 supported, 1 uncheckable), no findings",
    ]


def test_a_report_without_findings_says_so(report: CheckReport) -> None:
    assert verdict(dataclasses.replace(report, verdict="pass", findings=())) == (
        "pass: headline and 1 claim (1 supported, 1 unsupported), no findings"
    )


def test_a_finding_of_the_whole_summary_has_its_own_heading(
    report: CheckReport, articles: tuple[Article, ...]
) -> None:
    whole = dataclasses.replace(report.findings[0], claim=None)
    printed = plain_report(dataclasses.replace(report, findings=(whole,)), GIVEN, articles)
    assert printed.startswith("fail: 1 error\n\nThe whole summary\n  - error NUM101")


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
