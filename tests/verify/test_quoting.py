"""Quotations are judged word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.verify import parse
from summarizer.verify.pairs import plain_article, plain_story
from summarizer.verify.view import DocumentView, Library

FIRST = (
    "“We will not sell the harbour,” Ann Ode said, “and nobody will ask us to.” "
    "The town’s oldest pier burned down."
)
SECOND = "“Boats can wait until May,” said Tom Reyes."


def kind(quotation: str) -> str:
    story = plain_story([plain_article(n, text) for n, text in enumerate((FIRST, SECOND), 1)])
    view = DocumentView(parse(f"Somebody said: {quotation} [1]"), Library(story))
    return view.claims[0].parts[0].judged[0].kind


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ('"We will not sell the harbour"', "verbatim"),
        ('"[w]e will not sell the harbour."', "verbatim"),
        ('"We will not sell the harbour and nobody will ask us to"', "verbatim"),
        ('"We will not sell ... and nobody will ask us"', "verbatim"),
        ('"We will not sell [the pier]"', "verbatim"),
        ("'We will not sell the harbour'", "verbatim"),
        ('"We will not close the harbour"', "altered"),
        ('"We will sell the harbour"', "altered"),
        ('"sell the harbour nobody will ask"', "stitched"),
        ('"Boats can wait until May"', "elsewhere"),
        ('"The town\'s oldest pier burned down"', "prose"),
        ('"Every boat belongs to its captain"', "fabricated"),
    ],
)
def test_ladder(quotation: str, expected: str) -> None:
    assert kind(quotation) == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ('The harbour of Arden is the stage of the film "Boats in the Night".', "title"),
        ('The mayor of Arden said "Boats in the Night".', "fabricated"),
        ('The harbour of Arden is the stage of the film "boats in the night".', "fabricated"),
    ],
)
def test_names_of_works_are_no_speech(claim: str, expected: str) -> None:
    story = plain_story([plain_article(1, FIRST)])
    view = DocumentView(parse(f"{claim} [1]"), Library(story))
    assert view.claims[0].parts[0].judged[0].kind == expected


SAID = ["We", "will", "not", "sell", "the", "harbour"]


@given(first=st.integers(0, 5), length=st.integers(1, 6))
def test_whatever_is_copied_is_verbatim(first: int, length: int) -> None:
    assert kind(f'"{" ".join(SAID[first : first + length])}"') == "verbatim"


@pytest.mark.parametrize("place", range(6))
def test_whatever_word_is_changed_is_altered(place: int) -> None:
    changed = [*SAID[:place], "quietly", *SAID[place + 1 :]]
    assert kind(f'"{" ".join(changed)}"') == "altered"


def test_a_quotation_in_more_pieces_than_anybody_quotes_is_not_looked_for() -> None:
    assert kind('"' + "the ... " * 60 + 'harbour"') == "fabricated"


def test_brackets_of_the_source() -> None:
    source = "“[W]e have heard it from all [of them],” the committee of Arden said."
    story = plain_story([plain_article(1, source)])
    claim = 'The committee said: "[W]e have heard it from all [of them]". [1]'
    view = DocumentView(parse(claim), Library(story))
    assert [each.kind for each in view.claims[0].parts[0].judged] == ["verbatim"]
