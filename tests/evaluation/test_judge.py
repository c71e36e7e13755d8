"""What was recorded is judged without a server, the same however it is shared out."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from summarizer.evaluation.hearing import Hearing, Rules
from summarizer.evaluation.judge import jobs, judge
from summarizer.evaluation.model import Subject
from summarizer.evaluation.subjects import Choice, chosen
from summarizer.evaluation.suites import place, read_case, suites
from summarizer.model.codec import decode, encode
from summarizer.pipeline import check
from tests.evaluation.conftest import ARTICLES, CLAIMS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.fault_server import FaultServer

    Evaluate = Callable[..., tuple[int, str, str]]

EXTRACTIVE = Subject(kind="writer", name="extractive")


def test_the_printed_judgement_has_the_fixed_keys(
    evaluate: Evaluate, recorded: FaultServer
) -> None:
    status, out, error = evaluate("judge", "small", "--format", "json")
    document = json.loads(out)
    assert list(document) == ["verdict", "cases", "trials", "metrics", "hard_failures"]
    assert (status, document["verdict"], document["cases"], document["trials"]) == (0, "pass", 1, 2)
    assert all(list(each) == ["value", "low", "high"] for each in document["metrics"].values())
    assert document["metrics"]["fact-coverage"]["value"] == 1.0
    assert "small has no baseline" in error
    assert len(recorded.requests) == 2


def test_two_processes_judge_as_one(evaluate: Evaluate, eval_dir: Path) -> None:
    shutil.copytree(eval_dir / "suites" / "small", eval_dir / "suites" / "other")
    toml = eval_dir / "suites" / "other" / "suite.toml"
    toml.write_text(toml.read_text().replace('"small"', '"other"'), encoding="utf-8")
    where = place(eval_dir)
    planned = [
        job for suite in suites(where) for job in jobs(where, suite, [EXTRACTIVE], rules=Rules())
    ]
    assert judge(planned, processes=2) == judge(planned, processes=1)
    assert json.loads(evaluate("judge", "--format", "json")[1])["cases"] == 2


def test_an_outcome_survives_being_kept(eval_dir: Path) -> None:
    where = place(eval_dir)
    (suite,) = suites(where)
    (scored,) = judge(jobs(where, suite, [EXTRACTIVE], rules=Rules())).scored
    assert decode(type(scored), json.loads(json.dumps(encode(scored)))) == scored


def test_the_walk_says_of_a_summary_what_the_check_says_of_it(eval_dir: Path) -> None:
    """A hearing does not check again what the walk has checked; this is why it need not."""
    where = place(eval_dir)
    (suite,) = suites(where)
    case = read_case(suite, "fire")
    outcome = Hearing(where, suite, case, rules=Rules(), prompts_dir=None).outcome(EXTRACTIVE, 1)
    assert outcome.summary is not None
    assert outcome.report == check(outcome.summary, case.articles)


def test_a_changed_article_makes_answers_stale(
    evaluate: Evaluate, eval_dir: Path, recorded: FaultServer
) -> None:
    path = eval_dir / "suites" / "small" / "fire" / "articles" / "1-quay-post.txt"
    path.write_text(path.read_text().replace("Three workers", "Three men"), encoding="utf-8")
    case = path.parent.parent / "case.json"
    case.write_text(case.read_text().replace("three workers", "three men"), encoding="utf-8")
    status, out, error = evaluate("judge", "--format", "json")
    assert (status, out) == (2, "")
    assert "there is nothing to judge" in error
    assert "the closest one differs in messages" in error
    assert len(recorded.requests) == 2


def test_what_is_stale_is_said_before_any_number(
    evaluate: Evaluate, eval_dir: Path, recorded: FaultServer
) -> None:
    folder = eval_dir / "cassettes" / "small" / "fire" / "summarize@1" / "quill"
    (path,) = (folder / "2").iterdir()
    path.rename(path.with_name("one-call-0000000000000000.json"))
    status, out, error = evaluate("judge", "--format", "json")
    assert (status, json.loads(out)["trials"]) == (0, 1)
    assert "stale: 1 trials answer other requests" in error
    text = evaluate("judge")[1]
    assert text.index("stale: 1") < text.index("fact-coverage")
    assert len(recorded.requests) == 2


def test_a_repair_that_was_never_recorded_counts_as_unanswered(
    evaluate: Evaluate, eval_dir: Path, recorded: FaultServer
) -> None:
    """Answers from before the rules changed may fail them now: the claim is replaced."""
    for path in (eval_dir / "cassettes").rglob("*.json"):
        path.write_text(path.read_text().replace("until Thursday", "until Sunday"))
    assert evaluate("judge")[0] == 0  # the request quotes the article too, but keys are kept
    metrics = json.loads(evaluate("judge", "--format", "json")[1])["metrics"]
    assert metrics["repaired"]["value"] == 0.0
    assert metrics["replaced"]["value"] + metrics["withheld"]["value"] == 0.25
    assert len(recorded.requests) == 2


def test_a_rule_that_is_switched_off_shows_in_what_is_planted(evaluate: Evaluate) -> None:
    found = [
        json.loads(evaluate("judge", "--format", "json", *more)[1])["metrics"]["faulty-found"]
        for more in ((), ("--ignore", "NUM"))
    ]
    assert [each["value"] for each in found] == [1.0, 0.0]


GOOD = f"# {CLAIMS[0]['text']} [1][2]\n\n" + " ".join(f"{c['text']} [1]" for c in CLAIMS)


def test_somebodys_markdown_is_judged(evaluate: Evaluate, tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    (folder / "fire.md").write_text(GOOD, encoding="utf-8")
    status, out, _ = evaluate("judge", "--summaries", str(folder), "--format", "json")
    document = json.loads(out)
    assert (status, document["trials"], document["metrics"]["fact-coverage"]["value"]) == (0, 1, 1)


def test_an_unsupported_claim_of_somebody_fails_the_verdict(
    evaluate: Evaluate, tmp_path: Path
) -> None:
    folder = tmp_path / "theirs" / "small" / "fire"
    folder.mkdir(parents=True)
    (folder / "1.md").write_text(GOOD, encoding="utf-8")
    (folder / "2.md").write_text(f"{GOOD} Nine workers were hurt. [1]", encoding="utf-8")
    (folder / "3.md").write_text("", encoding="utf-8")
    status, out, error = evaluate(
        "judge", "--summaries", str(tmp_path / "theirs"), "--format", "json"
    )
    document = json.loads(out)
    assert (status, document["trials"], document["hard_failures"]) == (1, 3, [])
    assert "1 unsupported: “Nine workers were hurt.”" in error
    assert document["metrics"]["published"]["value"] == 0.0  # one of three has no sentence


def test_what_our_own_writers_publish_wrongly_is_a_hard_failure(
    evaluate: Evaluate, eval_dir: Path
) -> None:
    """With a rule off in the walk and on in what is said of it there would be one; here by hand."""
    from dataclasses import replace

    from summarizer.evaluation.hard import hard_failures

    del evaluate
    where = place(eval_dir)
    (suite,) = suites(where)
    case = read_case(suite, "fire")
    hearing = Hearing(where, suite, case, rules=Rules(), prompts_dir=None)
    good = hearing.outcome(EXTRACTIVE, 1)
    wrong = replace(good, report=check("# Nine died. [1]\n\nNine died. [1]", case.articles))
    assert hard_failures([good], {}) == ()
    assert {each.code for each in hard_failures([wrong], {})} == {"unsupported-claim-published"}


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(), ["summarize@1 quill"]),
        (Choice(models=("nib",)), ["extractive"]),
        (Choice(prompts=("summarize",)), ["summarize@1 quill"]),
        (Choice(prompts=("summarize@2",)), []),
        (Choice(writers=("extractive",)), ["extractive"]),
        (
            Choice(prompts=("summarize@1",), writers=("extractive",)),
            ["summarize@1 quill", "extractive"],
        ),
    ],
)
def test_who_is_judged(
    choice: Choice, expected: list[str], eval_dir: Path, recorded: FaultServer
) -> None:
    where = place(eval_dir)
    (suite,) = suites(where)
    assert [str(each) for each in chosen(where, suite, choice, None)] == expected
    assert recorded.requests


def test_a_case_needs_no_common_story_to_be_judged(eval_dir: Path, evaluate: Evaluate) -> None:
    folder = eval_dir / "suites" / "small" / "fire" / "articles"
    other = (
        "Schoolgirl wins chess cup\n\nTen-year-old Pia Lund won the chess cup of the islands.\n\n"
        "Her teacher praised her patience in the endgame.\n"
    )
    kept = ARTICLES["2-marlow-sun.txt"]
    (folder / "2-marlow-sun.txt").write_text(other, encoding="utf-8")
    case = folder.parent / "case.json"
    document = json.loads(case.read_text())
    document["facts"][0]["passages"].pop()
    document |= {"conflicts": [], "loaded": []}
    case.write_text(json.dumps(document), encoding="utf-8")
    status, out, _ = evaluate("judge", "--format", "json")
    metrics = json.loads(out)["metrics"]
    assert (status, metrics["published"]["value"], metrics["fact-coverage"]["value"]) == (0, 0, 0)
    assert kept != other
