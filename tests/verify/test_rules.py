"""Each rule is documented, and its documented examples do what they say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summarizer.read.speech import statements
from summarizer.verify import check, parse
from summarizer.verify.pairs import example_story
from summarizer.verify.registry import Rule, documentation, rules

if TYPE_CHECKING:
    from summarizer.model.article import Article
    from summarizer.model.story import Story


def with_statements(article: Article) -> Article:
    found = statements(article.id, article.text, article.sentences, article.regions)
    return replace(article, statements=found)


def read_story(rule: Rule) -> Story:
    story = example_story(rule.example)
    return replace(story, articles=tuple(with_statements(a) for a in story.articles))


def fired(rule: Rule, summary: str) -> set[str]:
    return {finding.rule for finding in check(parse(summary), read_story(rule)).findings}


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


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_a_finding_says_what_the_source_has_and_how_to_mend_it(rule: Rule) -> None:
    report = check(parse(rule.example.bad), read_story(rule))
    cited = {claim.index for claim in report.claims if claim.sources}
    for finding in report.findings:
        assert finding.fix is not None
        assert finding.evidence or finding.claim not in cited
