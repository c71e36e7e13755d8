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
    text = '"[The] council left [sic]," she said. [1] See [p2](https://a.example) for more. [1]'
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


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("The bridge is shut【2】.", ["2"]),
        ("The bridge is shut.【2†source】【3†source】", ["2", "3"]),
        ("The bridge is shut.²", ["2"]),
        ("The bridge is shut¹˒³.", ["1", "3"]),
        ("The bridge is shut.<sup>2</sup>", ["2"]),
        ('The bridge is shut.<sup><a href="#n1">[1,3]</a></sup>', ["1", "3"]),
        ("The bridge is shut. [2](https://mail.example/bridge)", ["2"]),
        ("The bridge is shut. [[2]](https://mail.example/bridge)", ["2"]),
        ("The bridge is shut ([The Mail](https://mail.example/bridge)).", ["The Mail"]),
        ("Shut ([Mail](https://m.example), [Post](https://p.example)).", ["Mail", "Post"]),
        ("The bridge is shut (https://mail.example/a).", ["https://mail.example/a"]),
        ("The bridge is shut. [s2][Source 3]", ["2", "3"]),
        ("The bridge is shut. [1, 2 and 4]", ["1", "2", "4"]),
        ("The bridge is shut [^b][^c].", ["b", "c"]),
    ],
)
def test_markers_of_many_hands(text: str, labels: list[str]) -> None:
    found = of_markdown(f"# Bridge\n\n{text}\n").claims[1]
    assert [m.label for part in found.parts for m in part.markers] == labels
    assert found.text.split()[-1].rstrip(".").lower() in ("shut", "")


@pytest.mark.parametrize(
    "text",
    [
        "The park has 25 km² and 10³ trees.",
        "The bridge (2) is shut, said the mayor (47).",
        "Only one stands so (2).",
        "The council [the old one] met.",
        "She said that [10-90] would do.",
        "A \\[2\\] is no marker.",
    ],
)
def test_what_looks_like_a_marker(text: str) -> None:
    assert [parts for _, _, parts in claims(f"# Bridge\n\n{text}\n")][1:] == [[[]]]


def test_numbers_in_round_brackets_cite_where_nothing_else_does() -> None:
    text = "The bridge is shut (1). Boats may pass (2, 3).\n\nCars may not. (1)\n"
    assert claims(f"# Bridge\n\n{text}")[1:] == [
        (0, "The bridge is shut .", [["1"]]),
        (1, "Boats may pass .", [["2", "3"]]),
        (2, "Cars may not.", [["1"]]),
    ]


def test_links_of_the_words_cite_only_without_markers() -> None:
    linked = "The [bridge](https://mail.example/bridge) is **shut**."
    bare, marked = of_markdown(f"# T\n\n{linked}\n\n{linked} [1]\n").claims[1:]
    assert (bare.text, marked.text.strip()) == ("The bridge is shut.", "The bridge is shut.")
    optional = [(m.note, m.optional) for m in bare.parts[0].markers]
    assert optional == [("https://mail.example/bridge", True)]
    assert [m.label for m in marked.parts[0].markers] == ["1"]


PAGE = """---
title: Bridge
tags: [news]
---
<!-- draft: the editor
wrote this -->

# Bridge shut 🌉 [1]

![a bridge](bridge.png)

## What happened

> The bridge
> is shut. [1]

**Key points:**

- 🚧 *Cars* may not pass. [2]
- [x] Boats may.
    They pay nothing. [2]

| Who | What |
|:----|------|
| Ann Ode | said so [3] |

### Mayor tells council that she will resign

Trams stop
-----

Trams turn back. [1] One burned.

**Sources**

1. The Mail, “Bridge shut”, https://mail.example/bridge
2. The Post
- 3: The Echo

The council met again and decided to wait.

## Outlook

It opens in May. [4]

[^4]: The Echo,
    3 May
"""


def test_a_page_with_everything() -> None:
    assert claims(PAGE) == [
        (-1, "Bridge shut 🌉", [["1"]]),
        (0, "The bridge is shut.", [["1"]]),
        (1, "🚧 Cars may not pass.", [["2"]]),
        (2, "Boats may. They pay nothing.", [["2"]]),
        (3, "Ann Ode | said so", [["3"]]),
        (4, "Mayor tells council that she will resign", [[]]),
        (5, "Trams turn back.", [["1"]]),
        (6, "One burned.", [[]]),
        (7, "The council met again and decided to wait.", [[]]),
        (8, "It opens in May.", [["4"]]),
    ]


def test_line_ends_of_windows_change_nothing_but_places() -> None:
    windows = PAGE.replace("\n", "\r\n")
    assert claims(windows) == claims(PAGE)
    for claim in of_markdown(windows).claims:
        word = claim.text.split()[0]
        assert windows[claim.place(claim.text.index(word)) :].startswith(word)


def notes(text: str) -> dict[str, str | None]:
    return {m.label: m.note for c in of_markdown(text).claims for p in c.parts for m in p.markers}


@pytest.mark.parametrize(
    "text",
    [
        "# T\n\nShut. [2] Open. [1]\n\n## Sources\n\n1. Mail\n2. Post\n",
        "# T\n\nShut. [2] Open. [1]\n\nReferences:\n[1] Mail\n[2] Post\n",
        "# T\n\nShut. [2] Open. [1]\n\n[1]: Mail\n[2]: Post\n",
        "# T\n\nShut. [2] Open. [1]\n\n[1] Mail\n[2] Post\n",
        "# T\n\nShut.² Open.¹\n\n**Sources**\n\n¹ Mail\n² Post\n",
        "# T\n\nShut.[^2] Open.[^1]\n\n### Footnotes\n\n- [1] Mail\n- [2] Post\n",
        "# T\n\nShut. [2] Open. [1]\n\n## Sources\n\n- Mail\n- Post\n",
    ],
)
def test_lists_of_sources_define_their_numbers(text: str) -> None:
    assert notes(text) == {"2": "Post", "1": "Mail"}
    assert len(claims(text)) == 3


def test_a_marker_before_its_sentence_is_no_list_of_sources() -> None:
    text = "# T\n\n[1] The bridge is shut. [2] Boats may pass.\n\n[2] Cars may not.\n"
    assert claims(text)[1:] == [
        (0, "The bridge is shut.", [["1"]]),
        (1, "Boats may pass.", [["2"]]),
        (2, "Cars may not.", [["2"]]),
    ]


@given(st.text(alphabet='ab. "[]123^:#\n-“”()\\*|>\r_<!', max_size=200))
def test_places_are_exact_for_any_text(text: str) -> None:
    for claim in of_markdown(text).claims:
        places = [claim.place(number) for number in range(len(claim.text))]
        assert all(b in (text[a], " ") for a, b in zip(places, claim.text, strict=True))
        for part in claim.parts:
            for marker in part.markers:
                assert text[marker.start] in "[(" or marker.optional
                assert text[marker.end - 1] in "])" or marker.optional


def test_a_hostile_line_takes_linear_time() -> None:
    assert len(of_markdown("[1" * 100_000 + ' "' * 20_000).claims) >= 1
