"""Whether answers of news readers to one question say the same: balanced accuracy over pairs.

    python benchmarks/answers.py FILE.jsonl

Rows {question, paragraph, answer, group}; equal groups mean the same answer. Columns: the token
Jaccard, the product's score for two answers, the same without the weights of the story's words, and
the product's groups of all answers. Each question is judged at the threshold that does best on the
other questions ("left out"), and at the product's own. The last lines count pairs at that one.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.agreement import AGREE, agreeing, agreement
from summarizer.text.similarity import rarity, roots
from summarizer.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Row = Mapping[str, str]
    Scores = Callable[[str, Sequence[Row]], list[float]]

THRESHOLDS = tuple(n / 100 for n in range(1, 60))


class Marked(NamedTuple):
    """The pairs of answers to one question: whether they are the same, and their scores."""

    same: list[bool]
    scores: list[float]


def jaccard(question: str, rows: Sequence[Row]) -> list[float]:
    """Common words over all words, for each pair of answers."""
    del question
    sets = [frozenset(token.lower for token in tokenize(row["answer"])) for row in rows]
    return [len(a & b) / max(1, len(a | b)) for a, b in itertools.combinations(sets, 2)]


def pairs(question: str, rows: Sequence[Row]) -> list[float]:
    """The product's score of each pair, words weighted by the paragraphs of all answers."""
    rare = weights(rows)
    texts = [row["answer"] for row in rows]
    return [
        agreement(a, b, question=question, rare=rare) for a, b in itertools.combinations(texts, 2)
    ]


def alone(question: str, rows: Sequence[Row]) -> list[float]:
    """The product's score of each pair, all words of one weight."""
    texts = [row["answer"] for row in rows]
    return [agreement(a, b, question=question) for a, b in itertools.combinations(texts, 2)]


def groups(question: str, rows: Sequence[Row]) -> list[float]:
    """1 for each pair that the product puts into one group, else 0."""
    found = agreeing([row["answer"] for row in rows], question=question, rare=weights(rows))
    home = {n: k for k, group in enumerate(found) for n in group}
    return [float(home[a] == home[b]) for a, b in itertools.combinations(range(len(rows)), 2)]


def weights(rows: Sequence[Row]) -> dict[str, float]:
    """The rarity of roots over the paragraphs."""
    return rarity([roots(text) for text in sorted({row["paragraph"] for row in rows})])


def balanced(marked: Marked, threshold: float) -> float:
    """The mean of the shares of the same and of the different pairs that are told right."""
    hits = [score >= threshold for score in marked.scores]
    right = [
        sum(hit == same for hit, same in zip(hits, marked.same, strict=True) if same == kind)
        / max(1, marked.same.count(kind))
        for kind in (True, False)
    ]
    return sum(right) / 2


def best(others: Sequence[Marked]) -> float:
    """The threshold with the best mean balanced accuracy."""
    return max(THRESHOLDS, key=lambda t: sum(balanced(each, t) for each in others))


def report(name: str, marked: Mapping[str, Marked], own: float | None) -> None:
    """Print the balanced accuracy of each question and the mean, left out and at the own one."""
    rows = {}
    if name != "groups":  # they have no scores to set another threshold on
        rows["left out"] = [
            balanced(each, best([m for q, m in marked.items() if q != question] or [each]))
            for question, each in marked.items()
        ]
    if own:
        rows["own"] = [balanced(each, own) for each in marked.values()]
    for title, row in rows.items():
        figures = " ".join(f"{value:.3f}" for value in row)
        print(f"{name:<8} {title:<9} mean {sum(row) / len(row):.3f}  each {figures}")


def confusion(name: str, marked: Mapping[str, Marked], own: float) -> None:
    """Print how many pairs are told right and wrong."""
    told = [
        (same, score >= own)
        for each in marked.values()
        for same, score in zip(each.same, each.scores, strict=True)
    ]
    print(
        f"{name:<8} same pairs: {told.count((True, True))} found,"
        f" {told.count((True, False))} missed; different: {told.count((False, False))} kept apart,"
        f" {told.count((False, True))} taken as the same"
    )


def main(path: str) -> None:
    """Print a row for each method."""
    questions: defaultdict[str, list[Row]] = defaultdict(list)
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        questions[row["question"]].append(row)
    same = {
        question: [a["group"] == b["group"] for a, b in itertools.combinations(rows, 2)]
        for question, rows in questions.items()
    }
    methods: dict[str, tuple[Scores, float | None]] = {
        "jaccard": (jaccard, None),
        "alone": (alone, AGREE),
        "pairs": (pairs, AGREE),
        "groups": (groups, AGREE),
    }
    for name, (score, own) in methods.items():
        marked = {q: Marked(same[q], score(q, rows)) for q, rows in questions.items()}
        report(name, marked, own)
        if own:
            confusion(name, marked, own)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(f"usage: python {sys.argv[0]} FILE.jsonl")
    main(sys.argv[1])
