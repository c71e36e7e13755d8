"""Counting what a checker finds of planted defects."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks import planted
from benchmarks.defect_curve import changes, run, store, stored
from benchmarks.planted import Checked, Defect, Label, Mark, Suite
from benchmarks.rule_curve import (
    Tally,
    auc,
    curve,
    detection,
    folds,
    ordered,
    score_curve,
    tallies,
    within,
)

if TYPE_CHECKING:
    from pathlib import Path

WRONG = Mark("NUM101", "error", "s1 does not have this figure")
LOUD = Mark("NEU101", "warning", "'grim' takes a side")


def defect(sort: str, *marks: Mark, score: float = 0.2, cluster: str = "mill") -> Defect:
    return Defect(cluster, "bad-1.md", Label("", 0, sort, "", "", ""), marks, score, 0.9)


def sentence(*marks: Mark, score: float = 0.9, cluster: str = "mill") -> Checked:
    return Checked(cluster, "clean-a.md", 0, "The mill is shut.", score, marks)


SUITE = Suite(
    defects=(defect("NUM-VAL", WRONG), defect("NUM-VAL"), defect("LOAD-WORD", LOUD, WRONG)),
    clean=(sentence(), sentence(LOUD, score=0.1)),
    rewritten=(sentence(),),
)


def test_a_rule_is_counted_where_it_hits_and_where_it_errs() -> None:
    assert ordered(tallies(SUITE)) == [
        Tally("NUM101", "error", hits=2, alone=2, clean=0, ok=0),
        Tally("NEU101", "warning", hits=1, alone=0, clean=1, ok=0),
    ]


def test_detection_is_averaged_over_classes() -> None:
    assert detection(SUITE, {("NUM101", "error")}) == (0.5 + 1) / 2


def test_the_curve_adds_the_most_precise_rule_first() -> None:
    points = list(curve(SUITE, ordered(tallies(SUITE))))
    assert [tuple(each) for each in points] == [
        ("NUM101 error", 0.75, 0.0, 0.0),
        ("NEU101 warning", 0.75, 0.5, 0.0),
    ]


def test_rules_are_let_in_as_long_as_the_budget_lasts() -> None:
    assert within(SUITE, ordered(tallies(SUITE)), 0.2) == {("NUM101", "error")}


def test_the_score_flags_what_lies_below_the_cut() -> None:
    (point,) = score_curve(SUITE, (0.5,), rules=False)
    assert tuple(point) == ("0.50", 1.0, 0.5, 0.0)
    assert auc(SUITE) == 0.5


def test_each_cluster_is_held_out_once() -> None:
    names = [f"c{n}" for n in range(15)]
    pairs = folds(names)
    assert sorted(name for _, rest in pairs for name in rest) == sorted(names)
    assert [(len(develop), len(rest)) for develop, rest in pairs] == [(12, 3)] * 5


def test_what_was_said_before_is_no_detection() -> None:
    louder = LOUD._replace(level="error")
    assert planted.new_marks((LOUD, WRONG), (LOUD,)) == (WRONG,)
    assert planted.new_marks((louder,), (LOUD,)) == (louder,)


def cluster(folder: Path) -> Path:
    """A suite of one cluster: a clean summary of an invented story, and one with a wrong figure."""
    mill = folder / "mill"
    (mill / "sources").mkdir(parents=True)
    article = "Mill fire in Orlen\n\nA fire hurt 12 people at the mill in Orlen on Monday.\n"
    (mill / "sources" / "1.txt").write_text(article, encoding="utf-8")
    clean = "# Fire at mill in Orlen [1]\n\nA fire hurt 12 people at the mill in Orlen. [1]\n"
    (mill / "clean-a.md").write_text(clean, encoding="utf-8")
    (mill / "bad-01.md").write_text(clean.replace("12", "17"), encoding="utf-8")
    entry = {"base": "clean-a.md", "class": "NUM-VAL", "sentence": 0}
    label = {"bad-01.md": {**entry, "was": "12", "now": "17", "why": "12"}}
    (mill / "labels.json").write_text(json.dumps(label), encoding="utf-8")
    listed = {"sources": [{"n": 1, "file": "1.txt"}]}
    (mill / "cluster.json").write_text(json.dumps(listed), encoding="utf-8")
    return mill


def test_a_suite_is_run_stored_and_compared(tmp_path: Path) -> None:
    mill = cluster(tmp_path)
    checked = list(run(mill))
    store(tmp_path / "run.jsonl", checked)
    assert stored(tmp_path / "run.jsonl") == checked
    suite = planted.judged(planted.clusters(tmp_path), checked)
    found = {mark.rule for each in suite.defects for mark in each.marks}
    assert "NUM101" in found
    assert len(suite.clean) == 2
    blind = Suite(tuple(each._replace(marks=()) for each in suite.defects), suite.clean, ())
    assert "- hit   NUM101 error NUM-VAL mill/bad-01.md" in list(changes(blind, suite))


def test_a_summary_is_read_with_its_markers() -> None:
    text = "# Mill shut [1][2]\n\nIt is shut, said its owner. [2]\n"
    assert list(planted.sentences(text)) == [
        (-1, "Mill shut", (1, 2)),
        (0, "It is shut, said its owner.", (2,)),
    ]
