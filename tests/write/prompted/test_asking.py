"""Asking again where an answer is of no use, and no more often than that."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.model.summary import Tokens
from summarizer.write.chat.exchange import Message, Request
from summarizer.write.prompted.asking import Question, ask
from summarizer.write.prompted.options import Spent, Unusable
from summarizer.write.prompted.prompts import Prompts
from summarizer.write.prompted.unwrapping import Malformed
from tests.prepared_model import PreparedModel

REQUEST = Request(
    model="m",
    messages=(Message(role="user", content="Say something."),),
    schema_name="n",
    schema={},
    max_tokens=100,
)


def read(data: Any, *, strict: bool) -> tuple[int, tuple[str, ...]]:  # noqa: ANN401  (any JSON value)
    if "n" not in data:
        raise Malformed("it has no n")
    if strict and data["n"] < 0:
        raise Malformed("n is below 0")
    return data["n"], ("odd",) if data["n"] < 0 else ()


def asked(model: PreparedModel) -> tuple[int, Spent, tuple[str, ...]]:
    return ask(model, Question(request=REQUEST, prompt=Prompts().find("summarize")), read)


def test_a_good_answer_is_taken_at_once() -> None:
    model = PreparedModel({"n": 1})
    spent = Spent(tokens=Tokens(input=100, output=10), requests=1, seconds=1.0)
    assert asked(model) == (1, spent, ())
    assert model.asked == [REQUEST]


def test_a_stored_answer_costs_nothing() -> None:
    assert asked(PreparedModel({"n": 1}, stored=True))[1] == Spent(requests=1, stored=1)


@pytest.mark.parametrize("bad", ["", "no", {"m": 1}, {"n": -1}])
def test_an_answer_of_no_use_is_asked_for_once_more_with_the_reason(bad: object) -> None:
    model = PreparedModel(bad, {"n": 2})
    value, spent, notes = asked(model)
    assert (value, spent.requests) == (2, 2)
    assert notes[0].startswith("the model's answer was of no use: ")
    reason = notes[0].partition(": ")[2]
    assert reason in model.asked[1].messages[-1].content
    assert model.asked[0].key != model.asked[1].key


def test_two_answers_of_no_use_are_enough() -> None:
    model = PreparedModel("no", "nor this", {"n": 1})
    with pytest.raises(Unusable, match="it was not JSON") as caught:
        asked(model)
    assert caught.value.spent.requests == len(model.asked) == 2


def test_what_can_be_used_of_two_odd_answers_is_used_the_later_one_first() -> None:
    assert asked(PreparedModel({"n": -1}, {"n": -2}))[0] == -2
    value, _, notes = asked(PreparedModel({"n": -1}, "no"))
    assert (value, notes[-1]) == (-1, "odd")


def test_an_answer_that_was_cut_off_gets_twice_the_room_once() -> None:
    model = PreparedModel('{"n"', {"n": 3}, finish=("length",))
    assert asked(model)[0] == 3
    assert [each.max_tokens for each in model.asked] == [100, 200]
    with pytest.raises(Unusable, match="cut off at 200 tokens"):
        asked(PreparedModel('{"n"', '{"n"', finish=("length", "length")))


def test_an_enormous_answer_is_shown_again_in_part_and_can_be_sent() -> None:
    model = PreparedModel("\ud800" * 100_000, {"n": 1})
    asked(model)
    shown = model.asked[1].messages[1]
    assert (shown.role, len(shown.content)) == ("assistant", 8_000)
    assert model.asked[1].key
