"""An answer given by hand becomes a cassette that is replayed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks.record_answer import main
from summarizer.pipeline import summarize
from summarizer.pipeline.settings import ModelSettings
from summarizer.read import read
from tests.answered import claim
from tests.injected import COURIER, MAIL, POST

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

FIRE = "A fire destroyed the grain store in Pelm on Tuesday night, the fire brigade said."
CLAIMS = [
    claim(FIRE, "s1.1"),
    claim("Mayor Ilva Brandt said that 40 people were hurt.", "s1.2"),
    claim("The police closed the harbour.", "s2.2"),
]
MENDED = {"id": "c2", **claim("Mayor Ilva Brandt said that 12 people were hurt.", "s1.2")}


def test_each_request_is_shown_and_its_answer_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "story"
    story.mkdir()
    for number, text in enumerate((COURIER, MAIL, POST), 1):
        (story / f"{number}.txt").write_text("\n\n".join(text) + "\n", encoding="utf-8")
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    headline = claim("Fire destroys grain store in Pelm", "s1.1")
    first.write_text(json.dumps({"claims": CLAIMS, "headline": headline}), encoding="utf-8")
    second.write_text(json.dumps({"claims": [MENDED]}), encoding="utf-8")
    given = ["--cassette", str(tmp_path / "tape"), "--model", "quill", str(story)]

    assert main(given) == 1
    assert "=== system ===" in capsys.readouterr().out
    assert main(["--answer", str(first), *given]) == 1
    assert "40 people were hurt" in capsys.readouterr().out
    assert main(["--answer", str(second), *given]) == 0
    assert "3 stand as written, 1 reworded" in capsys.readouterr().out

    model = ModelSettings(name="quill", cassette=tmp_path / "tape")
    summary = summarize(read([story]), writer="openai", model=model)
    assert [each.text for each in summary.claims][:2] == [FIRE, MENDED["text"]]
    documents = [json.loads(each.read_bytes()) for each in (tmp_path / "tape").iterdir()]
    assert {each["recorded_from"] for each in documents} == {"quill at an answer given by hand"}
