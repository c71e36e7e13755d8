"""What the definition of a marker may give to name an input."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer.verify.notes import named
from summarizer.verify.pairs import plain_article

FIRST = replace(
    plain_article(1, "Bridge of Belm shut\n\nIt is shut.", outlet="The Mail"),
    path="story/1.txt",
    url="https://www.mail.example/news/bridge/",
)
SECOND = replace(
    plain_article(2, "Fire\n\nIt burned.", outlet="The Post"), path="story/11.txt", url=None
)
THIRD = replace(plain_article(3, "Boats may pass\n\nThey may.", outlet="The Post"), path=None)
INPUTS = (FIRST, SECOND, THIRD)


@pytest.mark.parametrize(
    ("note", "source"),
    [
        ("s2, line 3", "s2"),
        ("s2.1 “It burned.”", "s2"),
        ("http://mail.example/news/bridge?utm_source=x#top", "s1"),
        ("11.txt", "s2"),
        ("see story/1.txt.", "s1"),
        ("The Post, ‘Boats May Pass’, 3 May", "s3"),
        ("the mail, 3 May", "s1"),
        ("The Post, 3 May", None),
        ("Fire at the mill", None),
        ("https://mail.example/news/bridges", None),
        ("", None),
    ],
)
def test_a_note_names_an_input_or_none(note: str, source: str | None) -> None:
    found = named(note, INPUTS)
    assert (found.id if found else None) == source
