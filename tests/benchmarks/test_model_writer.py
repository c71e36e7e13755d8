"""Which facts of a case a summary tells."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks.model_writer import told
from summarizer.pipeline import summarize
from summarizer.read import read
from tests.injected import COURIER, MAIL

if TYPE_CHECKING:
    from pathlib import Path


def test_a_fact_is_told_if_each_of_its_words_or_a_stand_in_is(tmp_path: Path) -> None:
    story = tmp_path / "story"
    story.mkdir()
    for number, text in enumerate((COURIER, MAIL), 1):
        (story / f"{number}.txt").write_text("\n\n".join(text) + "\n", encoding="utf-8")
    facts = [
        {"words": ["store", "burned|destroyed"], "core": True},
        {"words": ["brandt", "12"], "core": True},
        {"words": ["store", "flood"], "core": True},
        {"words": ["harbour"]},
    ]
    expected = tmp_path / "expected.json"
    expected.write_text(json.dumps({"facts": facts}), encoding="utf-8")
    assert told(summarize(read([story])), expected) == (2, 3, 3, 4)
