"""Who speaks, when, and how it was made, as a page tells it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from summarizer.model.summary import Attribution, PromptReference, Tokens, Writing
from summarizer.render import overview

if TYPE_CHECKING:
    from summarizer.model.article import Article
    from summarizer.model.summary import Summary

Articles = tuple["Article", ...]


def test_speakers_come_with_their_numbered_sentences(summary: Summary, articles: Articles) -> None:
    (voice,) = overview.voices(summary, articles)
    assert (voice.name, voice.role, voice.heard) == ("Ada Brem", "miller", ("s1",))
    assert [(number, claim.id) for number, claim in voice.claims] == [(2, "c2")]


def test_a_title_before_a_name_is_no_other_speaker(summary: Summary, articles: Articles) -> None:
    titled = Attribution(speaker="Miller Ada Brem", role=None, cue="said", via=())
    claims = (dataclasses.replace(summary.claims[1], attribution=titled),)
    changed = dataclasses.replace(summary, claims=claims)
    assert [voice.heard for voice in overview.voices(changed, articles)] == [("s1",)]
    assert overview.unheard(changed, articles) == []


def test_speakers_that_the_summary_leaves_out_are_named(
    summary: Summary, articles: Articles
) -> None:
    silent = dataclasses.replace(summary, claims=summary.claims[:1])
    assert overview.unheard(silent, articles) == [overview.Heard("Ada Brem", ("s1",))]
    unused = tuple(dataclasses.replace(each, used=False) for each in silent.sources)
    assert overview.unheard(dataclasses.replace(silent, sources=unused), articles) == []


def test_who_gives_a_value_is_who_says_it_there(summary: Summary, articles: Articles) -> None:
    by_id = {each.id: each for each in articles}
    position = summary.conflicts[0].positions[0]
    assert overview.sayers(position, by_id) == [(None, ("s2",))]
    dry = dataclasses.replace(position, value="dry", citations=summary.claims[1].citations)
    assert overview.sayers(dry, by_id) == [("Ada Brem", ("s1",))]
    assert overview.sayers(dry, {}) == [(None, ("s1",))]


def test_a_timeline_holds_events_and_publications(summary: Summary) -> None:
    fire = dataclasses.replace(
        summary.events[0], label="Thursday 1 May 2025: the fire", date="2025-05-01"
    )
    changed = dataclasses.replace(summary, events=(fire, summary.events[1]))
    assert overview.timeline(changed) == [
        overview.Moment("2025-05-01", (fire,), ()),
        overview.Moment("2025-05-02", (), ("s1", "s2")),
    ]
    assert overview.undated(changed) == [summary.events[1]]
    assert [overview.happened(each) for each in changed.events] == ["the fire", "the fair"]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], ""),
        (["2025-05-02"], "2 May 2025"),
        (["2025-05-12T10:00:00", "2025-05-02"], "2–12 May 2025"),
        (["2025-05-31", "2025-06-01"], "31 May 2025 – 1 June 2025"),
        (["some day"], "some day"),
    ],
)
def test_days_are_told_in_words(days: list[str], expected: str) -> None:
    assert overview.span(days) == expected


def test_outlets_are_counted_once(summary: Summary) -> None:
    sources = {each.id: each for each in summary.sources}
    assert overview.outlets(summary.claims[0].citations, sources) == 2
    same = {key: dataclasses.replace(each, outlet="Orvel Echo") for key, each in sources.items()}
    assert overview.outlets(summary.claims[0].citations, same) == 1


def test_how_it_was_made_without_a_model(summary: Summary) -> None:
    assert overview.made(summary) == [
        ("Writer", "extractive"),
        ("Settings", "max_words 300"),
        ("Tokens", "none: no model was asked"),
        ("Check", "pass: 1 rule, 0 findings"),
        ("Input", "SHA-256 000000000000…"),
        ("Made", "2025-05-03T08:00:00+00:00, summarizer 0.1.0"),
    ]


def test_how_it_was_made_with_a_model(summary: Summary) -> None:
    writing = Writing(
        strategy="one-call",
        kept=3,
        repaired=2,
        replaced=1,
        withheld=0,
        requests=2,
        stored=1,
        seconds=4.25,
        fallback=None,
    )
    by = dataclasses.replace(
        summary.provenance,
        model="a-model",
        prompt=PromptReference(name="summarize", version="1", sha256="a" * 64),
        tokens=Tokens(input=1200, output=34),
        cost=0.5,
        writing=writing,
    )
    made = dict(overview.made(dataclasses.replace(summary, provenance=by)))
    assert made["Prompt"] == "summarize@1, SHA-256 aaaaaaaaaaaa…"
    assert made["Sentences"] == (
        "3 as written, 2 reworded, 1 replaced by a source’s sentence, 0 withheld"
    )
    assert made["Requests"] == "2, 1 from store; 4.2 s"
    assert (made["Tokens"], made["Cost"]) == ("1,200 in, 34 out", "0.5000 US dollars")


def test_a_price_that_is_not_known_is_said_so(summary: Summary) -> None:
    writing = Writing(
        strategy="one-call",
        kept=0,
        repaired=0,
        replaced=0,
        withheld=0,
        requests=1,
        stored=0,
        seconds=1,
        fallback="no answer could be read",
    )
    by = dataclasses.replace(summary.provenance, writing=writing)
    made = dict(overview.made(dataclasses.replace(summary, provenance=by)))
    assert (made["Sentences"], made["Cost"]) == ("no answer could be read", "price not known")
