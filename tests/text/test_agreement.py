from __future__ import annotations

import itertools
import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import pytest

from summarizer.text.agreement import AGREE, agreeing, agreement

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a cracked valve", "because the valve had cracked"),  # other order
        ("to inspect the dam", "for an inspection of the dam's gates"),  # verb and noun
        ("the biggest dam in the valley", "its largest dam"),  # superlatives
        ("to curb poaching", "in order to restrain poachers"),  # synonyms
        ("illicit timber", "contraband logs"),  # near in meaning
        ("the failure of the pump", "a broken pump"),
        ("until 2031", "until 4 May 2031"),  # less and more exact
        ("another year", "one more year"),
        ("at least three more weeks", "three weeks"),
    ],
)
def test_the_same_in_other_words(one: str, other: str) -> None:
    assert agreement(one, other) >= AGREE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a cracked valve", "an error of the crew"),
        ("four weeks", "five weeks"),
        ("another year", "two years"),
        ("until May 2031", "until June 2031"),
        ("a rise in wages", "a fall in wages"),  # direction
        ("the permit had been renewed", "the permit had not been renewed"),  # denial
        ("there was no snow", "snow on the line"),
    ],
)
def test_different_answers(one: str, other: str) -> None:
    assert agreement(one, other) < AGREE


def test_it_is_symmetric() -> None:
    one, other = "ice on the old rails", "rails that were covered with ice and snow"
    assert agreement(one, other) == agreement(other, one)


def test_words_of_the_question_prove_little() -> None:
    one, other = "the ferry sank after a fire", "the ferry hit a rock"
    assert agreement(one, other, question="Why did the ferry sink?") < agreement(one, other)


def test_words_that_the_whole_story_shares_prove_little() -> None:
    one, other = "a leak in the tank", "paint on the tank"
    shared = {"tank": 0.1, "leak": 1.0}
    assert agreement(one, other, rare=shared) < agreement(one, other)


def test_nothing_agrees_with_nothing() -> None:
    assert agreement("", "of the") == 0.0


def test_answers_meet_through_the_others() -> None:
    texts = ["smuggled cigarettes", "a fire in the hold", "smuggled fuel", "cigarettes and fuel"]
    assert agreeing(texts) == ((0, 2, 3), (1,))


def test_contradictions_are_never_in_one_group() -> None:
    assert agreeing(["three weeks", "four weeks", "three more weeks"]) == ((0, 2), (1,))


def test_no_answers_make_no_group() -> None:
    assert agreeing([]) == ()


@pytest.mark.data
def test_answers_that_readers_call_the_same(data_folder: Path) -> None:
    """Each kind of pair is told right in three of four at least (all: benchmarks/answers.py)."""
    rows: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    file = data_folder / "data" / "answers" / "nanco.jsonl"
    for line in file.read_text("utf-8").splitlines():
        row = json.loads(line)
        rows[row["question"]].append(row)
    told: Counter[tuple[bool, bool]] = Counter()
    for question, answers in rows.items():
        found = agreeing([row["answer"] for row in answers], question=question)
        home = {n: k for k, group in enumerate(found) for n in group}
        for a, b in itertools.combinations(range(len(answers)), 2):
            told[answers[a]["group"] == answers[b]["group"], home[a] == home[b]] += 1

    assert told[True, True] > 3 * told[True, False]
    assert told[False, False] > 3 * told[False, True]
