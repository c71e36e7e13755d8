"""The picture of origins."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from summarizer.model.summary import Origin
from summarizer.render.hanging import picture

if TYPE_CHECKING:
    from summarizer.model.summary import Summary


def origins(sources: list[tuple[str, ...]]) -> tuple[Origin, ...]:
    """Origins o1, o2 … with these sources."""
    return tuple(
        Origin(id=f"o{n}", name=f"paper {n}", kind="outlet", sources=each, basis="b")
        for n, each in enumerate(sources, 1)
    )


def test_a_line_leads_from_an_origin_to_each_of_its_sources(summary: Summary) -> None:
    found = picture(summary)
    assert (found.sources, found.rows, found.left_out) == ((("s1",), ("s2",)), 2, 0)
    paths = ["M0 10C50 10 50 5 100 5", "M0 10C50 10 50 15 100 15"]
    assert [line.path for line in found.lines] == paths


def test_origins_of_no_sentence_are_told_apart(summary: Summary) -> None:
    two = (*summary.origins, dataclasses.replace(summary.origins[0], id="o2"))
    found = picture(dataclasses.replace(summary, origins=two))
    assert [line.claimed for line in found.lines] == [True, True, False, False]


def test_many_sources_that_carry_the_same_share_a_row(summary: Summary) -> None:
    every = tuple(f"s{n}" for n in range(1, 201))
    found = picture(dataclasses.replace(summary, origins=origins([every, every[:2], ("s3",)])))
    assert [len(row) for row in found.sources] == [2, 1, 197]
    assert (len(found.lines), found.rows) == (5, 3)


def test_of_many_origins_those_behind_sentences_are_drawn(summary: Summary) -> None:
    many = origins([(f"s{n}",) for n in range(1, 41)])
    claims = tuple(dataclasses.replace(each, origins=("o40",)) for each in summary.claims)
    found = picture(dataclasses.replace(summary, origins=many, claims=claims))
    assert (len(found.origins), found.left_out, found.origins[-1].id) == (14, 26, "o40")
