"""Reports for programs: SARIF and GitHub's workflow commands, with places in the file."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.render import github, sarif
from summarizer.render.places import Place, places
from summarizer.verify.registry import rules

if TYPE_CHECKING:
    from summarizer.model.article import Article
    from summarizer.model.findings import CheckReport

TEXT = "# Mill burns [1]\n\nIt burned. [1]\nThree hurt. [2]\n"


@pytest.fixture
def report(report: CheckReport) -> CheckReport:
    """The shared report, its finding at "Three" of `TEXT`."""
    start = TEXT.index("Three")
    found = dataclasses.replace(report.findings[0], start=start, end=start + 5)
    return dataclasses.replace(report, findings=(found,))


def test_a_place_has_lines_and_columns_from_one(report: CheckReport) -> None:
    assert places(report, TEXT) == [Place(33, 38, 4, 1, 4, 6)]


def test_a_finding_in_our_json_stands_at_the_string_of_its_claim(report: CheckReport) -> None:
    text = '{\n  "claims": [\n    {"text": "Three hurt."}\n  ]\n}'
    assert places(report, text) == [Place(29, 42, 3, 14, 3, 27)]


def test_a_claim_that_is_not_in_the_json_stands_at_its_start(report: CheckReport) -> None:
    assert places(report, '{"claims": []}') == [Place(0, 0, 1, 1, 1, 1)]


def test_annotations_of_a_workflow(report: CheckReport) -> None:
    assert github.commands(report, "out.md", TEXT).splitlines() == [
        (
            "::error file=out.md,line=4,endLine=4,title=NUM101 value wrong,col=1,endColumn=6"
            "::no source has 3%0A[2] 47–69: “Two horses were hurt.”"
            "%0AFix: write the source's number%0AWrite: Two"
        ),
        "fail: headline and 1 claim (1 supported, 1 unsupported), 1 error",
    ]


def test_annotations_cannot_be_broken_by_their_text(report: CheckReport) -> None:
    message = "100% wrong\r\n::error::forged, really: yes"
    evil = dataclasses.replace(report.findings[0], message=message, evidence=(), fix=None)
    printed = github.commands(dataclasses.replace(report, findings=(evil,)), "a,b:c.md", TEXT)
    first = printed.splitlines()[0]
    assert first.startswith("::error file=a%2Cb%3Ac.md,line=4,")
    assert first.endswith("::100%25 wrong%0D%0A::error::forged, really: yes")
    assert len(printed.splitlines()) == 2


def test_levels_have_their_commands(report: CheckReport) -> None:
    note = dataclasses.replace(report.findings[0], level="note")
    printed = github.commands(dataclasses.replace(report, findings=(note,)), "out.md", TEXT)
    assert printed.startswith("::notice ")


@pytest.fixture
def run(report: CheckReport, articles: tuple[Article, ...]) -> Any:  # noqa: ANN401  (JSON)
    document = json.loads(sarif.log(report, "my out.md", TEXT, articles, rules()))
    assert document["version"] == "2.1.0"
    return document["runs"][0]


def test_sarif_places_a_result_in_the_summary(run: Any) -> None:  # noqa: ANN401  (JSON)
    (result,) = run["results"]
    assert (result["ruleId"], result["level"]) == ("NUM101", "error")
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "my%20out.md"},
        "region": {
            "startLine": 4,
            "startColumn": 1,
            "endLine": 4,
            "endColumn": 6,
            "charOffset": 33,
            "charLength": 5,
        },
    }


def test_sarif_describes_the_rules_that_ran(run: Any) -> None:  # noqa: ANN401  (JSON)
    described = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in described] == [rule.id for rule in rules()]
    index = run["results"][0]["ruleIndex"]
    assert described[index]["id"] == "NUM101"


def test_sarif_points_to_the_evidence(run: Any) -> None:  # noqa: ANN401  (JSON)
    (related,) = run["results"][0]["relatedLocations"]
    assert related["physicalLocation"] == {
        "artifactLocation": {"uri": "2.txt"},
        "region": {
            "startLine": 3,
            "startColumn": 30,
            "endLine": 4,
            "endColumn": 1,
            "charOffset": 47,
            "charLength": 22,
            "snippet": {"text": "Two horses were hurt."},
        },
    }


def test_a_replacement_is_an_edit_of_the_faulty_words(run: Any) -> None:  # noqa: ANN401  (JSON)
    (fix,) = run["results"][0]["fixes"]
    (change,) = fix["artifactChanges"]
    (edit,) = change["replacements"]
    assert fix["description"] == {"text": "write the source's number"}
    assert change["artifactLocation"] == {"uri": "my%20out.md"}
    assert edit["insertedContent"] == {"text": "Two"}
    start = edit["deletedRegion"]["charOffset"]
    assert TEXT[start : start + edit["deletedRegion"]["charLength"]] == "Three"


def test_the_string_of_a_claim_in_json_is_not_replaced(
    report: CheckReport, articles: tuple[Article, ...]
) -> None:
    text = '{"claims": [{"text": "Three hurt."}]}'
    document = json.loads(sarif.log(report, "out.json", text, articles, rules()))
    assert "fixes" not in document["runs"][0]["results"][0]


def test_places_in_pages_are_not_given_as_places_in_their_files(
    report: CheckReport, articles: tuple[Article, ...]
) -> None:
    page = dataclasses.replace(articles[1], path="/pages/2.html")
    document = json.loads(sarif.log(report, "out.md", TEXT, (articles[0], page), rules()))
    (related,) = document["runs"][0]["results"][0]["relatedLocations"]
    assert related["physicalLocation"] == {"artifactLocation": {"uri": "file:///pages/2.html"}}


def test_sarif_has_what_its_standard_asks_for(run: Any) -> None:  # noqa: ANN401  (JSON)
    """What SARIF 2.1.0 requires of runs, results, locations, regions and fixes."""
    assert run["columnKind"] in ("unicodeCodePoints", "utf16CodeUnits")
    assert run["tool"]["driver"]["name"]
    for rule in run["tool"]["driver"]["rules"]:
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert rule["shortDescription"]["text"]
    for result in run["results"]:
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        places_of = [*result["locations"], *result["relatedLocations"]]
        assert len({each["id"] for each in result["relatedLocations"]}) == len(
            result["relatedLocations"]
        )
        for each in places_of:
            region = each["physicalLocation"]["region"]
            assert region["startLine"] >= 1
            assert region["startColumn"] >= 1
            assert (region["endLine"], region["endColumn"]) >= (
                region["startLine"],
                region["startColumn"],
            )
