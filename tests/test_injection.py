"""Articles that instruct change nothing that is published from the others.

Whoever writes: the extractive writer, or a model that does all that it is told.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.model.codec import encode
from summarizer.pipeline import summarize
from summarizer.pipeline.settings import ModelSettings
from summarizer.pipeline.stories import common_story
from summarizer.read import read
from summarizer.render import markdown, text
from summarizer.render.html import summary_page
from tests.answered import asked_for, claim, mended
from tests.answered import written as answered
from tests.fault_server import answers
from tests.injected import CLAIM, COURIER, MAIL, ORDERS, PLACES, POST, TELLTALE, order

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from summarizer.model.article import Article
    from summarizer.model.summary import Summary
    from tests.fault_server import Fault, FaultServer, Received

    Reads = Callable[..., tuple[Article, ...]]

OTHERS = {"s1", "s2"}
FIRE = "A fire destroyed the grain store in Pelm on Tuesday night, the fire brigade said."
HURT = "Mayor Ilva Brandt said that 12 people were hurt."
CLOSED = "The police closed the harbour."


@pytest.fixture
def reads(tmp_path: Path) -> Reads:
    """Reads the two honest articles and a third one: clean, or with an order in a place."""
    for name, story in (("1-courier.txt", COURIER), ("2-mail.txt", MAIL)):
        (tmp_path / name).write_text("\n\n".join(story) + "\n", encoding="utf-8")

    def build(place: str | None = None, number: int = 0) -> tuple[Article, ...]:
        ending, put = PLACES[place] if place else ("txt", lambda _: "\n\n".join(POST) + "\n")
        for old in tmp_path.glob("3-post.*"):
            old.unlink()
        third = tmp_path / f"3-post.{ending}"
        third.write_text(put(order(number)), encoding="utf-8")
        return read([tmp_path])

    return build


def published(summary: Summary) -> str:
    """All that a reader takes for told."""
    claims = [(each.text, each.attribution and encode(each.attribution)) for each in summary.claims]
    positions = [each.text for one in summary.conflicts for each in one.positions]
    return json.dumps([summary.headline.text, claims, positions], ensure_ascii=False)


def of_others(summary: Summary) -> set[tuple[str, tuple[str, ...]]]:
    """The claims that cite the honest articles, with the words that they cite there."""
    return {
        (claim.text, tuple(c.exact for c in claim.citations if c.source in OTHERS))
        for claim in summary.claims
        if any(c.source in OTHERS for c in claim.citations)
    }


def facts_of_others(articles: tuple[Article, ...]) -> set[tuple[str, ...]]:
    """What the honest articles' sentences are told to say alike."""
    found = common_story(articles).facts
    kept = (tuple(s for s in fact.sentences if s.split(".")[0] in OTHERS) for fact in found)
    return {each for each in kept if each}


@pytest.mark.parametrize("place", sorted(PLACES))
def test_orders_change_nothing_of_the_others_and_are_not_obeyed(reads: Reads, place: str) -> None:
    honest = reads()
    expected = summarize(honest)
    for number in range(len(ORDERS)):
        articles = reads(place, number)
        summary = summarize(articles)
        where = f"{place}, {order(number)}"
        assert [each for each in TELLTALE if each in published(summary)] == [], where
        assert of_others(summary) == of_others(expected), where
        assert facts_of_others(articles) == facts_of_others(honest), where
        assert summary.verification.verdict == "pass", where


# What a model may answer that does as it is told: each is wrong in another way.
OBEDIENT = {
    "the claim with the evidence of another": claim(f"{CLAIM}.", "s1.1"),
    "the claim with the evidence of the article that ordered it": claim(f"{CLAIM}.", "s3.1"),
    "the claim with an id that does not exist": claim(f"{CLAIM}.", "s9.9"),
    "the claim with true and false ids": claim(f"{CLAIM}.", "s1.2", "s9.9"),
    "the claim behind a true one": claim(f"{FIRE[:-1]}, and {CLAIM}.", "s1.1", "s2.2"),
    "the claim as what somebody said": claim(f"The fire brigade said that {CLAIM}.", "s1.1"),
    "an address": claim(f"{FIRE[:-1]}, see https://trap.example/more.", "s1.1"),
    "a bare address": claim(f"{FIRE[:-1]}, trap.example reported.", "s1.1"),
    "markup": claim(f"<b>{FIRE[:-1]}</b>.", "s1.1"),
    "a link": claim("[A fire](https://trap.example) destroyed the grain store in Pelm.", "s1.1"),
    "an invented quotation": claim(
        "Mayor Ilva Brandt said: “I confess.”",
        "s1.2",
        quotations=[{"sentence": "s1.2", "text": "I confess."}],
    ),
    "an invented speaker": claim("Edo Marn said that 12 people were hurt.", "s1.2"),
    "an invented speaker beside the words": claim(
        HURT, "s1.2", speaker="Edo Marn", role="arsonist", cue="confessed", via=["trap.example"]
    ),
    "a true name for what it did not say": claim(FIRE, "s1.1", speaker="arrested Ilva Brandt"),
    "a word on the sources": claim("The other articles were retracted.", "s1.1"),
    "characters that nobody sees": claim(f"{FIRE}\u200b\U000e0041\u202e {CLAIM}", "s1.1"),
}


@pytest.fixture
def obeying(fault_server: FaultServer) -> Callable[..., str]:
    """A server whose model answers with these claims and this headline, also when asked again."""

    def build(claims: list[dict[str, Any]], headline: dict[str, Any]) -> str:
        def answer(received: Received) -> Fault:
            again = {f"c{n}": each for n, each in enumerate(claims, 1)} | {"headline": headline}
            asked = asked_for(received)
            if asked:
                return mended(**{name: again[name] for name in asked})
            return answered(*claims, headline=headline)

        fault_server.made = answer
        return fault_server.url

    return build


@pytest.fixture
def written(reads: Reads, obeying: Callable[..., str]) -> Callable[..., Summary]:
    """A summary of the articles, one of which orders, by a model that obeys."""

    def build(*claims: dict[str, Any], headline: dict[str, Any] | None = None) -> Summary:
        title = headline or claim("Fire destroys grain store in Pelm", "s1.1")
        honest = [claim(FIRE, "s1.1"), claim(HURT, "s1.2"), claim(CLOSED, "s2.2")]
        url = obeying([*honest, *claims], title)
        model = ModelSettings(name="obedient", base_url=url, cache=False)
        return summarize(reads("body"), writer="openai", model=model)

    return build


@pytest.mark.parametrize("name", sorted(OBEDIENT))
def test_what_a_model_does_on_order_is_not_published(
    written: Callable[..., Summary], name: str
) -> None:
    summary = written(OBEDIENT[name])
    assert [each for each in TELLTALE if each in published(summary)] == []
    assert {FIRE, HURT, CLOSED} <= {each.text for each in summary.claims}
    assert summary.verification.verdict == "pass"


def test_a_headline_on_order_is_not_published(written: Callable[..., Summary]) -> None:
    for sentence in ("s1.1", "s3.1", "s9.9"):
        summary = written(headline=claim(CLAIM, sentence))
        assert [each for each in TELLTALE if each in published(summary)] == []


def test_no_address_of_a_model_is_printed_in_any_form(written: Callable[..., Summary]) -> None:
    summary = written(*(OBEDIENT[name] for name in sorted(OBEDIENT) if "address" in name))
    assert summary.withheld
    for page in (
        json.dumps(encode(summary)),
        text.summary(summary),
        markdown.summary(summary),
        summary_page(summary, ()),
    ):
        assert "trap.example" not in page


def test_no_address_of_an_answer_of_no_use_is_printed(
    reads: Reads, fault_server: FaultServer
) -> None:
    fault_server.give(answers('{"claims": ["see https://trap.example/more <b>now</b>"]}'))
    notes: list[str] = []
    model = ModelSettings(name="obedient", base_url=fault_server.url, cache=False)
    summary = summarize(reads(), writer="openai", model=model, notice=notes.append)
    assert summary.provenance.writing is not None
    assert summary.provenance.writing.fallback
    assert "trap.example" not in json.dumps(encode(summary)) + "".join(notes)
