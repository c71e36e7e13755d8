"""What a summary spends on a model, and no more."""

from __future__ import annotations

import pytest

from summarizer.model.summary import Tokens
from summarizer.write.chat.exchange import Answer
from summarizer.write.prompted.budget import Price
from summarizer.write.prompted.options import Unusable
from summarizer.write.prompted.purse import Purse
from tests.question import question

PRICE = Price(input=10.0, output=20.0, source="a test", date="2026-01-01")


def answer(*, stored: bool = False, batched: bool = False) -> Answer:
    return Answer(
        text="{}",
        finish="stop",
        model="m",
        tokens=Tokens(input=100_000, output=50_000),
        seconds=2.0,
        stored=stored,
        batched=batched,
    )


def test_it_counts_what_is_paid_for_now() -> None:
    given = iter([answer(), answer(stored=True)])
    purse = Purse(lambda _: next(given), PRICE, None)
    purse(question())
    purse(question())
    spent = purse.spent
    assert (spent.tokens, spent.requests) == (Tokens(input=100_000, output=50_000), 2)
    assert (spent.stored, spent.seconds) == (1, 2.0)
    assert purse.cost == pytest.approx(2.0)


def test_an_answer_of_a_batch_costs_half() -> None:
    given = iter([answer(), answer(batched=True)])
    purse = Purse(lambda _: next(given), PRICE, None)
    purse(question())
    purse(question())
    assert purse.spent.tokens.input == 200_000
    assert purse.cost == pytest.approx(3.0)


def test_without_a_price_there_is_no_cost() -> None:
    assert Purse(lambda _: answer(), None, None).cost is None


def test_nothing_is_asked_that_might_cost_more_than_is_left() -> None:
    asked: list[str] = []

    def chat(_: object) -> Answer:
        asked.append("once")
        return answer()

    # forty tokens of answer cost .0008 at most, the question less
    purse = Purse(chat, PRICE, 2.0015)
    purse(question())
    with pytest.raises(Unusable):
        purse(question(max_tokens=4000))
    purse(question())
    assert asked == ["once", "once"]
