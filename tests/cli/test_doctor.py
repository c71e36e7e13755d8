"""What `summarizer doctor` finds, with real servers and folders."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from tests.fault_server import Fault
from tests.model.test_schemas import SCHEMAS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Cli
    from tests.fault_server import FaultServer


def checked(cli: Cli, *options: str) -> tuple[int, dict[str, Any]]:
    """The exit status and the checks by name."""
    done = cli("doctor", "--format", "json", *options)
    document = json.loads(done.stdout)
    Draft202012Validator(SCHEMAS["doctor"]).validate(document)
    assert document["healthy"] == (done.returncode == 0)
    return done.returncode, {each["name"]: each for each in document["checks"]}


def test_without_a_model_all_is_well(cli: Cli) -> None:
    status, found = checked(cli)
    assert status == 0
    assert found["writer"]["message"].startswith("extractive: no key and no server is configured")
    assert "model" not in found
    assert {each["state"] for each in found.values()} <= {"ok", "note"}
    assert cli("doctor").stdout.endswith(b"\nnothing is wrong\n")


def listing(*names: str) -> Fault:
    """A server's list of its models."""
    data = [{"id": name, "object": "model", "created": 1, "owned_by": "us"} for name in names]
    body = json.dumps({"object": "list", "data": data}).encode()
    return Fault(body=body, headers={"content-type": "application/json"})


@pytest.mark.parametrize(
    ("names", "options", "state", "said"),
    [
        (("quill",), (), "ok", "1 model, quill would be asked"),
        (("quill", "pen"), ("--model", "pen"), "ok", "2 models, pen would be asked"),
        (("quill", "pen"), ("--model", "nib"), "note", "2 models, 'nib' is not among them"),
        (("quill", "pen"), (), "wrong", "2 models, and none is named"),
        ((), ("--offline",), "note", "was not asked (--offline)"),
    ],
    ids=["only", "listed", "unlisted", "unnamed", "offline"],
)
def test_a_server_is_asked_for_its_models(  # noqa: PLR0913, PLR0917  (a table's columns)
    cli: Cli,
    fault_server: FaultServer,
    names: tuple[str, ...],
    options: tuple[str, ...],
    state: str,
    said: str,
) -> None:
    fault_server.give(listing(*names))
    status, found = checked(cli, "--base-url", fault_server.url, *options)
    assert found["writer"]["message"] == "openai: an option of this command says so"
    assert (status, found["model"]["state"]) == (int(state == "wrong"), state)
    assert found["model"]["message"].endswith(said)
    assert len(fault_server.requests) == int("--offline" not in options)


def test_a_server_that_does_not_answer_is_wrong(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    status, found = checked(cli)
    assert (status, found["model"]["state"]) == (1, "wrong")
    assert found["writer"]["message"] == "openai: OPENAI_API_KEY is set"
    assert "sk-secret" not in json.dumps(found)
    assert cli("doctor").stdout.endswith(b"\n1 wrong\n")


def test_a_file_that_would_send_a_key_to_a_stranger_is_wrong(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    table = '[model]\nbase_url = "https://stranger.invalid/v1"\n'
    (tmp_path / "summarizer.toml").write_text(table, encoding="utf-8")
    status, found = checked(cli)
    assert (status, found["model"]["state"]) == (1, "wrong")
    assert found["settings"]["message"] == str(tmp_path / "summarizer.toml")


def test_settings_that_cannot_be_read_are_wrong(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "summarizer.toml").write_text("[modle]", encoding="utf-8")
    status, found = checked(cli)
    assert (status, found["settings"]["hint"]) == (1, "did you mean [model]?")


def test_a_folder_that_cannot_be_written_is_wrong(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(tmp_path / "file" / "answers"))
    status, found = checked(cli)
    assert (status, found["stored answers"]["state"]) == (1, "wrong")


@pytest.mark.parametrize(
    ("requires", "name", "state", "said"),
    [
        ("jinja2>=3", "packages", "ok", "jinja2 "),
        ("no-such-package>=1", "packages", "wrong", "not installed: no-such-package"),
        ("no-such-package; sys_platform == 'none'\nRequires-Dist: idna", "packages", "ok", "idna "),
        (
            'no-such-package>=1; extra == "digest"',
            "extra 'digest'",
            "note",
            "not installed: no-such-package (for digest jobs",
        ),
    ],
    ids=["present", "missing", "elsewhere", "extra"],
)
def test_packages_are_those_that_the_installation_names(  # noqa: PLR0913, PLR0917  (a table's columns)
    cli: Cli,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    requires: str,
    name: str,
    state: str,
    said: str,
) -> None:
    installed = tmp_path / "site" / "summarizer-0.1.0.dist-info"
    installed.mkdir(parents=True)
    text = f"Metadata-Version: 2.4\nName: summarizer\nVersion: 0.1.0\nRequires-Dist: {requires}\n"
    (installed / "METADATA").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(installed.parent))
    found = checked(cli)[1][name]
    assert found["state"] == state
    assert found["message"].startswith(said)
