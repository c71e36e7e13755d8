"""Reports as text, Markdown, JUnit and JSON: the figures are there, and no word of others acts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from summarizer.evaluation.report import render_comparison, render_judgement
from summarizer.evaluation.report.figures import change, probability, value
from summarizer.evaluation.report.markdown import plain
from summarizer.render.layout import Layout

if TYPE_CHECKING:
    from summarizer.evaluation.model import Comparison, Judgement, Scored

ESCAPE = "\x1b"


def test_the_terminal_shows_the_verdict_first_and_last(comparison: Comparison) -> None:
    lines = render_comparison(comparison).splitlines()
    assert lines[0] == "new@2 (B) against old@1 (A): regressed"
    assert lines[-1] == "regressed"
    assert lines.index("note: the corpus has changed") < lines.index(
        next(line for line in lines if line.startswith("metric "))
    )
    assert "hard failure: unsupported: c01, somebody, trial 1: nine were not hurt" in lines


def test_the_columns_of_the_terminal_are_aligned(comparison: Comparison) -> None:
    lines = render_comparison(comparison, layout=Layout(width=120)).splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("metric "))
    place = lines[start].index("verdict")
    rows = [line for line in lines[start + 1 :] if line.startswith(tuple(comparison.metrics))]
    ends = {row[place - 1 :] for row in rows}
    assert ends == {" regressed", " no evidence", " decides nothing"}


def test_what_a_suite_can_show_is_told_where_no_column_fits(comparison: Comparison) -> None:
    narrow = render_comparison(comparison, layout=Layout(width=80))
    wide = render_comparison(comparison, layout=Layout(width=120))
    assert ("Shows:" in narrow, "Shows:" in wide, " shows " in wide) == (True, False, True)


def test_a_changed_sentence_is_told_with_both_wordings_and_the_source(
    comparison: Comparison,
) -> None:
    text = " ".join(render_comparison(comparison).split())
    assert (
        "~ reworded A: Three workers were hurt, or four workers, the papers report. [1][2]" in text
    )
    assert "B: Nine workers were hurt, or four workers, the papers report. [1][2]" in text
    assert "source: [1]" in text
    assert "“Three workers were hurt.”" in text
    assert "(1 other trial changed too)" in text


def test_colour_is_for_terminals(comparison: Comparison) -> None:
    assert ESCAPE not in render_comparison(comparison)
    assert ESCAPE in render_comparison(comparison, layout=Layout(colour=True))


def test_a_judgement_tells_notes_metrics_and_details(
    judgement: Judgement, scored: list[Scored]
) -> None:
    text = render_judgement(judgement, scored)
    lines = text.splitlines()
    assert lines[0] == "somebody: 12 stories, 24 trials"
    assert lines[1] == "note: stale: c02, somebody, trial 3: the prompt changed"
    assert "below its floor: support" in lines
    assert re.search(r"^support +83\.3 %  ", text, re.MULTILINE)
    assert "small/c00, somebody, trial 1" in lines
    assert lines[-1] == "fail"


def test_markdown_folds_what_changed(comparison: Comparison) -> None:
    text = render_comparison(comparison, "markdown")
    assert text.startswith("## new\\@2 against old\\@1: regressed\n")
    assert "| support | 100.0 % |" in text
    assert "Fire destroys Marlow warehouse: “Three workers were hurt.”" in text
    assert text.count("<details>") == text.count("</details>") == 10
    assert "<del>Three </del>workers" in text.replace("</del> ", " </del>")
    assert "<ins>Nine</ins> workers" in text


def test_markdown_takes_words_of_others_for_words(hostile: Comparison) -> None:
    text = render_comparison(hostile, "markdown")
    assert not re.search(r"(?<!\\)(?:<(?:img|/script)|[@`]\w|#\d)", text)
    assert "\u202e" not in text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a *b* <c>", r"a \*b\* \<c\>"),
        ("@team #12", "\\@\u2060team \\#\u206012"),
        ("http://x.example", "http:\u2060//x.example"),
        ("one\ntwo", "one two"),
    ],
)
def test_plain_words(words: str, expected: str) -> None:
    assert plain(words) == expected


def test_markdown_fits_a_comment(comparison: Comparison) -> None:
    case = replace(comparison.cases[0], faults=("what is wrong " * 200,))
    many = replace(comparison, cases=tuple(replace(case, id=f"s/{n}") for n in range(60)))
    text = render_comparison(many, "markdown")
    assert len(text) < 65_536
    assert re.search(r"… and \d+ more changed cases\.\n\Z", text)


def names(root: ET.Element, what: str) -> list[str | None]:
    """The tests with a failure, or an error."""
    return [each.get("name") for each in root.iter("testcase") if each.find(what) is not None]


def test_junit_has_a_test_for_each_metric(comparison: Comparison) -> None:
    root = ET.fromstring(render_comparison(comparison, "junit"))  # noqa: S314  (our own)
    failed = [
        each.get("name") for each in root.iter("testcase") if each.find("failure") is not None
    ]
    regressed = [name for name, m in comparison.metrics.items() if m.verdict == "regressed"]
    assert failed == [
        *regressed,
        "unsupported: c01, somebody, trial 1: nine were not hurt",
    ]
    assert root.get("failures") == str(len(failed))
    assert root.get("tests") == str(len(comparison.metrics) + 1)


def test_junit_has_a_test_for_each_outcome(judgement: Judgement, scored: list[Scored]) -> None:
    root = ET.fromstring(render_judgement(judgement, scored, "junit"))  # noqa: S314  (our own)
    failed = [
        each.get("name") for each in root.iter("testcase") if each.find("failure") is not None
    ]
    errors = [each.get("name") for each in root.iter("testcase") if each.find("error") is not None]
    assert (failed, errors) == (["c01, trial 1", "support"], ["c02, trial 3"])
    assert root.get("tests") == str(len(scored) + 2)


def test_junit_is_xml_whatever_the_words_are(hostile: Comparison) -> None:
    control = replace(hostile, b="\x00\x0b\x1b]0;")
    root = ET.fromstring(render_comparison(control, "junit"))  # noqa: S314  (our own)
    suite = root.find("testsuite")
    assert suite is not None
    assert "\x1b" not in (suite.get("name") or "")


def test_json_has_the_fixed_shape(comparison: Comparison) -> None:
    document = json.loads(render_comparison(comparison, "json"))
    assert list(document) == ["verdict", "metrics", "cases"]
    assert document["verdict"] == "regressed"
    support = comparison.metrics["support"]
    assert document["metrics"]["support"] == {
        "a": support.a,
        "b": support.b,
        "difference": support.difference,
        "low": support.low,
        "high": support.high,
        "p": support.p,
    }
    assert document["cases"][9:11] == [
        {"id": "small/c09", "changed": True},
        {"id": "small/c10", "changed": False},
    ]


def test_json_of_a_judgement_has_the_fixed_shape(
    judgement: Judgement, scored: list[Scored]
) -> None:
    document = json.loads(render_judgement(judgement, scored, "json"))
    assert list(document) == ["verdict", "cases", "trials", "metrics", "hard_failures"]
    assert [document["verdict"], document["cases"], document["trials"]] == ["fail", 12, 24]
    support = judgement.metrics["support"]
    assert document["metrics"]["support"] == {
        "value": support.value,
        "low": support.low,
        "high": support.high,
    }
    assert document["hard_failures"][0]["code"] == "unsupported"


@pytest.mark.parametrize(
    ("metric", "number", "expected", "difference"),
    [
        ("support", 0.9314, "93.1 %", "+93.1"),
        ("support", -0.00001, "-0.0 %", "0.0"),
        ("forbidden-facts", 0.25, "0.25", "+0.25"),
        ("tokens", 12400.0, "12,400", "+12,400"),
        ("latency", 3.25, "3.2 s", "+3.2"),
        ("cost", 0.0123, "0.0123 $", "+0.0123"),
        ("cost", None, "-", "-"),
    ],
)
def test_figures_have_the_unit_of_their_metric(
    metric: str, number: float | None, expected: str, difference: str
) -> None:
    assert (value(metric, number), change(metric, number)) == (expected, difference)


@pytest.mark.parametrize(("p", "expected"), [(0.0001, "<.001"), (0.0125, ".013"), (1.0, "1.000")])
def test_p_values_are_short(p: float, expected: str) -> None:
    assert probability(p) == expected
