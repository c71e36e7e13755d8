"""Set ways of reporting, other forms of quotation, and who is meant: on invented articles."""

from __future__ import annotations

import pytest

from summarizer.model.article import Region, Sentence, Statement
from summarizer.read.speech import statements
from summarizer.text.sentences import sentences


def read(text: str) -> tuple[Statement, ...]:
    found = [Sentence(id=f"s1.{n}", start=a, end=b) for n, (a, b) in enumerate(sentences(text), 1)]
    return statements("s1", text, found, ())


def told(text: str) -> list[tuple[str, str | None]]:
    """Content and the speaker's name of each statement."""
    return [
        (
            " … ".join(text[start:end] for start, end in each.content),
            each.speaker.name if each.speaker else None,
        )
        for each in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ilva Brandt did not respond to a request for comment.", "a request for comment"),
        ("Ilva Brandt could not be reached for comment.", "for comment"),
        ("Ilva Brandt had no comment.", "no comment"),
        ("Ilva Brandt would not comment.", "comment"),
        ("Ilva Brandt declined to comment on the bridge.", "to comment on the bridge"),
    ],
)
def test_a_refusal_has_what_was_refused_as_its_content(text: str, content: str) -> None:
    found = [(each.attitude, text[slice(*each.content[0])]) for each in read(text)]

    assert found == [("refusal", content)]


def test_a_passive_is_said_by_whom_it_names() -> None:
    text = "The council was informed by the Harbour Office that the bridge was unsafe."

    assert told(text) == [("that the bridge was unsafe", "the Harbour Office")]


def test_an_aside_reports_what_stands_before_it() -> None:
    text = "The bridge is unsafe, as Ilva Brandt told the Arden Times."

    assert told(text) == [("The bridge is unsafe", "Ilva Brandt")]


def test_a_sentence_that_points_back_reports_the_one_before() -> None:
    text = "The bridge was closed on Monday. About it reported the Harbour Office press service."

    assert told(text) == [
        ("The bridge was closed on Monday.", "the Harbour Office press service"),
    ]


def test_who_is_cited_speaks_by_way_of_the_paper() -> None:
    found = read("The bridge is unsafe, the Arden Times reported, citing the Harbour Office.")

    assert [(each.speaker and each.speaker.name, each.via) for each in found] == [
        ("the Harbour Office", ("Arden Times",))
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "A clerk of the Arden Ministry left. The ministry said it was safe.",
            "Arden Ministry",
        ),
        ("The operator, Talvan Lines, left. The company said it was safe.", "Talvan Lines"),
        ("Ada Finch and Kofi Brandt met. They said it was safe.", "Ada Finch and Kofi Brandt"),
        ("Ada Finch met the mayor. The mayor said it was safe.", None),
        ("Arden Bank and Morna Bank met. The bank said it was safe.", None),
    ],
)
def test_a_noun_or_pronoun_stands_for_the_one_that_fits(text: str, name: str | None) -> None:
    assert told(text)[-1] == ("it was safe", name)


def test_the_same_source_is_who_spoke_before() -> None:
    text = "“The bridge is safe,” the Harbour Office said. “It will open,” said the same source."

    assert [name for _, name in told(text)] == ["the Harbour Office", "the Harbour Office"]


def test_a_transcript_is_told_turn_by_turn() -> None:
    text = (
        "Ada Finch: The bridge is safe.\n\nKofi Brandt: I do not think so. It fell.\n\n"
        "Ada Finch: When?"
    )

    assert told(text) == [
        ("The bridge is safe.", "Ada Finch"),
        ("I do not think so. It fell.", "Kofi Brandt"),
        ("When?", "Ada Finch"),
    ]


def test_a_block_quotation_belongs_to_who_announces_it() -> None:
    text = "Ada Finch said in a statement:\n\n> The bridge is safe. We tested it."

    assert [(each.kind, text[slice(*each.content[0])]) for each in read(text)] == [
        ("direct", "The bridge is safe. We tested it.")
    ]


def test_a_quotation_may_begin_before_the_text() -> None:
    text = "The bridge is safe and will open,” Ada Finch said. “We tested it,” she said."

    assert told(text)[0] == ("The bridge is safe and will open,”", "Ada Finch")


@pytest.mark.parametrize("marks", ["„“", "«»", "「」", "“”", '""'])
def test_a_quotation_ends_with_its_mark(marks: str) -> None:
    text = f"Ada Finch said: {marks[0]}The bridge is safe.{marks[1]} She left."

    assert told(text) == [(f"{marks[0]}The bridge is safe.{marks[1]}", "Ada Finch")]


def test_a_headline_reports_too() -> None:
    head, body = "Bridge is safe, mayor says", "The bridge opened on Monday."
    text = f"{head}\n\n{body}"
    region = Region(start=0, end=len(head), kind="headline")
    sentence = Sentence(id="s1.1", start=len(head) + 2, end=len(text))

    found = statements("s1", text, [sentence], [region])

    assert [text[slice(*each.content[0])] for each in found] == ["Bridge is safe"]


def test_a_thing_shows_nothing() -> None:
    assert told("This strong and lasting bridge underscores the need for repairs.") == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ilva Brandt was also seen leaving the bridge with the mayor.", []),
        ("Ilva Brandt was seen discussing the bridge with the mayor.", []),
        ("Ilva Brandt was seen telling him that the bridge was safe.", ["Ilva Brandt"]),
        ("Ilva Brandt was heard saying that the bridge was safe.", ["Ilva Brandt"]),
        ("Ilva Brandt is widely seen as a friend of the mayor.", [None]),
        ("The town watches the bridge and hopes for a quick repair.", ["The town"]),
    ],
)
def test_a_speaker_is_one_who_speaks_and_stops_before_the_verb(
    text: str, speakers: list[str | None]
) -> None:
    found = [each.speaker and text[each.speaker.start : each.speaker.end] for each in read(text)]

    assert found == speakers


def test_content_does_not_end_inside_a_bracket() -> None:
    text = (
        "The mayor discussed the repair with the head of the Talvan Bridge Office (TBO), "
        "Ilva Brandt, and with the crew."
    )
    content = [part for part, _ in told(text)]

    assert [part.count("(") for part in content] == [part.count(")") for part in content] == [1]


def test_a_paragraph_of_quotation_goes_on_with_the_speaker_and_route_before() -> None:
    text = (
        "“The bridge is safe,” Ilva Brandt told the Arden Times.\n\n"
        "“The crew will open it again on Friday.”"
    )
    (found,) = read(text)

    assert [text[slice(*span)] for span in found.content] == [
        "“The bridge is safe,”",
        "“The crew will open it again on Friday.”",
    ]
    assert (found.kind, found.speaker and found.speaker.name, found.via) == (
        "direct",
        "Ilva Brandt",
        ("Arden Times",),
    )
