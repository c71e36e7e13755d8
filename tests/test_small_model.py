"""A real model, which answers in good form and mostly wrong, and what is published of it.

A short run is made always. A long one, over the demo stories and the real pages, takes the better
part of an hour: it is made where SUMMARIZER_LONG is set.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarizer.pipeline import check, summarize
from summarizer.pipeline.settings import ModelSettings
from summarizer.read import read
from tests.small_model import NAME

if TYPE_CHECKING:
    from summarizer.model.article import Article
    from summarizer.model.summary import Summary

ROOT = Path(__file__).resolve().parent.parent
PROMPTS = ROOT / "tests" / "prompts"
DEMO = sorted(path.parent for path in (ROOT / "eval/suites/demo").glob("*/articles"))
MILL = {
    "outlet": "Courier",
    "published": "2026-03-03",
    "title": "Mill burns down",
    "text": "The old mill in Pelm burned down on Friday. Nobody was hurt in the fire.",
}
# What the prompts have as an example, and a model may take for news.
EXAMPLE = ("akery", "Orn")

long = pytest.mark.skipif(
    not os.environ.get("SUMMARIZER_LONG"), reason="takes long: set SUMMARIZER_LONG to run it"
)


def settings(url: str, **given: float) -> ModelSettings:
    """Short prompts, since the model reads 50 tokens in a second and writes 20."""
    return ModelSettings(
        base_url=url,
        prompts_dir=PROMPTS,
        prompt="summarize@small",
        cache=False,
        timeout=1800.0,
        deadline=3600.0,
        **given,  # type: ignore[arg-type]
    )


def hold(summary: Summary, articles: tuple[Article, ...]) -> None:
    """Hold that everything published is carried by what it cites, and that there is something."""
    report = check(summary, articles)
    assert report.verdict == "pass"
    assert {each.verdict for each in report.claims} == {"supported"}
    text = " ".join([summary.headline.text, *(each.text for each in summary.claims)])
    assert [word for word in EXAMPLE if word in text] == []
    assert summary.claims
    assert summary.provenance.writing is not None


def test_what_a_small_model_says_wrongly_is_not_published(small_model: str, tmp_path: Path) -> None:
    (tmp_path / "mill.json").write_text(json.dumps(MILL), encoding="utf-8")
    articles = read([tmp_path])
    model = settings(small_model, max_tokens=130, temperature=0.0, seed=1)
    summary = summarize(articles, writer="openai", model=model, max_sentences=1, max_words=40)
    hold(summary, articles)
    assert summary.provenance.model == NAME
    assert summary.provenance.tokens.output > 0


@long
@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("folder", DEMO, ids=lambda folder: folder.name)
def test_a_demo_story_by_a_small_model(small_model: str, folder: Path, seed: int) -> None:
    articles = read([folder / "articles"])
    model = settings(small_model, input_tokens=700, max_tokens=400, temperature=0.8, seed=seed)
    hold(summarize(articles, writer="openai", model=model, max_sentences=4), articles)


@long
@pytest.mark.data
def test_real_pages_by_a_small_model(small_model: str, data_folder: Path) -> None:
    articles = read([data_folder / "seeds"])
    model = settings(small_model, input_tokens=700, max_tokens=400, temperature=0.8, seed=1)
    hold(summarize(articles, writer="openai", model=model, max_sentences=4), articles)
