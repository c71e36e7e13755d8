"""What is exported can be read by those it is for, and judges as the suite does."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.evaluation.conftest import ANSWER, CLAIMS, HEADLINE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Evaluate = Callable[..., tuple[int, str, str]]

RUN = """
const check = require("./checks.js");
const config = require("./promptfooconfig.json");
const found = config.tests[0].assert
  .filter((each) => each.type === "javascript")
  .map((each) => check(process.argv[1], { config: each.config }).pass);
console.log(JSON.stringify(found));
"""


@pytest.fixture
def promptfoo(evaluate: Evaluate, tmp_path: Path) -> Path:
    """The suite for promptfoo."""
    folder = tmp_path / "promptfoo"
    assert evaluate("export", "small", "--to", "promptfoo", "-o", str(folder))[0] == 0
    return folder


def test_promptfoo_gets_the_request_and_an_assertion_for_each_fact(promptfoo: Path) -> None:
    config = json.loads((promptfoo / "promptfooconfig.json").read_text())
    (test,) = config["tests"]
    chat = (promptfoo / "prompt.json").read_text()
    assert [each["role"] for each in json.loads(chat)] == ["system", "user"]
    assert "A fire destroyed the grain warehouse" in test["vars"]["message1"]
    kinds = [each["config"]["kind"] for each in test["assert"] if each["type"] == "javascript"]
    assert kinds == ["fact", "fact", "forbidden"]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (ANSWER, [True, True, True]),
        (json.dumps({"claims": CLAIMS[:1], "headline": HEADLINE}), [True, False, True]),
        (
            json.dumps({"claims": [CLAIMS[0] | {"text": "Two died."}], "headline": HEADLINE}),
            [True, False, False],  # the headline tells of the fire
        ),
    ],
)
def test_its_checks_run(answer: str, expected: list[bool], promptfoo: Path) -> None:
    if not shutil.which("node"):
        pytest.skip("needs node")
    done = subprocess.run(
        ["node", "-e", RUN, answer], cwd=promptfoo, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == expected


def test_inspect_gets_samples_and_a_task(evaluate: Evaluate, tmp_path: Path) -> None:
    folder = tmp_path / "inspect"
    assert evaluate("export", "--to", "inspect", "-o", str(folder))[0] == 0
    (sample,) = [json.loads(line) for line in (folder / "cases.jsonl").read_text().splitlines()]
    assert sample["id"] == "small/fire"
    assert [fact["id"] for fact in sample["metadata"]["facts"]] == ["destroyed", "started"]
    names: dict[str, Any] = {"__file__": "task.py"}
    tree = ast.parse((folder / "task.py").read_text())
    tree.body = [each for each in tree.body if not _of_inspect(each)]
    exec(compile(tree, "task.py", "exec"), names)  # noqa: S102  (our own)
    fact = sample["metadata"]["facts"][0]
    told = [each["text"] for each in names["sentences"](ANSWER)]
    assert [names["tells"](text, fact["words"]) for text in told] == [True, True, False, False]


def _of_inspect(node: ast.stmt) -> bool:
    """Whether a statement needs inspect_ai, which tests do without."""
    if isinstance(node, ast.ImportFrom):
        return (node.module or "").startswith("inspect_ai")
    return isinstance(node, ast.FunctionDef) and bool(node.decorator_list)


def test_a_prompt_of_several_steps_and_a_used_folder_are_refused(
    evaluate: Evaluate, tmp_path: Path
) -> None:
    arguments = ("export", "--to", "inspect", "--prompt", "summarize@2")
    status, _, error = evaluate(*arguments, "-o", str(tmp_path / "new"))
    assert (status, "summarize@2 asks in several steps" in error) == (2, True)
    status, _, error = evaluate("export", "--to", "inspect", "-o", str(tmp_path))
    assert (status, f"{tmp_path} is there and not empty" in error) == (2, True)
