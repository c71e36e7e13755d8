"""Which rules run and at what levels: the settings file and the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from summarizer.verify.registry import rules

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Cli

SUMMARY = b"# Tower struck [1]\n\nThe repair would cost 90,000 crowns, the town council said. [1]\n"


def found(cli: Cli, story: str, *options: str) -> tuple[int, list[tuple[str, str]]]:
    """The exit status, and rules and levels of the findings about numbers."""
    done = cli("check", "-", story, "--format", "json", *options, stdin=SUMMARY)
    document = json.loads(done.stdout)
    pairs = [(each["rule"], each["level"]) for each in document["findings"]]
    return done.returncode, [pair for pair in pairs if pair[0].startswith("NUM")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("summarizer.toml", '[levels]\nNUM = "note"\nnum101 = "warning"\n'),
        ("pyproject.toml", '[tool.summarizer.levels]\nNUM101 = "warning"\n'),
    ],
)
def test_a_level_of_the_nearest_file_decides(
    cli: Cli, story: str, tmp_path: Path, name: str, text: str
) -> None:
    assert found(cli, story, "--select", "NUM") == (1, [("NUM101", "error")])
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert found(cli, story, "--select", "NUM") == (0, [("NUM101", "warning")])
    assert found(cli, story, "--select", "NUM", "--no-config") == (1, [("NUM101", "error")])


def test_the_own_file_goes_before_that_of_the_project_and_others_are_passed_over(
    cli: Cli, story: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "summarizer.toml").write_text('select = ["NUM"]', encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[tool.summarizer]\nx = 1", encoding="utf-8")
    below = tmp_path / "below"
    below.mkdir()
    (below / "pyproject.toml").write_text('[project]\nname = "tower"', encoding="utf-8")
    monkeypatch.chdir(below)
    assert found(cli, f"../{story}") == (1, [("NUM101", "error")])


def test_the_command_line_replaces_what_a_file_selects(
    cli: Cli, story: str, tmp_path: Path
) -> None:
    (tmp_path / "own.toml").write_text('ignore = ["NUM"]', encoding="utf-8")
    assert found(cli, story, "--config", "own.toml")[1] == []
    given = ("--config", "own.toml", "--ignore", "CIT")
    assert found(cli, story, *given)[1] == [("NUM101", "error")]


def test_off_leaves_a_rule_out_of_pairs_too(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "summarizer.toml").write_text('levels = {NUM = "off"}', encoding="utf-8")
    pair = json.dumps({"id": "1", "claim": "It hurt 9 men.", "evidence": "It hurt 2 men."})
    done = cli("check", "--pairs", "-", stdin=pair.encode())
    assert [each["rule"] for each in json.loads(done.stdout)["findings"]] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("levls = 3", "there is no key 'levls'\n  did you mean 'levels'?"),
        ('[levls]\nQUO = "off"', "there is no table [levls]\n  did you mean [levels]?"),
        ("[modle]", "there is no table [modle]\n  did you mean [model]?"),
        ("[model.pricez]", "there is no table [model.pricez]\n  did you mean [prices]?"),
        ("base_ulr = 'x'", "there is no key 'base_ulr'\n  "),
        ("timeout = 3", "there is no key 'timeout'\n  did you mean 'model.timeout'?"),
        ("writer = 'me'", "'writer' is 'me'\n  give extractive or openai"),
        ("max_words = 2.5", "'max_words' is 2.5\n  give a whole number of 1 or more"),
        ('select = "QUO"', "'select' is no list of texts"),
        ('ignore = ["QOU"]', "'ignore' names 'QOU', and no rule's id starts so"),
        ('[levels]\nQUO103 = "warn"', "'levels.QUO103' is 'warn'"),
        ('[levels]\nQUO103 = ["note"]', "'levels.QUO103' is ['note']"),
        ('levels = "note"', "'levels' is no table"),
        ("select = [\n", "it is no TOML: "),
    ],
)
def test_a_wrong_file_is_named_with_what_is_allowed(
    cli: Cli, tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "summarizer.toml").write_text(text, encoding="utf-8")
    done = cli("rules")
    assert done.returncode == 2
    told = done.stderr.decode()
    assert "summarizer.toml: " in told
    assert said in told


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--config", "none.toml"), "bad-config"),
        (("--config", "a.toml", "--no-config"), "two-configs"),
    ],
)
def test_a_file_that_cannot_be_read_is_wrong_usage(
    cli: Cli, options: tuple[str, ...], code: str
) -> None:
    done = cli("rules", "--format", "json", *options)
    assert (done.returncode, json.loads(done.stderr)["error"]["code"]) == (2, code)


def test_a_project_file_that_is_named_has_the_table(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]", encoding="utf-8")
    done = cli("rules", "--config", "pyproject.toml")
    assert (done.returncode, b"no table [tool.summarizer]" in done.stderr) == (2, True)


def test_rules_shows_the_levels_that_hold_here(cli: Cli, tmp_path: Path) -> None:
    text = 'ignore = ["BAL"]\n[levels]\nQUO103 = "note"\nNEU = "off"\n'
    (tmp_path / "summarizer.toml").write_text(text, encoding="utf-8")
    listed = {
        each["id"]: each["effective"] for each in json.loads(cli("rules", "--format=json").stdout)
    }
    usual = {rule.id: rule.level for rule in rules()}
    off = {name: "off" for name in usual if name.startswith(("NEU", "BAL"))}
    assert listed == usual | off | {"QUO103": "note"}
    assert b"level: note (usually error), verdict: altered" in cli("rules", "QUO103").stdout
    assert b"level: error, verdict: altered" in cli("rules", "QUO103", "--no-config").stdout
