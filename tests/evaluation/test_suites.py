"""Suites are read whole or refused with everything that is wrong with them."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.errors import InputError, UsageError
from summarizer.evaluation.suites import place, read_case, suites
from tests.evaluation.conftest import CASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FACT = CASE["facts"][0]
FIRST = "1-quay-post.txt"


def faults(folder: Path) -> list[str]:
    (suite,) = suites(place(folder))
    with pytest.raises(InputError) as caught:
        read_case(suite, "fire")
    return [line.removeprefix("small/fire: ") for line in caught.value.message.split("\n")]


def test_a_case_is_read_with_its_articles_and_places(eval_dir: Path) -> None:
    (suite,) = suites(place(eval_dir))
    case = read_case(suite, "fire")
    assert (case.id, suite.max_words, case.sources("2-marlow-sun.txt")) == (
        "small/fire",
        300,
        ("s2",),
    )
    texts = {article.id: article.text for article in case.articles}
    found = [
        texts[each.source][each.start : each.end] for each in case.stretches(case.expected.facts[0])
    ]
    assert found == [each["exact"] for each in FACT["passages"]]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"kind": "Big Fire"}, "kind: 'Big Fire' does not match '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'"),
        (
            {"facts": [FACT | {"words": ["burned down"]}]},
            "fact 'destroyed': its own text has none of burned down",
        ),
        (
            {
                "facts": [
                    FACT | {"passages": [{"file": "1-quay-post.txt", "exact": "No such words"}]}
                ]
            },
            "fact 'destroyed': “No such words” does not stand word for word in 1-quay-post.txt",
        ),
        (
            {"facts": [FACT | {"passages": [{"file": "1-quay-post.txt", "exact": "Brandt said"}]}]},
            "fact 'destroyed': “Brandt said” stands 2 times in 1-quay-post.txt",
        ),
        (
            {
                "facts": [
                    FACT | {"passages": [{"file": "1-quay-post.txt", "exact": "Fire destroys"}]}
                ]
            },
            f"fact 'destroyed': “Fire destroys” stands in no sentence of the body of {FIRST}",
        ),
        (
            {"sources": [{"file": "9-nobody.txt", "must": "used", "why": "it is the first"}]},
            "source '9-nobody.txt': there is no file 'articles/9-nobody.txt'",
        ),
        (
            {"forbidden": [CASE["forbidden"][0] | {"words": ["fire"]}]},
            "forbidden 'dead': fact 'destroyed' tells it",
        ),
        ({"loaded": ["destroyed"]}, "fact 'destroyed': has 'destroyed', which is called loaded"),
        ({"loaded": ["wicked"]}, "loaded: no article has 'wicked'"),
        (
            {"values": [{"name": "hurt", "words": ["hurt"], "right": ["3"], "wrong": ["9", "3"]}]},
            "value 'hurt': '3' is right and wrong",
        ),
        (
            {"faulty": [CASE["faulty"][0] | {"text": "Nine were hurt. [3]"}]},
            "faulty 'nine': [3] leads to none of the 2 inputs",
        ),
        (
            {"faulty": [CASE["faulty"][0] | {"families": ["XYZ"]}]},
            "faulty 'nine': there is no rule or family 'XYZ'",
        ),
        (
            {"sound": [{"id": "a", "text": "The harbour is closed."}]},
            "sound 'a': has no marker like [1]",
        ),
        (
            {"sound": [{"id": "a", "text": "It is closed. [1] It burns. [2]"}]},
            "sound 'a': 2 sentences where one belongs",
        ),
        (
            {"sound": [{"id": "a", "text": CASE["faulty"][0]["text"]}]},
            "sound 'a': the same sentence is faulty 'nine'",
        ),
        (
            {"sources": [{"file": "1-quay-post.txt", "must": "not used", "why": "it is late"}]},
            "fact 'started': must be told, and stands only in files that must not be used",
        ),
        ({"length": {"min_claims": 12}}, "length: 12 claims are more than the suite's 9"),
    ],
)
def test_a_fault_of_a_case_is_named(
    values: dict[str, Any], expected: str, changed: Callable[[dict[str, Any]], Path]
) -> None:
    assert faults(changed(values)) == [expected]


def test_all_faults_are_named_at_once(changed: Callable[[dict[str, Any]], Path]) -> None:
    case = copy.deepcopy(CASE)
    case["facts"][0]["passages"][0]["file"] = "7-x.txt"
    case["loaded"] = ["wicked"]
    assert faults(changed(case)) == [
        "fact 'destroyed': there is no file 'articles/7-x.txt'",
        "loaded: no article has 'wicked'",
    ]


@pytest.mark.parametrize(
    ("toml", "expected"),
    [
        ("name = 'small'\n", "'description' is missing, or no str"),
        (
            "name = 'other'\ndescription = 'x'\ncases = ['fire']\n",
            "'name' is 'other', and the folder is 'small'",
        ),
        ("name = 'small'\ndescription = 'x'\ncases = []\n", "'cases' leaves out 'fire'"),
        (
            "name = 'small'\ndescription = 'x'\ncases = ['fire']\n[limits]\nmax_words = 0\n",
            "'limits.max_words' is no whole number of 1 or more",
        ),
        (
            "name = 'small'\ndescription = 'x'\ncases = ['fire']\nspeed = 3\n",
            "there is no key 'speed'",
        ),
    ],
)
def test_a_wrong_suite_file_is_refused(toml: str, expected: str, eval_dir: Path) -> None:
    path = eval_dir / "suites" / "small" / "suite.toml"
    path.write_text(toml, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        suites(place(eval_dir))
    assert caught.value.message == f"{path}: {expected}"


def test_an_unknown_suite_and_a_folder_without_suites_are_usage_errors(eval_dir: Path) -> None:
    with pytest.raises(UsageError, match="there is no suite 'large'"):
        suites(place(eval_dir), ["large"])
    with pytest.raises(UsageError, match="has no folder 'suites'"):
        place(eval_dir / "suites")


def test_the_committed_suites_are_without_fault() -> None:
    for suite in suites(place(None)):
        for name in suite.cases:
            assert read_case(suite, name).id == f"{suite.name}/{name}"


def test_the_schema_knows_every_field(eval_dir: Path) -> None:
    from dataclasses import fields

    from summarizer.evaluation.case import Expectations
    from summarizer.evaluation.suites import schema

    known = set(schema()["properties"]) - {"$schema"}
    assert known == {each.name for each in fields(Expectations)}
    assert json.loads((eval_dir / "suites/small/fire/case.json").read_text()) == CASE
