"""A recording asks for everything once, whatever ends it, and keeps within its budget."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.answered import claim
from tests.evaluation.conftest import ANSWER, CLAIMS, HEADLINE
from tests.fault_server import answers, fails

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.fault_server import Fault, FaultServer, Received

    Evaluate = Callable[..., tuple[int, str, str]]


def record(server: FaultServer, *more: str) -> list[str]:
    return ["record", "--model", "quill", "--base-url", server.url, "--format", "json", *more]


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_each_trial_is_a_folder_of_answers_with_its_own_seed(
    evaluate: Evaluate, eval_dir: Path, server: FaultServer
) -> None:
    status, out, _ = evaluate(*record(server, "--trials", "3"))
    told = json.loads(out)
    assert (status, told["recorded"], told["answers"]) == (0, 3, 3)
    assert sorted(request.body["seed"] for request in server.requests) == [1, 2, 3]
    folder = eval_dir / "cassettes" / "small" / "fire" / "summarize@1" / "quill"
    found = sorted(path.relative_to(folder).parts[0] for path in folder.rglob("*.json"))
    assert found == ["1", "2", "3"]


def test_what_is_recorded_is_not_asked_again(evaluate: Evaluate, recorded: FaultServer) -> None:
    status, out, _ = evaluate(*record(recorded, "--trials", "3"))
    told = json.loads(out)
    assert (status, told["there"], told["recorded"], told["answers"]) == (0, 2, 1, 1)
    assert len(recorded.requests) == 3


def test_a_matrix_is_prompts_times_models(evaluate: Evaluate, server: FaultServer) -> None:
    more = ("--trials", "1", "--model", "nib", "--prompt", "summarize@1")
    status, out, _ = evaluate(*record(server, *more))
    assert (status, json.loads(out)["trials"]) == (0, 2)
    assert sorted(request.body["model"] for request in server.requests) == ["nib", "quill"]


def test_a_trial_that_fails_is_told_and_asked_again_next_time(
    evaluate: Evaluate, server: FaultServer
) -> None:
    def refusing(received: Received) -> Fault:
        return fails(400, "no such seed") if received.body["seed"] == 2 else answers(ANSWER)

    server.made = refusing
    status, out, error = evaluate(*record(server, "--trials", "2"))
    assert (status, json.loads(out)["failed"]) == (5, 1)
    assert "no such seed" in error
    server.made = lambda _: answers(ANSWER)
    status, out, _ = evaluate(*record(server, "--trials", "2"))
    assert (status, json.loads(out)["recorded"]) == (0, 1)


def test_a_server_that_takes_no_seed_gets_none(evaluate: Evaluate, server: FaultServer) -> None:
    assert evaluate(*record(server, "--trials", "1", "--no-seed"))[0] == 0
    assert "seed" not in server.requests[0].body
    assert json.loads(evaluate("judge", "--format", "json")[1])["trials"] == 1


PRICES = """
[model.prices."quill"]
input = 100.0
output = 100.0
"""


def test_nothing_is_asked_that_the_budget_might_not_pay(
    evaluate: Evaluate, eval_dir: Path, server: FaultServer
) -> None:
    (eval_dir.parent / "summarizer.toml").write_text(PRICES, encoding="utf-8")
    status, out, _ = evaluate(*record(server, "--trials", "3", "--max-cost", "0.001"))
    told = json.loads(out)
    assert (status, told["unpaid"], told["cost"], len(server.requests)) == (5, 3, 0.0, 0)
    status, out, _ = evaluate(*record(server, "--trials", "3", "--max-cost", "50"))
    told = json.loads(out)
    # 11 tokens in and 7 out, as the server counts, three times
    assert (status, told["recorded"], told["cost"]) == (0, 3, 0.0054)


def test_a_budget_needs_a_price(evaluate: Evaluate, server: FaultServer) -> None:
    status, _, error = evaluate(*record(server, "--max-cost", "1"))
    assert (status, len(server.requests)) == (2, 0)
    assert "the price of quill is not known" in error


def test_answers_asked_for_in_two_ways_are_not_mixed(
    evaluate: Evaluate, recorded: FaultServer
) -> None:
    status, _, error = evaluate(*record(recorded, "--trials", "3", "--temperature", "0.7"))
    assert status == 2
    assert "holds answers that were asked for otherwise" in error
    assert len(recorded.requests) == 2


def test_a_recipe_is_kept_for_judging(evaluate: Evaluate, server: FaultServer) -> None:
    assert evaluate(*record(server, "--trials", "1", "--temperature", "0.7"))[0] == 0
    assert server.requests[0].body["temperature"] == 0.7
    assert json.loads(evaluate("judge", "--format", "json")[1])["trials"] == 1


def test_an_unknown_prompt_is_a_usage_error(evaluate: Evaluate, server: FaultServer) -> None:
    status, _, error = evaluate(*record(server, "--prompt", "sumarize"))
    assert (status, "there is no prompt 'sumarize'" in error) == (2, True)


def test_killed_at_any_answer_it_goes_on_and_asks_nothing_twice(
    eval_dir: Path, server: FaultServer, tmp_path: Path
) -> None:
    """Each process is killed while the server has an answer ready, which is then lost."""
    command = [sys.executable, "-m", "summarizer", "eval", *record(server, "--trials", "4")]
    command += ["--eval-dir", str(eval_dir)]
    (tmp_path / "summarizer.toml").write_text("[model]\nconcurrency = 1\n", encoding="utf-8")
    running: list[subprocess.Popen[bytes]] = []
    answered: list[int] = []
    lost: list[int] = []

    def killing(received: Received) -> Fault:
        seed = received.body["seed"]
        if len(server.requests) in (2, 4):
            wait_for(lambda: len(list(eval_dir.rglob("one-call-*.json"))) == len(answered))
            running[-1].send_signal(signal.SIGKILL)
            running[-1].wait()
            lost.append(seed)
        else:
            answered.append(seed)
        return answers(ANSWER)

    server.made = killing
    for expected in (-signal.SIGKILL, -signal.SIGKILL, 0):
        with subprocess.Popen(
            command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ
        ) as process:
            running.append(process)
            process.communicate()
        assert process.returncode == expected
    assert (sorted(answered), len(lost)) == ([1, 2, 3, 4], 2)
    assert not list(eval_dir.rglob("*.part"))


def test_repairs_are_recorded_too(evaluate: Evaluate, server: FaultServer) -> None:
    wrong = claim("The harbour will stay closed until Sunday.", "s1.5")
    draft = json.dumps({"claims": (*CLAIMS[:2], wrong), "headline": HEADLINE})
    given_up = json.dumps({"claims": [{"id": "c3", **CLAIMS[2]}]})

    def mending(received: Received) -> Fault:
        name = received.body["response_format"]["json_schema"]["name"]
        return answers(given_up if name == "repair" else draft)

    server.made = mending
    status, out, _ = evaluate(*record(server, "--trials", "1"))
    assert (status, json.loads(out)["answers"]) == (0, 2)
    before = len(server.requests)
    metrics = json.loads(evaluate("judge", "--format", "json")[1])["metrics"]
    assert metrics["repaired"]["value"] == 0.25
    assert len(server.requests) == before


def test_only_one_recording_at_a_time(
    evaluate: Evaluate, eval_dir: Path, server: FaultServer
) -> None:
    from filelock import FileLock

    (eval_dir / "runs").mkdir()
    with FileLock(eval_dir / "runs" / ".recording.lock"):
        status, _, error = evaluate(*record(server, "--trials", "1"))
    assert (status, "another recording" in error, len(server.requests)) == (2, True, 0)
