"""The whole walk on the demo story: what the summary holds, and what it must not hold."""

from __future__ import annotations

import functools
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.pipeline import summarize
from summarizer.read import read
from summarizer.text.quotes import quotations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.article import Article
    from summarizer.model.summary import Citation, Summary

CASE = Path(__file__).resolve().parent.parent / "eval" / "suites" / "demo" / "ferry"
EXPECTED: dict[str, Any] = json.loads((CASE / "expected.json").read_text(encoding="utf-8"))
CORE = [fact for fact in EXPECTED["facts"] if fact["core"]]


@functools.cache
def articles() -> dict[str, Article]:
    return {article.id: article for article in read([str(CASE / "articles")])}


@functools.cache
def summary() -> Summary:
    return summarize(tuple(articles().values()))


def citations() -> Iterator[Citation]:
    yield from summary().headline.citations
    for claim in summary().claims:
        yield from claim.citations
    for conflict in summary().conflicts:
        for position in conflict.positions:
            yield from position.citations


def narration(text: str) -> str:
    """A claim without what stands in quotation marks."""
    for quotation in reversed(quotations(text)):
        text = text[: quotation.start] + text[quotation.end :]
    return text


def told(fact: dict[str, Any]) -> bool:
    """Whether the headline, a claim or a conflict has all the words that make up a fact."""
    texts = [summary().headline.text, *(claim.text for claim in summary().claims)]
    texts += [" ".join(place.text for place in each.positions) for each in summary().conflicts]
    return any(all(re.search(word, text) for word in fact["words"]) for text in texts)


def test_it_keeps_to_its_limits() -> None:
    claims = summary().claims
    assert 5 <= len(claims) <= 9
    assert sum(len(claim.text.split()) for claim in claims) <= 300


def test_it_passes_its_check() -> None:
    verification = summary().verification
    errors = [finding for finding in verification.findings if finding.level == "error"]
    assert (verification.verdict, errors) == ("pass", [])


def test_every_claim_and_the_headline_are_cited() -> None:
    assert summary().headline.citations
    assert [claim for claim in summary().claims if not claim.citations] == []


def test_every_citation_is_exact() -> None:
    places = [(each.source, each.start, each.end) for each in citations()]
    found = [articles()[source].quote(start, end) for source, start, end in places]
    assert found == [each.exact for each in citations()]


def test_only_the_body_is_cited() -> None:
    bodies = {
        article["id"]: [each["exact"] for each in article["regions"] if each["kind"] == "body"]
        for article in EXPECTED["articles"]
    }
    strays = [e for e in citations() if not any(e.exact in body for body in bodies[e.source])]
    assert strays == []


def test_the_other_accident_is_not_mixed_in() -> None:
    text = " ".join(claim.text for claim in summary().claims)
    assert [word for word in EXPECTED["other_event_words"] if word in text] == []
    (other,) = [source for source in summary().sources if source.id == "s6"]
    (main,) = [event for event in summary().events if event.main]
    assert (other.used, other.event == main.id, bool(other.reason)) == (False, False, True)
    assert main.sources == ("s1", "s2", "s3", "s4", "s5")


def test_the_narrator_calls_no_names() -> None:
    text = " ".join(narration(claim.text) for claim in summary().claims).casefold()
    assert [word for word in EXPECTED["loaded_words"] if word in text] == []


def test_a_statement_in_four_articles_has_one_origin() -> None:
    statements = [origin for origin in summary().origins if origin.kind == "statement"]
    minister = [origin.sources for origin in statements if "Marrant" in origin.name]
    assert minister == [("s1", "s2", "s3", "s4")]
    names = [origin.name for origin in statements]
    assert sorted(set(names)) == sorted(names)


def test_the_agency_is_an_origin() -> None:
    agencies = [origin for origin in summary().origins if origin.kind == "agency"]
    assert [origin.sources for origin in agencies] == [("s2", "s3")]


def test_no_statement_is_told_twice() -> None:
    for statement in EXPECTED["same_statement"]:
        pattern = "|".join(map(re.escape, statement["wordings"]))
        claims = [claim for claim in summary().claims if re.search(pattern, claim.text)]
        assert len(claims) <= 1, [claim.text for claim in claims]


@pytest.mark.parametrize("value", ["41", "56", "60"])
def test_the_counts_of_the_injured_are_a_conflict(value: str) -> None:
    positions = [
        citation.exact
        for conflict in summary().conflicts
        for position in conflict.positions
        for citation in position.citations
        if value in position.text
    ]
    assert any(value in exact for exact in positions)


def test_most_core_facts_are_told() -> None:
    missing = [fact["fact"] for fact in CORE if not told(fact)]
    assert len(CORE) - len(missing) >= 8, missing


def printed(folder: Path, seed: str) -> dict[str, Any]:
    """What the command prints for a folder of articles, without the time of the run."""
    program = "from summarizer.cli.main import run; raise SystemExit(run())"
    done = subprocess.run(
        [sys.executable, "-c", program, "summarize", str(folder), "--format", "json"],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    del found["provenance"]["created"]
    return found


def test_the_same_articles_give_the_same_summary_anywhere(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(CASE / "articles", elsewhere)
    assert json.dumps(printed(CASE / "articles", "1")) == json.dumps(printed(elsewhere, "2"))
