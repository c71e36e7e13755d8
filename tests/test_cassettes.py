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
    settings = ModelSettings(
        name="general-instruct", prompt=prompt, cassette=CASSETTES / story, cache=False
    )
    summary = summarize(articles, writer="openai", model=settings)
    writing = summary.provenance.writing
    assert writing is not None
    assert (summary.verification.verdict, writing.fallback) == ("pass", None)
    assert writing.stored == writing.requests
    assert (writing.kept, writing.withheld) == (len(summary.claims) + 1, 0)


def test_a_cassette_says_what_answered_and_holds_no_key() -> None:
    for path in sorted(CASSETTES.glob("*/*.json")):
        text = path.read_text(encoding="utf-8")
        assert json.loads(text)["recorded_from"] == "a general instruct model"
        assert "authorization" not in text.casefold()
