"""Every command and every format, from files to output."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from summarizer.text.token_counts import token_count
from summarizer.verify.registry import rules

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Cli

PAIRS = (
    {"id": "1", "claim": "The fire hurt ten people.", "evidence": "The fire hurt ten people."},
    {"id": 2, "claim": "The fire hurt 900 people.", "evidence": ["The fire hurt ten people."]},
)


def validate(name: str, document: object) -> None:
    folder = files("summarizer").joinpath("model").joinpath("schemas")
    schema = json.loads(folder.joinpath(f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(document)


def lines(*values: object) -> bytes:
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)


def test_summarize_prints_text_for_people(cli: Cli, story: str) -> None:
    done = cli("summarize", story)
    assert (done.returncode, done.stderr) == (0, b"")
    printed = done.stdout.decode()
    assert re.search(r"^ 1\. .*\n?.*\[[12]\]", printed, re.MULTILINE)
    assert "\nSources\n" in printed
    assert "\x1b" not in printed


def test_summarize_prints_json_by_its_schema(cli: Cli, story: str, tmp_path: Path) -> None:
    done = cli("summarize", story, "--format", "json")
    document = json.loads(done.stdout)
    validate("summary", document)
    texts = {f"s{n}": (tmp_path / story / f).read_text() for n, f in ((1, "a.txt"), (2, "b.txt"))}
    cited = [c for claim in document["claims"] for c in claim["citations"]]
    assert cited
    assert [texts[c["source"]][c["start"] : c["end"]] for c in cited] == [c["exact"] for c in cited]


@pytest.mark.parametrize("form", ["json", "md"])
def test_what_summarize_writes_passes_check(cli: Cli, story: str, form: str) -> None:
    assert cli("summarize", story, "-o", f"out.{form}").returncode == 0
    done = cli("check", f"out.{form}", story)
    assert (done.returncode, done.stdout.decode().splitlines()[-1][:5]) == (0, "pass:")


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("out.json", '{\n  "schema": 1'),
        ("out.md", "# "),
        ("out.HTML", "<!doctype html>"),
        ("out.htm", "<!doctype html>"),
    ],
)
def test_the_ending_of_the_file_chooses_the_format(
    cli: Cli, story: str, tmp_path: Path, name: str, start: str
) -> None:
    done = cli("summarize", story, "-o", name)
    assert (done.returncode, done.stdout) == (0, b"")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize(
    ("command", "form"),
    [
        ("inspect", "html"),
        ("inspect", "json"),
        ("pack", "json"),
        ("check", "json"),
        ("check", "sarif"),
    ],
)
def test_the_ending_chooses_for_every_command(
    cli: Cli, story: str, tmp_path: Path, command: str, form: str
) -> None:
    (tmp_path / "summary.md").write_text("# Clock\n\nLightning struck the clock tower. [1]\n")
    inputs = ("summary.md", story) if command == "check" else (story,)
    for ending, said in ((form, form), ("txt", "text")):
        cli(command, *inputs, "-o", f"chosen.{ending}")
        cli(command, *inputs, "--format", said, "-o", f"said.{ending}")
    chosen, plain = tmp_path / f"chosen.{form}", tmp_path / "chosen.txt"
    assert chosen.read_bytes() == (tmp_path / f"said.{form}").read_bytes()
    assert plain.read_bytes() == (tmp_path / "said.txt").read_bytes()
    assert plain.read_bytes() != chosen.read_bytes()


@pytest.mark.parametrize("command", ["summarize", "inspect", "pack"])
def test_an_ending_of_another_kind_is_wrong_usage(cli: Cli, story: str, command: str) -> None:
    done = cli(command, story, "-o", "out.sarif")
    assert done.returncode == 2
    assert b"no format goes with the ending of 'out.sarif'" in done.stderr


def test_limits_are_kept(cli: Cli, story: str) -> None:
    done = cli("summarize", story, "--max-sentences", "1", "--format", "json")
    assert len(json.loads(done.stdout)["claims"]) == 1


def test_one_article_is_said_to_be_alone(cli: Cli, story: str) -> None:
    done = cli("summarize", f"{story}/a.txt")
    assert done.returncode == 0
    assert b"nothing in the summary is corroborated" in done.stderr


def test_nothing_in_common_is_status_1_with_the_stories(cli: Cli, story: str, other: str) -> None:
    done = cli("summarize", f"{story}/a.txt", other, "--format", "json")
    error = json.loads(done.stderr)["error"]
    assert (done.returncode, done.stdout, error["code"]) == (1, b"", "no-common-story")
    assert "Clock tower in Belm" in error["message"]
    assert "Schoolgirl wins chess cup" in error["message"]


def test_an_article_comes_from_standard_input(cli: Cli, story: str, tmp_path: Path) -> None:
    piped = cli("group", "-", f"{story}/b.txt", stdin=(tmp_path / story / "a.txt").read_bytes())
    assert json.loads(piped.stdout)["stories"][0]["members"] == ["s1", "s2"]


def test_options_may_stand_between_inputs(cli: Cli, story: str) -> None:
    done = cli("summarize", f"{story}/a.txt", "--format", "json", f"{story}/b.txt")
    assert len(json.loads(done.stdout)["sources"]) == 2


def test_check_finds_a_false_number(cli: Cli, story: str, tmp_path: Path) -> None:
    text = "# Clock tower of Belm struck [1]\n\nThe repair will cost 90,000 crowns. [2]\n"
    (tmp_path / "s.md").write_text(text)
    done = cli("check", "s.md", story, "--format", "json")
    document = json.loads(done.stdout)
    validate("check", document)
    assert (done.returncode, document["verdict"]) == (1, "fail")
    (number,) = [found for found in document["findings"] if found["rule"] == "NUM101"]
    assert text[number["start"] : number["end"]].startswith("90,000")


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("text", "error NUM101"),
        ("sarif", '"ruleId": "NUM101"'),
        ("json", '"rule": "NUM101"'),
    ],
)
def test_check_prints_every_format(cli: Cli, story: str, form: str, expected: str) -> None:
    summary = b"The repair will cost 90,000 crowns. [2]\n"
    done = cli("check", "-", story, "--format", form, "--select", "num", stdin=summary)
    assert (done.returncode, expected in done.stdout.decode()) == (1, True)


def test_check_annotates_the_line_on_github(cli: Cli, story: str, tmp_path: Path) -> None:
    (tmp_path / "s.md").write_text("# Belm [1]\n\nThe repair will cost 90,000 crowns. [2]\n")
    done = cli("check", "s.md", story, "--format", "github", "--select", "NUM101")
    assert done.stdout.decode().startswith("::error file=s.md,line=3,endLine=3,title=NUM101 ")


def test_check_ignores_what_it_is_told_to(cli: Cli, story: str) -> None:
    summary = b"The repair will cost 90,000 crowns. [2]\n"
    done = cli("check", "-", story, "--select", "NUM,DAT", "--ignore", "NUM", stdin=summary)
    assert done.returncode == 0
    assert done.stdout.endswith(b"pass: 1 claim (1 uncheckable), no findings\n")


@pytest.mark.parametrize(
    ("fail_on", "status"), [("uncheckable", 1), ("warning,note", 0), ("warning, UNCHECKABLE", 1)]
)
def test_check_fails_on_what_it_is_told_to(cli: Cli, story: str, fail_on: str, status: int) -> None:
    summary = b"The repair will cost 90,000 crowns. [2]\n"
    done = cli("check", "-", story, "--select", "DAT", "--fail-on", fail_on, stdin=summary)
    verdict = b"fail" if status else b"pass"
    assert (done.returncode, done.stdout[:4]) == (status, verdict)


def test_check_cannot_fail_on_what_it_does_not_know(cli: Cli, story: str) -> None:
    done = cli("check", "-", story, "--fail-on", "doubt", stdin=b"Rain. [1]\n")
    assert done.returncode == 2
    assert b"'doubt' is none of warning, note, uncheckable" in done.stderr


def test_pairs_stream_in_order(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "pairs.jsonl").write_bytes(lines(*PAIRS))
    done = cli("check", "--pairs", "pairs.jsonl")
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    for report in reports:
        validate("pair", report)
    assert done.returncode == 0
    assert [(r["id"], r["verdict"]) for r in reports] == [("1", "supported"), ("2", "unsupported")]
    assert cli("check", "--pairs", "-", stdin=lines(*PAIRS)).stdout == done.stdout


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{broken\n", "line 2 is no JSON"),
        (b"[]\n", "line 2 is no object"),
        (b'{"id": "2", "evidence": "x"}\n', "line 2: 'claim' is missing"),
        (b'{"id": "2", "claim": "x", "evidence": [1]}\n', "line 2: 'evidence' is not a text"),
        (b'{"claim": "x", "evidence": []}\n', "line 2: 'id' is missing"),
        (b"\xff\n", "line 2 is no JSON"),
    ],
)
def test_a_broken_pair_is_numbered(cli: Cli, line: bytes, message: str) -> None:
    done = cli("check", "--pairs", "-", stdin=lines(PAIRS[0]) + line)
    assert done.returncode == 3
    assert f"standard input, {message}" in done.stderr.decode()


def test_inspect_prints_every_format(cli: Cli, story: str) -> None:
    document = json.loads(cli("inspect", story, "--format", "json").stdout)
    validate("inspection", document)
    assert [article["path"] for article in document["articles"]] == ["a.txt", "b.txt"]
    assert cli("inspect", story).stdout.decode().startswith("[1] Clock tower in Belm")
    page = cli("inspect", story, "--format", "html").stdout
    assert page.startswith(b"<!doctype html>")


def test_pack_prints_what_a_model_would_be_given(cli: Cli, story: str) -> None:
    done = cli("pack", story)
    assert done.stdout.decode().startswith("s1 | “Clock tower in Belm struck by lightning”\n1")
    tokens = token_count(done.stdout.decode())
    assert f"note: {tokens} tokens\n" in done.stderr.decode()
    packed = json.loads(cli("pack", story, "--format", "json").stdout)
    validate("pack", packed)
    assert (packed["text"], packed["tokens"]) == (done.stdout.decode(), tokens)


def test_pack_keeps_to_a_limit_and_says_what_it_left_out(cli: Cli, story: str) -> None:
    done = cli("pack", story, "--input-tokens", "130", "--model", "llama3.1:8b")
    notes = done.stderr.decode()
    (tokens,) = re.findall(r"(\d+) of 130 tokens, counted with a margin for llama3.1:8b", notes)
    assert token_count(done.stdout.decode()) < int(tokens) <= 130
    assert re.search(r"note: s\d\.\d.* left out: over the limit\n", notes)


def test_pack_refuses_a_limit_that_holds_no_sentence(cli: Cli, story: str) -> None:
    done = cli("pack", story, "--input-tokens", "9", "--format", "json")
    assert (done.returncode, done.stdout) == (2, b"")
    assert json.loads(done.stderr)["error"]["code"] == "budget-too-small"


def test_group_prints_stories(cli: Cli, story: str, other: str) -> None:
    done = cli("group", story, other)
    document = json.loads(done.stdout)
    validate("grouping", document)
    assert [s["members"] for s in document["stories"]] == [["s1", "s2"], ["s3"]]
    assert "chess cup" in cli("group", story, other, "--format", "text").stdout.decode()


def test_group_sorts_items(cli: Cli, story: str, other: str, tmp_path: Path) -> None:
    def item(name: str, file: str) -> dict[str, str | None]:
        title, _, text = (tmp_path / file).read_text().partition("\n\n")
        return {"id": name, "title": title, "text": text, "date": None, "outlet": None}

    items = [item("x", f"{story}/a.txt"), item("y", other), item("z", f"{story}/b.txt")]
    done = cli("group", "--items", "-", stdin=lines(*items))
    members = [s["members"] for s in json.loads(done.stdout)["stories"]]
    assert sorted(map(sorted, members)) == [["x", "z"], ["y"]]


def test_an_item_given_twice_is_refused(cli: Cli) -> None:
    done = cli("group", "--items", "-", stdin=lines({"id": "a", "text": "x"}) * 2)
    assert done.returncode == 3
    assert b"line 2: the id 'a' was already given at standard input, line 1" in done.stderr


@pytest.mark.parametrize(("name", "label"), [("-", "standard input"), ("empty.txt", "empty.txt")])
def test_an_empty_pile_is_refused(cli: Cli, tmp_path: Path, name: str, label: str) -> None:
    (tmp_path / "empty.txt").write_text("\n")
    done = cli("group", "--items", name)
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.decode().startswith(f"summarizer: error: {label} is empty\n")


def test_rules_are_listed_and_explained(cli: Cli) -> None:
    listed = json.loads(cli("rules", "--format", "json").stdout)
    assert [each["id"] for each in listed] == [rule.id for rule in rules()]
    assert len(cli("rules", "quo").stdout.splitlines()) >= 6
    explained = cli("rules", "NUM101").stdout.decode()
    assert explained.startswith("NUM101 ")
    assert "\nBad\n" in explained
    assert "\nGood\n" in explained


def test_the_same_input_gives_the_same_bytes(process: Cli, story: str) -> None:
    made = {
        form: {
            re.sub(rb'"created":\s?"[^"]*"|\d{4}-\d\d-\d\dT[\d:+]+', b"", done.stdout)
            for done in (
                process("summarize", story, "--format", form, PYTHONHASHSEED=seed) for seed in "12"
            )
        }
        for form in ("json", "md", "html", "text")
    }
    made["pack"] = {
        process("pack", story, "--input-tokens", "130", PYTHONHASHSEED=seed).stdout for seed in "12"
    }
    assert {form: len(outputs) for form, outputs in made.items()} == dict.fromkeys(made, 1)
