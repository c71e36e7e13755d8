"""Who said what, on invented articles."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.model.article import Sentence, Statement
from summarizer.read.speech import statements
from summarizer.text.sentences import sentences

if TYPE_CHECKING:
    from pathlib import Path


def read(text: str) -> tuple[Statement, ...]:
    found = [Sentence(id=f"s1.{n}", start=a, end=b) for n, (a, b) in enumerate(sentences(text), 1)]
    return statements("s1", text, found, ())


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Kind, content and the speaker's name of each statement."""
    return [
        (
            each.kind,
            " … ".join(text[start:end] for start, end in each.content),
            each.speaker.name if each.speaker else None,
        )
        for each in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The bus slid into a ditch shortly after 10.20 p.m., fire chief Ilva Brandt said.",
            [
                (
                    "indirect",
                    "The bus slid into a ditch shortly after 10.20 p.m.",
                    "Ilva Brandt",
                )
            ],
        ),
        (
            "Six people were hurt near Tarn Hill, the mayor and the fire chief said on Friday.",
            [("indirect", "Six people were hurt near Tarn Hill", None)],
        ),
        (
            "“The bridge is safe,” Ilva Brandt said.",
            [("direct", "“The bridge is safe,”", "Ilva Brandt")],
        ),
        (
            '"The bridge is safe," said Mayor Ilva Brandt on Monday.',
            [("direct", '"The bridge is safe,"', "Ilva Brandt")],
        ),
        (
            "Mayor Ilva Brandt said that the bridge was safe.",
            [("indirect", "that the bridge was safe", "Ilva Brandt")],
        ),
        (
            "The bridge was safe, Ilva Brandt said.",
            [("indirect", "The bridge was safe", "Ilva Brandt")],
        ),
        (
            "Ilva Brandt said that the bridge was “a disgrace” for Arden.",
            [("mixed", "that the bridge was “a disgrace” for Arden", "Ilva Brandt")],
        ),
        (
            "The bridge was closed in March, according to the Arden Harbour Office.",
            [("indirect", "The bridge was closed in March", "the Arden Harbour Office")],
        ),
        (
            "According to the Arden Harbour Office, the bridge was closed in March.",
            [("indirect", "the bridge was closed in March", "the Arden Harbour Office")],
        ),
        (
            "“It is safe,” Ilva Brandt said. “We tested it twice.”",
            [("direct", "“It is safe,” … “We tested it twice.”", "Ilva Brandt")],
        ),
        (
            "“Is it safe?” Ilva Brandt asked.",
            [("direct", "“Is it safe?”", "Ilva Brandt")],
        ),
        (
            "A spokesman for the port said nobody had been hurt.",
            [("indirect", "nobody had been hurt", "a spokesman for the port")],
        ),
    ],
)
def test_one_report(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert told(text) == expected


def test_a_quotation_goes_on_over_paragraphs() -> None:
    text = (
        "“The bridge is safe,” Ilva Brandt said. “We tested it twice.\n\n“It will open again soon.”"
    )

    assert told(text) == [
        (
            "direct",
            "“The bridge is safe,” … “We tested it twice. … “It will open again soon.”",
            "Ilva Brandt",
        )
    ]


def test_the_outer_of_two_reports_is_the_statement() -> None:
    text = "Ilva Brandt said the council believes the bridge will be closed."

    assert told(text) == [
        ("indirect", "the council believes the bridge will be closed", "Ilva Brandt")
    ]


def test_a_surname_gets_the_full_name_of_the_article() -> None:
    text = "Mayor Ilva Brandt came late.\n\n“The bridge is safe,” Brandt said."

    assert told(text) == [("direct", "“The bridge is safe,”", "Ilva Brandt")]


def test_a_pronoun_after_one_person_is_that_person() -> None:
    text = "Mayor Ilva Brandt came late. “The bridge is safe,” she said. Brandt left soon."

    assert [name for _, _, name in told(text)] == ["Ilva Brandt"]


def test_a_pronoun_after_two_people_stays_open() -> None:
    text = (
        "In the hall Mayor Ilva Brandt and Captain Oda Lindqvist met. Brandt and Lindqvist talked. "
        "“The bridge is safe,” she said."
    )

    assert [name for _, _, name in told(text)][-1:] == [None]


def test_a_pronoun_after_a_sentence_with_an_object_is_its_subject() -> None:
    found = told(
        "Deputy mayor Osk Orn was seen in court on Monday.\n\n"
        "Mayor Ilva Brandt suspended Orn on Tuesday. “The council comes first,” she told reporters."
    )
    assert found[-1] == ("direct", "“The council comes first,”", "Ilva Brandt")


def test_a_verb_like_its_infinitive_ends_the_speaker() -> None:
    found = told("Judge Ilva Brandt set bail at 40,000 talers and ordered Orn to stay in Arden.")
    assert [name for _, _, name in found] == ["Ilva Brandt"]


def test_a_role_is_its_only_bearer() -> None:
    text = "Foreign Minister Ana Reis arrived at noon. The foreign minister said that talks failed."

    assert told(text)[-1] == ("indirect", "that talks failed", "Ana Reis")


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        (
            "“The bridge is safe,” Ilva Brandt told the Arden Times.",
            "Ilva Brandt",
            ("Arden Times",),
        ),
        (
            "“The bridge is safe,” the Harbour Office said, according to The Arden Times.",
            "the Harbour Office",
            ("The Arden Times",),
        ),
        (
            "“The bridge is safe,” Ilva Brandt said, as quoted by the Arden Times.",
            "Ilva Brandt",
            ("Arden Times",),
        ),
        (
            "“It is safe,” Ilva Brandt said, according to a statement from the port, reported AFP.",
            "Ilva Brandt",
            ("statement from the port", "AFP"),
        ),
    ],
)
def test_the_route_is_named(text: str, speaker: str, via: tuple[str, ...]) -> None:
    (statement,) = read(text)

    assert statement.speaker is not None
    assert (statement.speaker.name, statement.via) == (speaker, via)


def test_a_signed_quotation_has_its_signature_as_speaker() -> None:
    assert told("“We are fine.” — Ana Reis") == [("direct", "“We are fine.”", "Ana Reis")]


def test_text_without_reports_has_no_statements() -> None:
    assert read("The bridge is 200 metres long. It has two lanes.") == ()


_MARKS = "“”\"',.:—’(\n"
_WORDS = st.sampled_from(
    [
        *_MARKS,
        "Ana Reis",
        "said",
        "that",
        "he",
        "the mayor",
        "told",
        "it",
        "according to",
        "Kälte 😀",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=60))
def test_content_is_inside_the_text_and_never_overlaps(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = read(text)
    spans = sorted(span for each in found for span in each.content)

    assert [each.id for each in found] == [f"s1.q{n}" for n in range(1, len(found) + 1)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))


@pytest.mark.parametrize(
    "text",
    [
        "SAID THE MAYOR THAT " * 10_000,
        '"a b said" he ' * 5_000,
        "“We are fine he said " * 5_000,
        "Ana Reis and " * 10_000,
    ],
    ids=["capitals", "marks", "open marks", "names"],
)
def test_hostile_text_is_read(text: str) -> None:
    assert all(0 <= s.content[0].start < s.content[-1].end <= len(text) for s in read(text))


def _held_out(row: dict[str, Any]) -> bool:
    return sum(map(ord, row["id"])) % 16 == 0


@pytest.mark.data
def test_words_of_annotated_statements_are_found(data_folder: Path) -> None:
    """Precision and recall of content characters stay above .8 (all: docs/measurements.md)."""
    lines = (data_folder / "data" / "speech" / "polnear.jsonl").read_text("utf-8").splitlines()
    both = found = gold = 0
    for row in filter(_held_out, map(json.loads, lines)):
        mine = {p for each in read(row["text"]) for a, b in each.content for p in range(a, b)}
        true = {p for each in row["quotes"] for a, b in each["quote_spans"] for p in range(a, b)}
        both, found, gold = both + len(mine & true), found + len(mine), gold + len(true)

    assert both / found > 0.8
    assert both / gold > 0.8
