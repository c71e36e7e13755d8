"""Markdown for people that `check` reads back as the same claims and sources."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from summarizer.model.summary import Claim, Headline
from summarizer.render import markdown
from summarizer.verify.markdown import of_markdown

if TYPE_CHECKING:
    from summarizer.model.summary import Summary


def with_claim(summary: Summary, text: str) -> Summary:
    first: Claim = dataclasses.replace(summary.claims[0], text=text)
    return dataclasses.replace(summary, claims=(first,), conflicts=(), withheld=())


def test_headline_sentences_sources_and_notes(summary: Summary) -> None:
    assert markdown.summary(summary).splitlines() == [
        "# Mill burns down [1]",
        "",
        "A mill burned down in Orvel. [1][2][^c1]",
        "",
        "“It was dry,” said Ada Brem. [1][^c2]",
        "",
        "## Sources",
        "",
        "1. Orvel Echo, “Mill burns in Orvel”, 2 May 2025 (1.txt, https://orvel.example/mill)",
        "2. “Fire at the mill”, 2 May 2025 (2.txt)",
        "",
        "## Where the sources differ",
        "",
        "- horses hurt: two [2]; none [1]",
        "",
        "## Same origin",
        "",
        "- [1][2] carry one origin, Brem Mills (press statement): b",
        "",
        "## Other events",
        "",
        "- the fair [2]",
        "",
        "## Withheld, because the check failed",
        "",
        "- Three horses were hurt. — NUM101 no source has 3",
        "",
        "Made by summarizer 0.1.0, extractive writer; check: pass, 1 rule, 0 findings.",
        "",
        "[^c1]: s1.1 “The mill burned down.”; s2.1 “A mill burned down in Orvel.”",
        "",
        "[^c2]: s1.2 “It was dry,” said Ada Brem.",
    ]


def test_the_check_reads_the_same_claims_back(summary: Summary) -> None:
    document = of_markdown(markdown.summary(summary))
    read = [" ".join(claim.text.split()) for claim in document.claims]
    assert read == [summary.headline.text, *(claim.text for claim in summary.claims)]
    assert [claim.index for claim in document.claims] == [-1, 0, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A [3] is no marker.", r"A [3\] is no marker."),
        ("See [this](x:y).", r"See [this\](x:y)."),
        ("He [the mayor] left.", "He [the mayor] left."),
        ("# no heading", r"\# no heading"),
        ("12. May was dry.", r"12\. May was dry."),
        ("a <script>x</script> b", r"a \<script>x\</script> b"),
        ("5 < 6 & 7", "5 < 6 & 7"),
        ("a &lt; b", r"a \&lt; b"),
        ("*x* and _y_ and snake_case", r"\*x\* and \_y\_ and snake_case"),
        ("one\n\n# two", "one # two"),
        ("\x1b[2J gone", "␛[2J gone"),
    ],
)
def test_source_words_are_no_markup(summary: Summary, text: str, expected: str) -> None:
    assert markdown.summary(with_claim(summary, text)).splitlines()[2] == f"{expected} [1][2][^c1]"


def test_a_marker_in_a_source_is_not_read_as_one(summary: Summary) -> None:
    document = of_markdown(markdown.summary(with_claim(summary, "The mill [7] burned.")))
    labels = [marker.label for part in document.claims[1].parts for marker in part.markers]
    assert labels == ["1", "2", "c1"]


def test_a_headline_without_citations_stands_alone(summary: Summary) -> None:
    bare = dataclasses.replace(summary, headline=Headline(text="Mill burns", citations=()))
    assert markdown.summary(bare).startswith("# Mill burns\n")
