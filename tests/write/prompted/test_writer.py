"""The strategies, from evidence to proposals, with answers prepared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summarizer.write.prompted.options import Unusable
from summarizer.write.prompted.rewording import Failing, reword
from summarizer.write.prompted.writer import draft, requests
from tests.prepared_model import PreparedModel, claim

if TYPE_CHECKING:
    from summarizer.model.pack import Pack
    from summarizer.model.story import Story
    from summarizer.write.prompted.options import Options

HEADLINE = claim("s1.1", text="Fire destroys grain store in Pelm")
ANSWER = {
    "claims": [claim("s1.1"), claim("s1.2", text="Ilva Brandt said 12 people were hurt.")],
    "headline": HEADLINE,
}
PLAN = {
    "claims": [{"sentences": ["s1.1"], "kind": "event"}, {"sentences": ["s1.2"], "kind": "figure"}],
    "headline": {"sentences": ["s1.1"], "kind": "event"},
}


def planning(options: Options) -> Options:
    return replace(options, prompt=options.prompts.find("summarize@2"))


def test_one_call_makes_a_draft(story: Story, packed: Pack, options: Options) -> None:
    written = draft(story, packed, PreparedModel(ANSWER), options)
    assert [each.claim.id for each in written.claims] == ["c1", "c2"]
    assert written.headline.claim.text == "Fire destroys grain store in Pelm"
    assert [each.slot for each in written.conflicts] == ["count"]
    assert (written.prompt, written.spent.requests) == (options.prompt.reference, 1)


def test_a_plan_comes_first_where_the_prompt_says_so(
    story: Story, packed: Pack, options: Options
) -> None:
    model = PreparedModel(PLAN, ANSWER)
    written = draft(story, packed, model, planning(options))
    assert [each.schema_name for each in model.asked] == ["plan", "plan-then-write"]
    assert "closed the road" not in model.asked[1].messages[1].content
    assert (len(written.claims), written.spent.requests) == (2, 2)


def test_what_would_be_sent_is_what_is_sent(story: Story, packed: Pack, options: Options) -> None:
    model = PreparedModel(ANSWER)
    draft(story, packed, model, options)
    assert requests(story, packed, options) == tuple(model.asked)
    model = PreparedModel(PLAN, ANSWER)
    draft(story, packed, model, planning(options))
    first, largest = requests(story, packed, planning(options))
    assert first == model.asked[0]
    assert len(largest.messages[1].content) > len(model.asked[1].messages[1].content)


def test_claims_beyond_the_limit_of_words_are_left_out(
    story: Story, packed: Pack, options: Options
) -> None:
    few = replace(options, max_words=10)
    written = draft(story, packed, PreparedModel(ANSWER), few)
    assert [each.claim.id for each in written.claims] == ["c1"]
    assert written.notes == ("claims of the model left out beyond 10 words: 1",)


def test_what_two_steps_cost_is_known_where_the_second_fails(
    story: Story, packed: Pack, options: Options
) -> None:
    with pytest.raises(Unusable) as caught:
        draft(story, packed, PreparedModel(PLAN, "no", "no"), planning(options))
    assert caught.value.spent.requests == 3


def test_a_failing_claim_is_put_anew(story: Story, packed: Pack, options: Options) -> None:
    written = draft(story, packed, PreparedModel(ANSWER), options)
    wrong = [Failing(proposal=written.claims[1], findings=())]
    better = {"claims": [claim("s1.2", id="c2", text="The mayor said 12 people were hurt.")]}
    found = reword(wrong, written.evidence, PreparedModel(better), options)
    assert {name: each.claim.text for name, each in found.proposals.items()} == {
        "c2": "The mayor said 12 people were hurt."
    }
    given_up = reword(wrong, written.evidence, PreparedModel("no", "no"), options)
    assert (given_up.proposals, given_up.spent.requests) == ({}, 2)
    assert given_up.notes[0].startswith("the model's answer was of no use")
