"""A suite of planted defects: summaries of real stories, right ones and ones with a single fault.

A cluster is a folder with the articles in `sources/`, summaries in Markdown (`clean-*` are right,
`ok-*` differ from one of them by a sentence and are right, `bad-*` by a fault) and `labels.json`.
Only the standard library is needed, so that checkers of others can be run on the suite as well.
"""

from __future__ import annotations

import json
import os
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
HEADLINE = -1
LEVELS = {"warning": 1, "error": 2}
_MARKERS = re.compile(r"\s*\[(\d{1,4})\]")


class Mark(NamedTuple):
    """A finding on a sentence: its rule, its level (error or warning) and what it says."""

    rule: str
    level: str
    message: str


class Checked(NamedTuple):
    """A sentence of a summary, with what a checker says of it; a score of 1 is full support."""

    cluster: str
    file: str
    sentence: int
    text: str
    score: float
    marks: tuple[Mark, ...]


class Label(NamedTuple):
    """What was done to a summary: the changed sentence, the sort of change, and the reason."""

    base: str
    sentence: int
    sort: str
    was: str
    now: str
    why: str


class Defect(NamedTuple):
    """A planted fault: what a checker says of it and did not say before, and both scores."""

    cluster: str
    file: str
    label: Label
    marks: tuple[Mark, ...]
    score: float
    score_before: float


class Suite(NamedTuple):
    """What a checker made of a suite: the faults, the clean sentences and the rewritten ones."""

    defects: tuple[Defect, ...]
    clean: tuple[Checked, ...]
    rewritten: tuple[Checked, ...]

    def of(self, clusters: Sequence[str]) -> Suite:
        """The part that belongs to these clusters."""
        return Suite(
            tuple(each for each in self.defects if each.cluster in clusters),
            tuple(each for each in self.clean if each.cluster in clusters),
            tuple(each for each in self.rewritten if each.cluster in clusters),
        )


def add_data(parser: argparse.ArgumentParser) -> None:
    """Add the option that says where the suite is."""
    data = Path(os.environ.get("SUMMARIZER_DATA", ROOT.parent / "shared")) / "data" / "defects"
    parser.add_argument("--data", type=Path, default=data, help="the suite (SUMMARIZER_DATA)")


def clusters(suite: Path) -> list[Path]:
    """The folders of a suite's clusters; the program ends where there are none."""
    found = sorted(path.parent for path in suite.glob("*/labels.json"))
    if not found:
        raise SystemExit(f"no clusters (folders with labels.json) in {suite}; give --data")
    return found


def sources(cluster: Path) -> list[Path]:
    """The articles in the order of their numbers."""
    entries = json.loads((cluster / "cluster.json").read_text(encoding="utf-8"))["sources"]
    return [cluster / "sources" / e["file"] for e in sorted(entries, key=lambda e: e["n"])]


def summaries(cluster: Path) -> list[Path]:
    """All summaries of a cluster."""
    return sorted(path for kind in ("clean", "ok", "bad") for path in cluster.glob(f"{kind}-*.md"))


def sentences(markdown: str) -> Iterator[tuple[int, str, tuple[int, ...]]]:
    """Index, text and cited sources of each sentence: a paragraph; the headline is -1."""
    blocks = [block.strip() for block in markdown.split("\n\n") if block.strip()]
    for index, block in enumerate(blocks, HEADLINE):
        cited = tuple(int(number) for number in _MARKERS.findall(block))
        yield index, _MARKERS.sub("", block).removeprefix("# "), cited


def labels(cluster: Path) -> dict[str, Label]:
    """What was changed in each summary that is not clean."""
    values: Mapping[str, Any] = json.loads((cluster / "labels.json").read_text(encoding="utf-8"))
    return {
        name: Label(
            base=each["base"],
            sentence=int(each["sentence"]),
            sort=each.get("class") or each.get("kind", "?"),
            was=each["was"],
            now=each["now"],
            why=each["why"],
        )
        for name, each in sorted(values.items())
    }


def new_marks(now: Sequence[Mark], before: Sequence[Mark]) -> tuple[Mark, ...]:
    """What is said of a changed sentence, without what its rule said before as loudly."""
    had: defaultdict[str, int] = defaultdict(int)
    for mark in before:
        had[mark.rule] = max(had[mark.rule], LEVELS[mark.level])
    return tuple(mark for mark in now if LEVELS[mark.level] > had[mark.rule])


def judged(folders: Sequence[Path], checked: Sequence[Checked]) -> Suite:
    """Hold what a checker says of each sentence against the labels."""
    places = {(each.cluster, each.file, each.sentence): each for each in checked}
    defects, rewritten = [], []
    for folder in folders:
        for file, label in labels(folder).items():
            now = places.get((folder.name, file, label.sentence))
            if now is None:
                continue
            if file.startswith("ok-"):
                rewritten.append(now)
                continue
            old = places.get((folder.name, label.base, label.sentence))
            marks = new_marks(now.marks, old.marks if old else ())
            before = old.score if old else 1.0
            defects.append(Defect(folder.name, file, label, marks, now.score, before))
    clean = tuple(each for each in checked if each.file.startswith("clean-"))
    return Suite(tuple(defects), clean, tuple(rewritten))
