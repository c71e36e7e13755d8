"""A baseline holds what was reached, and moves down for a reason alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.evaluation.conftest import CASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Evaluate = Callable[..., tuple[int, str, str]]


@pytest.fixture
def blessed(evaluate: Evaluate, eval_dir: Path) -> Path:
    """The baseline of the extractive writer."""
    status, out, _ = evaluate("bless", "small", "--writer", "extractive")
    path = eval_dir / "baselines" / "small.json"
    assert (status, out) == (0, f"blessed {path}\n")
    return path


def change(path: Path, **values: Any) -> None:  # noqa: ANN401  (any JSON value)
    """Put other floors into a baseline."""
    document = json.loads(path.read_text())
    document["subjects"]["extractive"]["floors"] |= values
    path.write_text(json.dumps(document), encoding="utf-8")


def test_it_holds_floors_digests_and_counts(blessed: Path) -> None:
    document = json.loads(blessed.read_text())
    standing = document["subjects"]["extractive"]
    assert (standing["prompt"], standing["cases"], standing["trials"]) == (None, 1, 1)
    assert standing["floors"]["schema-validity"] == 1.0
    assert "words" not in standing["floors"]  # what decides nothing has no floor
    assert document["found"] == {"fire": ["nine"]}
    assert [len(document[key]) for key in ("corpus", "rules")] == [64, 64]


def test_the_same_again_passes_and_may_be_blessed_again(blessed: Path, evaluate: Evaluate) -> None:
    before = blessed.read_bytes()
    status, _, error = evaluate("judge", "--writer", "extractive", "--format", "json")
    assert (status, error) == (0, "")
    assert evaluate("bless", "--writer", "extractive")[0] == 0
    assert blessed.read_bytes() == before


def test_what_sinks_below_a_floor_fails(blessed: Path, evaluate: Evaluate) -> None:
    change(blessed, **{"schema-validity": 1.5})
    status, out, error = evaluate("judge", "--writer", "extractive", "--format", "json")
    assert (status, json.loads(out)["verdict"]) == (1, "fail")
    assert "extractive: schema-validity: 1, and 1.5 is the least by the baseline" in error


def test_another_version_of_a_scorer_is_said(blessed: Path, evaluate: Evaluate) -> None:
    document = json.loads(blessed.read_text())
    document["scorers"]["support"] = 99
    blessed.write_text(json.dumps(document), encoding="utf-8")
    status, _, error = evaluate("judge", "--writer", "extractive", "--format", "json")
    assert (status, "scorers are not those of the baseline: support" in error) == (0, True)


def test_a_floor_of_the_suite_holds_too(evaluate: Evaluate, eval_dir: Path) -> None:
    toml = eval_dir / "suites" / "small" / "suite.toml"
    toml.write_text(toml.read_text() + "[floors]\nredundancy = -1\n", encoding="utf-8")
    status, _, error = evaluate("judge", "--writer", "extractive", "--format", "json")
    assert (status, "-1 is the most by small/suite.toml" in error) == (1, True)


def test_it_never_moves_down_without_a_reason(blessed: Path, evaluate: Evaluate) -> None:
    change(blessed, **{"schema-validity": 1.5})
    before = blessed.read_bytes()
    for more in ((), ("--allow-lower",), ("--reason", "it was too high")):
        status, _, error = evaluate("bless", "--writer", "extractive", *more)
        assert (status, blessed.read_bytes()) == (2, before)
        assert "schema-validity: 1, and 1.5 is the least" in error
    both = ("--allow-lower", "--reason", "it was too high")
    status, out, _ = evaluate("bless", "--writer", "extractive", *both)
    assert (status, "lowered: extractive: schema-validity" in out) == (0, True)
    assert json.loads(blessed.read_text())["reason"] == "it was too high"


def test_another_corpus_is_said_and_fails(
    blessed: Path, evaluate: Evaluate, changed: Callable[[dict[str, Any]], Path]
) -> None:
    changed({"about": "Another fire."})
    status, _, error = evaluate("judge", "--writer", "extractive", "--format", "json")
    assert (status, "the baseline is one of another corpus" in error) == (1, True)
    assert evaluate("bless", "--writer", "extractive")[0] == 0
    assert evaluate("judge", "--writer", "extractive")[0] == 0
    assert blessed.is_file()


def test_a_fault_that_is_found_no_more_is_a_hard_failure(blessed: Path, evaluate: Evaluate) -> None:
    arguments = ("judge", "--writer", "extractive", "--ignore", "NUM", "--format", "json")
    status, out, _ = evaluate(*arguments)
    (failure,) = json.loads(out)["hard_failures"]
    assert (status, failure["code"], failure["case"]) == (1, "fault-no-longer-found", "small/fire")
    assert CASE["faulty"][0]["text"] in failure["message"]
    assert blessed.is_file()


def test_a_subject_that_is_not_judged_now_stays(
    blessed: Path, evaluate: Evaluate, tmp_path: Path
) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    (folder / "fire.md").write_text("# Fire [1]\n\nNobody is missing. [1]", encoding="utf-8")
    assert evaluate("bless", "--summaries", str(folder))[0] == 0
    assert list(json.loads(blessed.read_text())["subjects"]) == ["extractive", str(folder)]


def test_a_baseline_changed_by_hand_is_named(blessed: Path, evaluate: Evaluate) -> None:
    blessed.write_text("{}", encoding="utf-8")
    status, _, error = evaluate("judge", "--writer", "extractive")
    assert (status, f"{blessed}: it is no baseline" in error) == (3, True)
