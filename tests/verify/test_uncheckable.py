"""A claim that cannot be judged is neither supported nor unsupported, and says why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summarizer.model.findings import SUPPORT_FAMILIES
from summarizer.verify import check, parse
from summarizer.verify.pairs import example_story, plain_article, plain_story
from summarizer.verify.registry import rules

if TYPE_CHECKING:
    from collections.abc import Sequence

ENGLISH = plain_article(1, "Bridge\n\nThe bridge of Belm is shut since Monday.")
FOREIGN = replace(plain_article(2, "Ponte\n\nA ponte de Belm está fechada."), language="pt")
EMPTY = plain_article(3, "", titled=False)


def judged(text: str, *ignore: str) -> list[tuple[str, str | None]]:
    story = plain_story((ENGLISH, FOREIGN, EMPTY))
    report = check(parse(f"# The bridge of Belm is shut [1]\n\n{text}\n"), story, ignore=ignore)
    return [(claim.verdict, claim.reason) for claim in report.claims[1:]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge of Belm is shut. [1]", ("supported", None)),
        ("The bridge of Belm is shut. [2]", ("uncheckable", "s2 is in another language (pt)")),
        ("The bridge of Belm is shut. [1][2]", ("uncheckable", "s2 is in another language (pt)")),
        ("The bridge is shut [2] in Belm [1].", ("uncheckable", "s2 is in another language (pt)")),
        ("The bridge of Belm is shut. [3]", ("uncheckable", "s3 has no text that could be read")),
        ("Rain fell. [1]", ("uncheckable", "no sentence of s1 is about the same")),
        (
            "Guards of the Belm bridge said the captain was drunk and asleep. [1]",
            ("uncheckable", "next to nothing that it tells is in s1"),
        ),
        ("It was so. [1]", ("uncheckable", "it has no word that a source could carry")),
        ("The bridge of Belm is shut.", ("uncheckable", "it cites no source")),
    ],
)
def test_what_cannot_be_judged_says_why(text: str, expected: tuple[str, str | None]) -> None:
    assert judged(text, "SUP", "CIT", "ENT") == [expected]


def verdicts(
    select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> list[tuple[str, str | None]]:
    """What is said of three claims: a plain one, one of a foreign page, a wrong one."""
    text = "The bridge is shut. [1]\n\nIt is shut. [2]\n\nThe bridge is shut since Friday. [1]\n"
    report = check(parse(text), plain_story((ENGLISH, FOREIGN)), select=select, ignore=ignore)
    return [(claim.verdict, claim.reason) for claim in report.claims]


def test_nothing_is_supported_where_no_rule_of_support_looked() -> None:
    foreign = ("uncheckable", "s2 is in another language (pt)")
    left_out = "no rule of SUP, QUO, SPK, NUM, ENT, POL, MOD is selected"
    assert verdicts() == [("supported", None), foreign, ("unsupported", None)]
    assert verdicts(ignore=("DAT",)) == [("supported", None), foreign, ("supported", None)]
    assert verdicts(select=("DAT",)) == [
        ("uncheckable", left_out),
        foreign,
        ("unsupported", None),
    ]
    assert {verdict for verdict, _ in verdicts(ignore=SUPPORT_FAMILIES)} == {"uncheckable"}


def test_a_finding_comes_before_a_doubt() -> None:
    assert judged("The bridge of Belm is shut.") == [("unsupported", None)]


def test_what_only_stands_around_an_article_is_not_supported() -> None:
    example = next(rule for rule in rules() if rule.id == "BOI101").example
    report = check(parse(example.bad), example_story(example), select=("BOI",))
    assert [each.level for each in report.findings] == ["error"]
    assert [each.verdict for each in report.claims] == ["unsupported"]
