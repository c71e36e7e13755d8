"""Settings of several layers: options, variables, the nearest file, the user's own, defaults."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from summarizer.cli.keys import BY_NAME, KEYS
from summarizer.cli.layers import unknown_variables, user_file
from summarizer.pipeline import MAX_SENTENCES, MAX_WORDS
from summarizer.pipeline.settings import ModelSettings
from tests.model.test_schemas import SCHEMAS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Cli

USER = 'max_words = 50\nselect = ["NUM"]\n[model]\nname = "users"\ntimeout = 7\n'
PROJECT = 'max_words = 60\n[model]\nname = "projects"\n[levels]\nquo = "note"\n'


def shown(cli: Cli, *options: str) -> dict[str, tuple[Any, str]]:
    """The values and origins that `config show` prints."""
    done = cli("config", "show", "--format", "json", *options)
    assert (done.returncode, done.stderr) == (0, b"")
    document = json.loads(done.stdout)
    Draft202012Validator(SCHEMAS["config"]).validate(document)
    return {each["key"]: (each["value"], each["origin"]) for each in document["settings"]}


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """A user's own file and a project's."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    user = tmp_path / "config" / "summarizer" / "summarizer.toml"
    user.parent.mkdir(parents=True)
    user.write_text(USER, encoding="utf-8")
    project = tmp_path / "summarizer.toml"
    project.write_text(PROJECT, encoding="utf-8")
    return str(user), str(project)


def test_every_layer_goes_before_the_next_key_by_key(
    cli: Cli, files: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    user, project = files
    monkeypatch.setenv("SUMMARIZER_MODEL_NAME", "variables")
    monkeypatch.setenv("OPENAI_MODEL", "others")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    found = shown(cli)
    assert found["model.name"] == ("variables", "SUMMARIZER_MODEL_NAME")
    assert found["max_words"] == (60, project)
    assert found["levels.QUO"] == ("note", project)
    assert found["model.timeout"] == (7, user)
    assert found["select"] == (["NUM"], user)
    assert found["model.base_url"] == ("http://127.0.0.1:9/v1", "OPENAI_BASE_URL")
    assert found["max_sentences"] == (None, "default")


def test_files_can_be_left_out_or_named(cli: Cli, files: tuple[str, str], tmp_path: Path) -> None:
    assert shown(cli, "--no-config")["max_words"] == (None, "default")
    (tmp_path / "own.toml").write_text("max_sentences = 3", encoding="utf-8")
    found = shown(cli, "--config", "own.toml")
    assert found["max_words"] == (50, files[0])
    assert found["max_sentences"] == (3, "own.toml")


def test_settings_shape_the_summary_and_an_option_goes_before(
    cli: Cli, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_MAX_SENTENCES", "1")

    def written(*options: str) -> int:
        done = cli("summarize", story, "--format", "json", *options)
        return len(json.loads(done.stdout)["claims"])

    assert (written(), written("--max-sentences", "2")) == (1, 2)


def test_a_writer_is_configured_and_an_option_of_a_model_goes_before(
    cli: Cli, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_WRITER", "extractive")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    assert cli("summarize", story).returncode == 0
    assert cli("summarize", story, "--model", "m").returncode == 4


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("MODEL_TIMEOUT", "soon", "'model.timeout' is 'soon'\n  give a number above 0"),
        ("LEVELS", "QUO103=loud", "'levels.QUO103' is 'loud'"),
        ("SELECT", "QOU", "'select' names 'QOU', and no rule's id starts so"),
        ("MAX_WORDS", "-1", "'max_words' is -1\n  give a whole number of 1 or more"),
    ],
)
def test_a_wrong_variable_is_named(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, name: str, text: str, said: str
) -> None:
    monkeypatch.setenv(f"SUMMARIZER_{name}", text)
    done = cli("config", "show")
    assert (done.returncode, done.stdout) == (2, b"")
    assert f"SUMMARIZER_{name}: {said}" in done.stderr.decode()


def test_rules_and_levels_come_from_variables(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_SELECT", "quo, NUM101")
    monkeypatch.setenv("SUMMARIZER_LEVELS", "QUO103=warning, NUM=off")
    found = shown(cli)
    assert found["select"] == (["QUO", "NUM101"], "SUMMARIZER_SELECT")
    assert found["levels.QUO103"] == ("warning", "SUMMARIZER_LEVELS")
    assert found["levels.NUM"] == ("off", "SUMMARIZER_LEVELS")


def test_a_variable_that_is_like_a_setting_is_noted(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_MODLE_NAME", "x")
    monkeypatch.setenv("SUMMARIZER_ZZZ", "x")
    assert list(unknown_variables(["SUMMARIZER_MODLE_NAME", "SUMMARIZER_ZZZ", "OTHER"])) == [
        ("SUMMARIZER_MODLE_NAME", "SUMMARIZER_MODEL_NAME"),
        ("SUMMARIZER_ZZZ", None),
    ]
    assert cli("rules", "QUO101").stderr.decode() == (
        "summarizer: note: SUMMARIZER_MODLE_NAME is no setting and is passed over:"
        " did you mean SUMMARIZER_MODEL_NAME?\n"
    )
    assert b"no setting: SUMMARIZER_ZZZ\n" in cli("config", "show").stdout


def test_no_key_and_no_password_is_shown(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    monkeypatch.setenv("OPENAI_BASE_URL", "https://ana:sk-secret@models.invalid/v1")
    for form in ("text", "json"):
        done = cli("config", "show", "--origin", "--format", form)
        assert b"sk-secret" not in done.stdout
        assert b"OPENAI_API_KEY" in done.stdout


def test_a_server_of_the_users_own_file_may_be_given_the_key(
    cli: Cli, story: str, files: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user, project = (tmp_path.joinpath(each) for each in files)
    project.unlink()
    table = '[model]\nname = "m"\nbase_url = "http://models.invalid/v1"\ndeadline = 0.1\n'
    user.write_text(table, encoding="utf-8")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    done = cli("summarize", story, "--format", "json")
    assert json.loads(done.stderr.splitlines()[-1])["error"]["code"] != "untrusted-server"
    project.write_text(table, encoding="utf-8")
    done = cli("summarize", story, "--format", "json")
    assert json.loads(done.stderr)["error"]["code"] == "untrusted-server"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"XDG_CONFIG_HOME": "/x", "HOME": "/ana"}, "/x/summarizer/summarizer.toml"),
        ({"XDG_CONFIG_HOME": "x", "HOME": "/h"}, "/h/.config/summarizer/summarizer.toml"),
        ({}, "None"),
    ],
)
def test_the_users_own_file_is_where_others_have_theirs(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert str(user_file(environment)) == expected


def test_the_defaults_that_are_told_are_those_of_the_program() -> None:
    told = ("max_words", "max_sentences", "model.prompt", "model.timeout", "model.deadline")
    usual = ModelSettings()
    assert [BY_NAME[name].usual for name in (*told, "model.concurrency")] == [
        str(MAX_WORDS),
        str(MAX_SENTENCES),
        usual.prompt,
        f"{usual.timeout:g}",
        f"{usual.deadline:g}",
        str(usual.concurrency),
    ]


def test_the_documentation_has_every_key(request: pytest.FixtureRequest) -> None:
    page = request.config.rootpath.joinpath("docs", "configuration.md").read_text(encoding="utf-8")
    assert [key.name for key in KEYS if f"`{key.name.rpartition('.')[2]}`" not in page] == []
