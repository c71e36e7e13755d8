"""Prices are for exact names at their providers; an estimate is what may be spent at most."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from summarizer.model.summary import Tokens
from summarizer.write.chat.exchange import Message, Request
from summarizer.write.prompted.budget import Price, estimate, price_of, within

if TYPE_CHECKING:
    from collections.abc import Mapping

OWN = {"gpt-4.1": Price(input=1.0, output=2.0, source="mine", date="2026-01-01")}


def test_a_price_has_its_source_and_its_date() -> None:
    price = price_of("gpt-4.1")
    assert price
    assert price.source.startswith("https://")
    assert date.fromisoformat(price.date)
    assert price.of(Tokens(input=1_000_000, output=500_000)) == 2.0 + 4.0


@pytest.mark.parametrize(
    ("model", "base_url", "own", "known"),
    [
        ("gpt-4.1", None, None, True),
        ("gpt-4.1", "https://api.openai.com/v1", None, True),
        ("gpt-4.1", "http://localhost:8080/v1", None, False),
        ("gpt-4.1", "http://localhost:8080/v1", OWN, True),
        ("deepseek-flash", None, None, False),
        ("deepseek-flash", "https://api.deepseek.com", None, True),
        ("gpt-4.1-new", None, None, False),
        ("GPT-4.1", None, None, False),
        ("openai/gpt-4.1", None, None, False),
        ("gpt-4.1", "no address", None, False),
    ],
)
def test_a_price_is_known_for_an_exact_name_at_its_provider(
    model: str,
    base_url: str | None,
    own: Mapping[str, Price] | None,
    known: bool,  # noqa: FBT001  (a table of cases)
) -> None:
    assert (price_of(model, own, base_url) is not None) == known


def test_ones_own_price_goes_first() -> None:
    assert price_of("gpt-4.1", OWN) == OWN["gpt-4.1"]


def test_an_estimate_counts_whole_answers() -> None:
    request = Request(
        model="gpt-4.1",
        messages=(Message(role="user", content="one two three"),),
        schema_name="n",
        schema={},
        max_tokens=1_000,
    )
    found = estimate((request, request), OWN["gpt-4.1"])
    assert (found.input_tokens, found.output_tokens) == (2 * (3 + 4), 2_000)
    assert found.cost == pytest.approx((14 * 1.0 + 2_000 * 2.0) / 1_000_000)
    assert estimate((request,), None).cost is None


def test_requests_are_within_a_limit_if_their_longest_answers_are() -> None:
    request = Request(
        model="gpt-4.1",
        messages=(Message(role="user", content="one two three"),),
        schema_name="n",
        schema={},
        max_tokens=1_000,
    )
    price = Price(input=1_000.0, output=1.0, source="mine", date="2026-01-01")
    cost = estimate((request,), price).cost
    assert cost == 0.008  # 3 tokens and 4 around them; counted as bytes it would be .018
    assert [within((request,), price, limit) for limit in (0.02, cost, 0.0079)] == [
        True,
        True,
        False,
    ]


def test_a_cost_has_no_noise() -> None:
    price = Price(input=0.1, output=0.2, source="mine", date="2026-01-01")
    assert price.of(Tokens(input=1, output=1)) == 3e-7
