"""A model's summary over a real socket: what is published, and what it says of how it was made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.errors import ProviderError, SummarizerError, UsageError
from summarizer.model.summary import Summary
from summarizer.pipeline import dry_run, summarize, summarize_many
from summarizer.pipeline.settings import ModelSettings
from summarizer.write.prompted.budget import Price
from tests.answered import asked_for, claim, mended, written
from tests.fault_server import answers, fails

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from summarizer.model.article import Article
    from tests.fault_server import Fault, FaultServer, Received

FIRE = "A fire destroyed the grain store in Pelm on Tuesday night, the fire brigade said."
HURT = "Mayor Ilva Brandt said that 12 people were hurt."
WRONG = "Mayor Ilva Brandt said that 40 people were hurt."
CLOSED = "The police closed the harbour."
HEADLINE = claim("Fire destroys grain store in Pelm", "s1.1")
GOOD = (claim(FIRE, "s1.1"), claim(HURT, "s1.2"), claim(CLOSED, "s2.2"))
PRICES = {"quill": Price(input=100.0, output=200.0, source="a test", date="2026-01-01")}


@pytest.fixture
def settings(fault_server: FaultServer) -> Callable[..., ModelSettings]:
    def build(**given: Any) -> ModelSettings:  # noqa: ANN401  (any setting)
        own: dict[str, Any] = {"name": "quill", "base_url": fault_server.url, "cache": False}
        return ModelSettings(**({**own, "prices": PRICES} | given))

    return build


@pytest.fixture
def told(
    articles: tuple[Article, ...], settings: Callable[..., ModelSettings]
) -> Callable[..., Summary]:
    """A summary by the model, with these settings; `notes` hears what people are told."""

    def build(notes: list[str] | None = None, **given: Any) -> Summary:  # noqa: ANN401
        heard = (notes if notes is not None else []).append
        return summarize(articles, writer="openai", model=settings(**given), notice=heard)

    return build


def texts(summary: Summary) -> list[str]:
    return [each.text for each in summary.claims]


def test_what_the_model_wrote_is_published_with_how_it_was_made(
    told: Callable[..., Summary], fault_server: FaultServer
) -> None:
    fault_server.give(written(*GOOD, headline=HEADLINE))
    summary = told(seed=7)
    made = summary.provenance
    assert (summary.headline.text, texts(summary)) == (HEADLINE["text"], [FIRE, HURT, CLOSED])
    assert (made.writer, made.model) == ("openai", "quill")
    assert made.prompt is not None
    assert (made.prompt.name, len(made.prompt.sha256)) == ("summarize", 64)
    assert (made.tokens.input, made.tokens.output) == (11, 7)
    assert made.cost == pytest.approx(0.0025)
    assert made.parameters["seed"] == 7
    assert made.parameters["server"] == fault_server.url.split("/")[2]
    assert made.writing is not None
    fates = (made.writing.kept, made.writing.repaired, made.writing.replaced, made.writing.withheld)
    assert fates == (4, 0, 0, 0)
    assert (made.writing.strategy, made.writing.requests) == ("one-call", 1)
    assert made.writing.fallback is None


def test_a_failing_claim_goes_back_with_what_is_wrong_with_it(
    told: Callable[..., Summary], fault_server: FaultServer
) -> None:
    wrong = (GOOD[0], claim(WRONG, "s1.2"), GOOD[2])
    fault_server.give(written(*wrong, headline=HEADLINE), mended(c2=GOOD[1]))
    summary = told()
    assert texts(summary) == [FIRE, HURT, CLOSED]
    writing = summary.provenance.writing
    assert writing is not None
    assert (writing.kept, writing.repaired, writing.requests) == (3, 1, 2)
    again = fault_server.requests[1]
    assert asked_for(again) == ("c2",)
    asked = again.body["messages"][1]["content"]
    assert WRONG in asked
    assert "s1 does not have this figure" in asked
    assert CLOSED not in asked


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (answers(""), "empty"),
        (answers('{"claims": ['), "JSON"),
        (answers('{"claims": [{"text": 3}]}'), "claims[0]"),
        (answers("{", finish_reason="length"), "cut off"),
    ],
    ids=["empty", "broken", "another shape", "cut off"],
)
def test_the_sources_sentences_take_the_place_of_an_answer_that_cannot_be_used(
    told: Callable[..., Summary], fault_server: FaultServer, answer: Fault, reason: str
) -> None:
    fault_server.give(answer)
    notes: list[str] = []
    summary = told(notes)
    made = summary.provenance
    assert len(summary.claims) > 3
    assert summary.verification.verdict == "pass"
    assert (made.writer, made.model) == ("openai", "quill")
    assert made.writing is not None
    assert reason in (made.writing.fallback or "")
    assert any(note.startswith("the sentences are the sources' own: ") for note in notes)


def test_an_answer_that_cannot_be_used_is_asked_for_anew_at_the_next_run(
    told: Callable[..., Summary],
    fault_server: FaultServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(tmp_path / "kept"))
    good = written(*GOOD, headline=HEADLINE)
    fault_server.give(answers("Sorry."), answers("No."), good)
    fallbacks = [told(cache=True).provenance.writing for _ in range(3)]
    assert [each is not None and each.fallback is not None for each in fallbacks] == [
        True,
        False,
        False,
    ]
    assert len(fault_server.requests) == 3  # the third run has the answer of the second


def test_too_few_claims_that_pass_are_no_summary(
    told: Callable[..., Summary], fault_server: FaultServer
) -> None:
    fault_server.give(written(GOOD[0], headline=HEADLINE))
    summary = told()
    assert len(summary.claims) > 3
    writing = summary.provenance.writing
    assert writing is not None
    assert writing.fallback == "only 1 of its claims could be published"


def test_a_refused_key_ends_it(told: Callable[..., Summary], fault_server: FaultServer) -> None:
    fault_server.give(fails(401))
    with pytest.raises(ProviderError) as caught:
        told()
    assert caught.value.exit_status == 4


def test_the_only_model_of_a_server_needs_no_name(
    told: Callable[..., Summary], fault_server: FaultServer
) -> None:
    def answer(received: Received) -> Fault:
        listed = b'{"object": "list", "data": [{"id": "quill", "object": "model"}]}'
        good = written(*GOOD, headline=HEADLINE)
        return good if received.path.endswith("/chat/completions") else type(good)(body=listed)

    fault_server.made = answer
    assert told(name=None).provenance.model == "quill"


def test_a_limit_of_cost_needs_a_price_and_is_kept(
    told: Callable[..., Summary], fault_server: FaultServer
) -> None:
    fault_server.give(written(*GOOD, headline=HEADLINE))
    for given, code in (
        ({"max_cost": 0.5, "prices": {}}, "no-price"),
        ({"max_cost": 0.01}, "too-expensive"),
    ):
        with pytest.raises(UsageError) as caught:
            told(**given)
        assert caught.value.code == code
    assert fault_server.requests == []


def test_repair_ends_where_the_money_does(
    told: Callable[..., Summary], fault_server: FaultServer
) -> None:
    first = written(GOOD[0], claim(WRONG, "s1.2"), GOOD[2], headline=HEADLINE)
    dear = first.body.replace(b'"prompt_tokens": 11', b'"prompt_tokens": 9000')
    fault_server.give(replace(first, body=dear), mended(c2=GOOD[1]))
    notes: list[str] = []
    # a request and its longest answer may cost a dollar each, and the first did cost 90 cents
    summary = told(notes, max_tokens=4000, max_cost=1.5)
    writing = summary.provenance.writing
    assert writing is not None
    assert (writing.requests, writing.repaired) == (1, 0)
    assert "no money was left to ask again" in notes


def test_nothing_is_sent_where_it_is_only_rehearsed(
    articles: tuple[Article, ...],
    settings: Callable[..., ModelSettings],
    fault_server: FaultServer,
) -> None:
    found = dry_run(articles, model=settings())
    assert fault_server.requests == []
    assert found.refusal is None
    (request,) = found.requests
    assert [each.role for each in request.messages] == ["system", "user"]
    assert FIRE in request.messages[1].content
    assert found.cost == pytest.approx(found.tokens.input / 1e4 + found.tokens.output / 5e3)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"max_cost": 0.01}, "too-expensive"),
        ({"max_cost": 0.5, "prices": {}}, "no-price"),
        ({"max_cost": 50.0}, None),
    ],
)
def test_a_rehearsal_says_whether_a_run_would_be_refused(
    articles: tuple[Article, ...],
    settings: Callable[..., ModelSettings],
    given: dict[str, Any],
    code: str | None,
) -> None:
    refusal = dry_run(articles, model=settings(**given)).refusal
    assert (refusal.code if refusal else None) == code


def test_a_cassette_is_replayed_byte_for_byte(
    told: Callable[..., Summary], fault_server: FaultServer, tmp_path: Path
) -> None:
    fault_server.give(written(*GOOD, headline=HEADLINE))
    first = told(cassette=tmp_path / "tape", record=True)
    again = told(cassette=tmp_path / "tape", base_url=None)
    assert (again.headline, again.claims) == (first.headline, first.claims)
    assert len(fault_server.requests) == 1
    writing = again.provenance.writing
    assert writing is not None
    assert (writing.requests, writing.stored, again.provenance.tokens.input) == (1, 1, 0)
    with pytest.raises(UsageError):
        told(cassette=tmp_path / "tape", base_url=None, seed=1)


def test_many_stories_come_in_order_and_one_that_fails_says_why(
    articles: tuple[Article, ...],
    settings: Callable[..., ModelSettings],
    fault_server: FaultServer,
) -> None:
    fault_server.give(written(*GOOD, headline=HEADLINE))
    stories: list[tuple[Article, ...]] = [articles, (), articles]
    found = list(summarize_many(stories, writer="openai", model=settings()))
    assert [type(each) is Summary for each in found] == [True, False, True]
    assert isinstance(found[1], SummarizerError)
    assert found[1].code == "no-input"


def test_many_stories_can_be_written_without_a_model(articles: tuple[Article, ...]) -> None:
    found = list(summarize_many([articles, ()]))
    assert isinstance(found[0], Summary)
    assert isinstance(found[1], UsageError)
