"""Each rule is documented, and its documented examples do what they say."""

from __future__ import annotations

import pytest

from summarizer.verify import check, parse
from summarizer.verify.pairs import example_story
from summarizer.verify.registry import Rule, documentation, rules


def fired(rule: Rule, summary: str) -> set[str]:
    report = check(parse(summary), example_story(rule.example))
    return {finding.rule for finding in report.findings}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_is_documented(rule: Rule) -> None:
    heading, blank, body = rule.text.partition("\n\n")
    assert heading.endswith(".")
    assert blank
    assert body
    assert f"### {rule.id} {rule.name}\n" in documentation()


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_bad_example_fires_this_rule_and_good_one_none(rule: Rule) -> None:
    assert fired(rule, rule.example.bad) == {rule.id}
    assert fired(rule, rule.example.good) == set()
