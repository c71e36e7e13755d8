from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.render.segments import Segment, Stretch, segments


def test_overlaps_are_cut_at_every_edge() -> None:
    one, two = Stretch(1, 5, "claim", "c1"), Stretch(3, 8, "claim", "c2")
    assert segments(10, [two, one]) == [
        Segment(0, 1, ()),
        Segment(1, 3, (one,)),
        Segment(3, 5, (one, two)),
        Segment(5, 8, (two,)),
        Segment(8, 10, ()),
    ]


def test_labels_of_a_layer_come_once() -> None:
    twice = [Stretch(0, 2, "claim", "c1"), Stretch(0, 2, "claim", "c1"), Stretch(0, 2, "x", "c2")]
    assert segments(2, twice)[0].labels("claim") == ("c1",)


def test_an_empty_text_has_no_segment() -> None:
    assert segments(0, [Stretch(0, 4, "claim", "c1")]) == []


PLACES = st.tuples(st.integers(-3, 30), st.integers(-3, 30))


@given(st.integers(0, 25), st.lists(PLACES, max_size=8))
def test_segments_cover_the_text_and_know_what_covers_them(
    length: int, places: list[tuple[int, int]]
) -> None:
    stretches = [Stretch(*place, "claim", f"c{n}") for n, place in enumerate(places)]
    found = segments(length, stretches)
    assert [index for each in found for index in range(each.start, each.end)] == list(range(length))
    for each in found:
        expected = {s.label for s in stretches if s.start <= each.start and each.end <= s.end}
        assert set(each.labels("claim")) == expected
