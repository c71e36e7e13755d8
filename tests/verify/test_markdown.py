"""Anybody's Markdown is read into claims with exact places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.verify.markdown import of_markdown

SUITE = """# Fire in Arden [1][2]

The mayor said: "Nobody was hurt. We left in time." [2]

Smoke closed the harbour [1] and the school [3].
"""


def claims(text: str) -> list[tuple[int, str, list[list[str]]]]:
    return [
        (c.index, " ".join(c.text.split()), [[m.label for m in p.markers] for p in c.parts])
        for c in of_markdown(text).claims
    ]


def test_each_paragraph_with_markers_at_its_end_is_one_claim() -> None:
    assert claims(SUITE) == [
        (-1, "Fire in Arden", [["1", "2"]]),
        (0, 'The mayor said: "Nobody was hurt. We left in time."', [["2"]]),
        (1, "Smoke closed the harbour and the school .", [["1"], ["3"]]),
    ]


def test_each_marked_sentence_of_a_paragraph_is_a_claim() -> None:
    text = 'The bridge is shut. [1] Ann Ode said: "Wait. Please." [2][3] Boats may pass [1].'
    assert claims(text) == [
        (0, "The bridge is shut.", [["1"]]),
        (1, 'Ann Ode said: "Wait. Please."', [["2", "3"]]),
        (2, "Boats may pass .", [["1"]]),
    ]


def test_an_unmarked_sentence_between_marked_ones_is_a_claim_without_citation() -> None:
    found = claims("The bridge is shut. [1] Boats may pass. Cars may not. [2]")
    assert [(index, parts) for index, _, parts in found] == [(0, [["1"]]), (1, [[]]), (2, [["2"]])]


def test_footnotes_carry_their_definitions() -> None:
    document = of_markdown("The bridge is shut.[^a]\n\n[^a]: 2.txt, line 3\n")
    markers = [m for c in document.claims for p in c.parts for m in p.markers]
    assert [(m.label, m.note) for m in markers] == [("a", "2.txt, line 3")]


@pytest.mark.parametrize(
    "text",
    [
        "# Title\n\n- First fact. [1]\n- Second fact. [2]\n\n## Sources\n\n[1] https://a.example\n",
        "# Title\n\n1. First fact. [1]\n2. Second fact. [2]\n\n---\n",
        "A title without a stop\n\nFirst fact. [1]\n\nSecond fact. [2]\n\n[1]: 1.txt\n",
    ],
)
def test_lists_titles_and_source_lists(text: str) -> None:
    found = [(index, words) for index, words, _ in claims(text) if index >= 0]
    assert found == [(0, "First fact."), (1, "Second fact.")]


def test_insertions_and_links_are_no_markers() -> None:
    text = '"[The] council left [sic]," she said. [1] See [2](https://a.example) for more. [1]'
    assert [parts for _, _, parts in claims(text)] == [[["1"]], [["1"]]]


@pytest.mark.parametrize(
    ("brackets", "labels"),
    [
        ("[2, 3]", ["2", "3"]),
        ("[2;3]", ["2", "3"]),
        ("[2–4]", ["2", "3", "4"]),
        ("[1, 3-5]", ["1", "3", "4", "5"]),
        ("[4-2]", []),
        ("[10-90]", []),
        ("[2-3-4]", []),
    ],
)
def test_lists_and_ranges_are_several_markers(brackets: str, labels: list[str]) -> None:
    found = claims(f"The bridge is shut. {brackets}")
    assert found[0][2] == [labels]


def test_a_number_and_a_note_of_one_label_are_two() -> None:
    document = of_markdown("Shut. [2][^2]\n\n[^2]: 1.txt\n")
    markers = [m for c in document.claims for p in c.parts for m in p.markers]
    assert [(m.label, m.note) for m in markers] == [("2", None), ("2", "1.txt")]


def test_escapes_are_undone_and_places_kept() -> None:
    text = r"Ada Ode wrote \"a \*new\* \[7] pier\_b \\ here\". [1]".replace(r"\"", '"')
    claim = of_markdown(f"# T\n\n{text}\n").claims[1]
    assert claim.text.strip() == 'Ada Ode wrote "a *new* [7] pier_b \\ here".'
    assert [m.label for part in claim.parts for m in part.markers] == ["1"]
    place = claim.place(claim.text.index("pier"))
    assert f"# T\n\n{text}"[place:].startswith("pier")
    assert claim.local(place) == claim.text.index("pier")


@given(st.text(alphabet='ab. "[]123^:#\n-“”(\\*', max_size=200))
def test_places_are_exact_for_any_text(text: str) -> None:
    for claim in of_markdown(text).claims:
        places = [claim.place(number) for number in range(len(claim.text))]
        assert all(b in (text[a], " ") for a, b in zip(places, claim.text, strict=True))
        for part in claim.parts:
            for marker in part.markers:
                assert text[marker.start] == "["
                assert text[marker.end - 1] == "]"


def test_a_hostile_line_takes_linear_time() -> None:
    assert len(of_markdown("[1" * 100_000 + ' "' * 20_000).claims) >= 1
