"""Who writes is chosen by options, the settings file and the environment."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from tests.answered import claim, written
from tests.fault_server import Fault, answers, fails
from tests.model.test_schemas import SCHEMAS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Cli
    from tests.fault_server import FaultServer, Received

SAID = (
    claim("Ruta Sand, who keeps the keys, said that nobody was in the tower.", "s2.3"),
    claim("The repair will cost 30,000 crowns, the town council said.", "s2.2"),
    claim("The clock tower of Belm was struck by lightning on Friday afternoon.", "s2.1"),
)
GOOD = written(*SAID, headline=claim("Lightning strikes clock tower of Belm", "s2.1"))


def made(stdout: bytes) -> dict[str, object]:
    """The provenance of a printed summary."""
    found: dict[str, object] = json.loads(stdout)["provenance"]
    return found


@pytest.fixture
def server(fault_server: FaultServer) -> FaultServer:
    """A server whose model writes well."""
    fault_server.give(GOOD)
    return fault_server


def test_without_a_key_or_a_server_no_model_writes(cli: Cli, story: str) -> None:
    done = cli("summarize", story, "--format", "json")
    assert (done.returncode, made(done.stdout)["writer"]) == (0, "extractive")


def test_a_server_in_the_environment_is_asked(
    cli: Cli, story: str, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    monkeypatch.setenv("OPENAI_MODEL", "quill")
    done = cli("summarize", story, "--format", "json")
    provenance = made(done.stdout)
    assert (done.returncode, provenance["writer"], provenance["model"]) == (0, "openai", "quill")
    assert len(server.requests) == 1
    again = cli("summarize", story, "--format", "json")
    assert json.loads(again.stdout)["claims"] == json.loads(done.stdout)["claims"]
    assert len(server.requests) == 1
    cli("summarize", story, "--no-cache")
    assert len(server.requests) == 2
    cli("summarize", story, "--writer", "extractive")
    assert len(server.requests) == 2


def test_options_go_before_the_file_and_the_file_before_the_environment(
    cli: Cli, story: str, server: FaultServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_MODEL", "third")
    table = f'[model]\nname = "second"\nbase_url = "{server.url}"\nmax_tokens = 900\n'
    (tmp_path / "summarizer.toml").write_text(table, encoding="utf-8")
    for options, name in (((), "second"), (("--model", "first"), "first")):
        done = cli("summarize", story, "--format", "json", "--no-cache", *options)
        assert made(done.stdout)["model"] == name
    done = cli("summarize", story, "--base-url", server.url, "--no-config", "--format", "json")
    assert made(done.stdout)["model"] == "third"
    assert server.requests[0].body["max_completion_tokens"] == 900


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("nam = 'x'", "there is no key 'model.nam'\n  did you mean 'name'?"),
        ("name = 3", "'model.name' is 3"),
        ("concurrency = 0", "'model.concurrency' is 0"),
        ("max_cost = 'much'", "'model.max_cost' is 'much'"),
        ("prices = 3", "'model.prices' is no table"),
        ("[model.prices.quill]\ninput = 1", "'model.prices.quill' is no price"),
        ("[model.prices.quill]\ninput = 1\noutput = -1", "'model.prices.quill' is no price"),
    ],
)
def test_a_wrong_table_is_named(
    cli: Cli, story: str, tmp_path: Path, table: str, said: str
) -> None:
    (tmp_path / "summarizer.toml").write_text(f"[model]\n{table}\n", encoding="utf-8")
    done = cli("summarize", story)
    assert (done.returncode, done.stdout) == (2, b"")
    assert f"summarizer.toml: {said}" in done.stderr.decode()


def test_a_file_that_nobody_named_sends_no_key_to_a_stranger(
    cli: Cli, story: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    table = '[model]\nname = "quill"\nbase_url = "https://stranger.invalid/v1"\n'
    (tmp_path / "summarizer.toml").write_text(table, encoding="utf-8")
    done = cli("summarize", story, "--format", "json")
    assert done.returncode == 2
    assert json.loads(done.stderr)["error"]["code"] == "untrusted-server"
    rehearsed = cli("summarize", story, "--dry-run", "--format", "json")
    assert json.loads(rehearsed.stdout)["server"] == "stranger.invalid"


def test_a_key_goes_to_the_server_and_nowhere_else(
    cli: Cli, story: str, server: FaultServer, tmp_path: Path
) -> None:
    (tmp_path / "key").write_text("sk-secret\n", encoding="utf-8")
    options = ("--base-url", server.url, "--model", "quill", "--api-key-file", "key")
    done = cli("summarize", story, *options, "--format", "json", "--cassette", "t", "--record")
    assert done.returncode == 0
    assert server.requests[0].headers["authorization"] == "Bearer sk-secret"
    kept = b"".join(each.read_bytes() for each in (tmp_path / "t").iterdir())
    assert b"sk-secret" not in done.stdout + done.stderr + kept


@pytest.mark.parametrize("status", [401, 400, 403])
def test_a_failing_provider_is_status_4_and_leaves_the_file_alone(
    cli: Cli, story: str, server: FaultServer, tmp_path: Path, status: int
) -> None:
    server.give(fails(status))
    (tmp_path / "out.json").write_text("old", encoding="utf-8")
    done = cli("summarize", story, "--base-url", server.url, "--model", "m", "-o", "out.json")
    assert (done.returncode, done.stdout) == (4, b"")
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == "old"
    assert b"--writer extractive" in done.stderr


def test_an_answer_of_no_use_is_told_and_the_summary_is_there(
    cli: Cli, story: str, server: FaultServer
) -> None:
    server.give(answers("I am sorry, I cannot do that."))
    done = cli("summarize", story, "--base-url", server.url, "--model", "m")
    assert done.returncode == 0
    assert b"the sentences are the sources' own" in done.stderr
    text = " ".join(done.stdout.decode().split())
    assert "No sentence is the model’s" in text


@pytest.mark.parametrize("option", ["--model", "--base-url", "--prompt", "--cassette"])
def test_the_extractive_writer_takes_no_option_of_a_model(
    cli: Cli, story: str, option: str
) -> None:
    done = cli("summarize", story, "--writer", "extractive", option, "x", "--format", "json")
    assert done.returncode == 2
    assert json.loads(done.stderr)["error"]["code"] == "option-without-model"


def test_a_dry_run_prints_what_would_be_sent_and_sends_nothing(
    cli: Cli, story: str, server: FaultServer
) -> None:
    options = ("summarize", story, "--base-url", server.url, "--model", "gpt-5-nano", "--dry-run")
    done = cli(*options)
    shown = done.stdout.decode()
    assert done.returncode == 0
    assert "=== request 1, system ===" in shown
    assert "Ruta Sand, who keeps the keys" in shown
    assert "of unknown price" in shown
    found = json.loads(cli(*options, "--format", "json").stdout)
    Draft202012Validator(SCHEMAS["dry-run"]).validate(found)
    assert server.requests == []


def test_a_rehearsal_with_openai_needs_no_key_and_knows_the_price(cli: Cli, story: str) -> None:
    done = cli("summarize", story, "--model", "gpt-5-nano", "--dry-run", "--format", "json")
    assert json.loads(done.stdout)["cost"] > 0


def test_a_price_of_ones_own_is_used_and_its_limit_told_before_it_is_met(
    cli: Cli, story: str, tmp_path: Path
) -> None:
    table = '[model]\nname = "quill-2"\n[model.prices."quill-2"]\ninput = 0.4\noutput = 1.6\n'
    (tmp_path / "summarizer.toml").write_text(table, encoding="utf-8")
    options = ("summarize", story, "--dry-run", "--max-cost", "0.001")
    found = json.loads(cli(*options, "--format", "json").stdout)
    tokens = found["tokens"]
    assert found["cost"] == round((0.4 * tokens["input"] + 1.6 * tokens["output"]) / 1e6, 9)
    assert found["refusal"]["code"] == "too-expensive"
    Draft202012Validator(SCHEMAS["dry-run"]).validate(found)
    done = cli(*options)
    assert (done.returncode, b"a run would be refused: " in done.stdout) == (0, True)


@pytest.mark.parametrize("more", [(), ("--model", "m"), ("--model", "m", "--dry-run")])
def test_what_is_to_be_recorded_needs_a_place(cli: Cli, story: str, more: tuple[str, ...]) -> None:
    done = cli("summarize", story, "--record", *more, "--format", "json")
    error = json.loads(done.stderr)["error"]
    assert (done.returncode, error["code"]) == (2, "no-cassette")
    assert "--cassette" in error["hint"]


def test_kept_answers_are_counted_and_deleted(
    cli: Cli, story: str, server: FaultServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(tmp_path / "kept"))
    assert cli("summarize", story, "--base-url", server.url, "--model", "m").returncode == 0
    told = json.loads(cli("cache", "info", "--format", "json").stdout)
    Draft202012Validator(SCHEMAS["cache"]).validate(told)
    assert (told["answers"], told["bytes"] > 0) == (1, True)
    assert cli("cache", "clear").stdout.decode().startswith("1 answer, ")
    assert cli("cache", "info").stdout.decode().startswith("0 answers, 0 bytes, in ")


def test_an_interrupted_run_writes_nothing(
    story: str, fault_server: FaultServer, tmp_path: Path
) -> None:
    asked = threading.Event()

    def silence(_: Received) -> Fault:
        asked.set()
        return Fault(silent=True)

    fault_server.made = silence
    (tmp_path / "out.json").write_text("old", encoding="utf-8")
    options = ["--base-url", fault_server.url, "--model", "m", "-o", "out.json"]
    command = [sys.executable, "-m", "summarizer", "summarize", story, *options]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE) as running:
        assert asked.wait(60)
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=30)
    assert (running.returncode, told) == (130, b"")
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == "old"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["out.json", "story"]
