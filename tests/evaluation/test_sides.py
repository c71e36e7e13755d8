"""A and B are prompts, runs, writers or folders; the exit status is the printed verdict."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.fault_server import FaultServer

    Evaluate = Callable[..., tuple[int, str, str]]


@pytest.fixture
def kept(evaluate: Evaluate) -> Evaluate:
    """Two runs of the extractive writer are kept: with all rules, and without those of numbers."""
    assert evaluate("judge", "--writer", "extractive", "--save", "before")[0] == 0
    arguments = ("judge", "--writer", "extractive", "--ignore", "NUM", "--save", "after")
    assert evaluate(*arguments)[0] == 0
    return evaluate


def test_the_printed_comparison_has_the_fixed_keys(kept: Evaluate) -> None:
    status, out, error = kept("compare", "before", "after", "--suite", "small", "--format", "json")
    document = json.loads(out)
    assert list(document) == ["verdict", "metrics", "cases"]
    assert (status, document["verdict"]) == (0, "no evidence")  # one case alone shows nothing
    keys = ["a", "b", "difference", "low", "high", "p"]
    assert all(list(each) == keys for each in document["metrics"].values())
    assert document["metrics"]["faulty-found"]["difference"] == -1.0
    assert document["cases"] == [{"id": "small/fire", "changed": True}]
    assert "the rules are not the same" in error


def test_a_prompt_is_compared_with_a_writer(evaluate: Evaluate, recorded: FaultServer) -> None:
    status, out, _ = evaluate("compare", "summarize@1", "extractive", "--format", "json")
    assert (status, json.loads(out)["cases"]) == (0, [{"id": "small/fire", "changed": True}])
    assert len(recorded.requests) == 2


def test_b_that_publishes_what_it_must_not_has_regressed(
    kept: Evaluate, eval_dir: Path, tmp_path: Path
) -> None:
    """A run in which a published claim fails the check, by hand: our writers make none."""
    path = eval_dir / "runs" / "after.json"
    document = json.loads(path.read_text())
    for each in document["scored"]:
        each["outcome"]["report"]["claims"][0]["verdict"] = "unsupported"
    path.write_text(json.dumps(document), encoding="utf-8")
    status, out, _ = kept("compare", "before", "after", "--format", "json")
    assert (status, json.loads(out)["verdict"]) == (1, "regressed")
    out_file = tmp_path / "compared.md"
    assert kept("compare", "before", "after", "-o", str(out_file))[0] == 1
    assert "regressed" in out_file.read_text()
    assert kept("compare", "after", "before")[0] == 0


def test_a_changed_corpus_is_said_before_any_number(
    kept: Evaluate, changed: Callable[[dict[str, Any]], Path]
) -> None:
    changed({"about": "Another fire."})
    out = kept("compare", "before", "extractive")[1]
    told = "the corpus has changed: before was judged on another small"
    assert out.index(told) < out.index("fact-coverage")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("before", "nobody"), "there is no prompt 'nobody'"),
        (("before", "summarize@2"), "there is nothing to judge"),
    ],
)
def test_a_name_that_stands_for_nothing(
    names: tuple[str, str], expected: str, kept: Evaluate
) -> None:
    status, _, error = kept("compare", *names)
    assert (status, expected in error) == (2, True)


def test_a_name_must_not_stand_for_several(evaluate: Evaluate, recorded: FaultServer) -> None:
    url = recorded.url
    done = evaluate("record", "--model", "nib", "--base-url", url, "--trials", "2")
    assert done[0] == 0
    status, _, error = evaluate("compare", "summarize@1", "extractive")
    assert (status, "summarize@1 stands for several" in error) == (2, True)
    assert evaluate("compare", "summarize@1", "extractive", "--model", "nib")[0] == 0


def test_a_run_of_another_version_is_named(kept: Evaluate, eval_dir: Path) -> None:
    path = eval_dir / "runs" / "before.json"
    path.write_text('{"schema": 0}', encoding="utf-8")
    status, _, error = kept("compare", "before", "after")
    assert (status, f"{path}: it is no run of this version" in error) == (3, True)


def test_a_bad_name_for_a_run_is_refused(evaluate: Evaluate) -> None:
    status, _, error = evaluate("judge", "--writer", "extractive", "--save", "../x")
    assert (status, "'../x' is no name for a run" in error) == (2, True)
