"""The commands of `summarizer eval`: formats, statuses, and what they refuse."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.cli.main import run
from summarizer.cli.parsing import GROUPS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.fault_server import FaultServer

    Evaluate = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("command", GROUPS["eval"])
def test_help_has_examples(command: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", command, "--help"]) == 0
    assert f"examples:\n  summarizer eval {command}" in capfd.readouterr().out


def test_run_records_and_judges(evaluate: Evaluate, server: FaultServer) -> None:
    options = ("--model", "quill", "--base-url", server.url, "--trials", "2")
    status, out, _ = evaluate("run", "small", *options, "--format", "json")
    document = json.loads(out)
    assert (status, document["verdict"], document["trials"]) == (0, "pass", 2)
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("judged.json", '{"verdict": "pass"'),
        ("judged.md", "## "),
        ("judged.xml", '<?xml version="1.0"'),
        ("judged.html", "<!doctype html>"),
        ("judged.txt", "extractive: 1 story"),
    ],
)
def test_the_ending_of_the_file_is_the_format(
    name: str, beginning: str, evaluate: Evaluate, tmp_path: Path
) -> None:
    status, out, _ = evaluate("judge", "--writer", "extractive", "-o", str(tmp_path / name))
    assert (status, out) == (0, "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(beginning)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("judge", "large"), "there is no suite 'large'"),
        (("judge", "--ignore", "XYZ"), "no rule's id starts with 'XYZ'"),
        (("judge", "--prompt", "summarise"), "there is no prompt 'summarise'"),
        (("judge", "--summaries", "nowhere"), "nowhere is no folder of summaries"),
        (("judge", "--writer", "extractive", "-o", "x.pdf"), "no format goes with the ending"),
        (("compare", "extractive"), "the following arguments are required: B"),
        (("export", "-o", "x"), "the following arguments are required: --to"),
        (("record", "--trials", "0"), "'0' is not a whole number of 1 or more"),
        (("judgement",), "there is no command 'eval judgement'"),
    ],
)
def test_what_is_refused(arguments: tuple[str, ...], expected: str, evaluate: Evaluate) -> None:
    status, out, error = evaluate(*arguments)
    assert (status, out, expected in error) == (2, "", True), error


def test_list_names_what_is_wrong_and_ends_with_1(
    evaluate: Evaluate, changed: Callable[[dict[str, Any]], Path]
) -> None:
    status, out, _ = evaluate("list")
    assert (status, "fire                     disaster" in out) == (0, True)
    changed({"loaded": ["wicked"]})
    status, out, _ = evaluate("list", "--format", "json")
    (suite,) = json.loads(out)["suites"]
    assert (status, suite["problems"]) == (1, ["small/fire: loaded: no article has 'wicked'"])
