"""Recorded answers of a general instruct model are replayed on the demo stories.

A request that is not recorded fails: after a change of what a model is given (reading, merging,
packing, prompts) the answers have to be recorded again (`python -m benchmarks.record_answer`).
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.pipeline import summarize
from summarizer.pipeline.settings import ModelSettings
from summarizer.read import read

ROOT = Path(__file__).resolve().parent.parent
CASSETTES = ROOT / "eval" / "cassettes" / "demo"
# The same answers with faults put in by hand, and what the model answers to the repair prompt.
PLANTED = Path(__file__).resolve().parent / "cassettes" / "planted"


@pytest.mark.parametrize(
    ("story", "prompt"),
    [
        ("ferry", "summarize@1"),
        ("bridge", "summarize@1"),
        ("dam", "summarize@1"),
        ("ferry", "summarize@2"),
    ],
)
def test_a_recorded_answer_is_published_as_written(story: str, prompt: str) -> None:
    articles = read([str(ROOT / "eval" / "suites" / "demo" / story / "articles")])
    cassette = CASSETTES / story / prompt / "general-instruct" / "1"
    settings = ModelSettings(name="general-instruct", prompt=prompt, cassette=cassette, cache=False)
    summary = summarize(articles, writer="openai", model=settings)
    writing = summary.provenance.writing
    assert writing is not None
    assert (summary.verification.verdict, writing.fallback) == ("pass", None)
    assert writing.stored == writing.requests
    assert (writing.kept, writing.withheld) == (len(summary.claims) + 1, 0)


@pytest.mark.parametrize(
    ("story", "repaired", "requests", "wrong", "right"),
    [
        ("bridge", 1, 2, "480,000", ("had received 420,000 crowns from",)),
        ("dam", 2, 3, "she would invite", ("she might invite", "“by a fixed day, in writing”")),
    ],
    ids=["a figure", "a hedge, and a quotation that takes two rounds"],
)
def test_what_a_model_got_wrong_is_mended_by_the_model(
    story: str, repaired: int, requests: int, wrong: str, right: tuple[str, ...]
) -> None:
    articles = read([str(ROOT / "eval" / "suites" / "demo" / story / "articles")])
    settings = ModelSettings(name="general-instruct", cassette=PLANTED / story, cache=False)
    summary = summarize(articles, writer="openai", model=settings)
    writing = summary.provenance.writing
    assert writing is not None
    assert (writing.repaired, writing.replaced, writing.withheld) == (repaired, 0, 0)
    assert (writing.kept, writing.requests) == (len(summary.claims) + 1 - repaired, requests)
    text = " ".join(each.text for each in summary.claims)
    assert wrong not in text
    assert [words for words in right if words not in text] == []


def test_a_cassette_says_what_answered_and_holds_no_key() -> None:
    recorded = sorted(CASSETTES.rglob("*.json"))
    assert recorded
    for path in recorded:
        text = path.read_text(encoding="utf-8")
        assert json.loads(text)["recorded_from"] == "a general instruct model"
        assert "authorization" not in text.casefold()
