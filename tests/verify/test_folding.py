"""One fault is told once, by the rule that says most of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer.model.findings import Finding, Level
from summarizer.verify import check, parse
from summarizer.verify.folding import folded
from summarizer.verify.pairs import plain_article, plain_story
from summarizer.verify.registry import rules

FIRST = "Fire\n\nA fire closed the harbour of Arden on Monday, Ann Ode said."
SECOND = "Bridge\n\nThe council of Holt voted for a bridge, Tom Reyes told the 40 guests."


def found(rule: str, start: int, end: int, level: Level = "error") -> Finding:
    return Finding(
        rule=rule,
        name="",
        level=level,
        verdict="blended",
        message="",
        claim=0,
        start=start,
        end=end,
        evidence=(),
        fix=None,
    )


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (found("ENT102", 5, 12), ["ENT102"]),
        (found("ENT102", 5, 9), ["ENT102"]),  # half of the words
        (found("ENT102", 5, 8), ["SUP102", "ENT102"]),
        (found("ENT102", 12, 20), ["SUP102", "ENT102"]),
        (found("ENT102", 5, 12, "note"), ["SUP102", "ENT102"]),
        (found("QUO101", 5, 12), ["SUP102", "QUO101"]),
        (replace(found("ENT102", 5, 12), claim=1), ["SUP102", "ENT102"]),
    ],
)
def test_a_blend_gives_way_to_what_explains_it(other: Finding, expected: list[str]) -> None:
    kept = folded([found("SUP102", 5, 12, "warning"), other], rules())
    assert [each.rule for each in kept] == expected


def test_a_wrong_marker_is_one_fault() -> None:
    story = plain_story([plain_article(1, FIRST), plain_article(2, SECOND)])
    text = "The council of Holt voted for a bridge, Tom Reyes told the 40 guests. [1]"
    assert [each.rule for each in check(parse(text), story).findings] == ["CIT105"]
    alone = check(parse(text), story, ignore=["CIT105"]).findings
    assert {"ENT101", "NUM104"} <= {each.rule for each in alone}


def test_no_two_rules_give_way_to_each_other() -> None:
    given = {rule.id: rule.yields_to for rule in rules() if rule.yields_to}
    after = {one: {o for o in given if o.startswith(given[one])} for one in given}
    while after:
        last = [one for one, others in after.items() if not others & after.keys()]
        assert last, f"a circle among {sorted(after)}"
        after = {one: others for one, others in after.items() if one not in last}
