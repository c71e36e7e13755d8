"""Things joined into sets."""

from __future__ import annotations

from summarizer.merge.sets import Sets


def test_joins_carry_on() -> None:
    sets = Sets("dcba")
    assert [sets.join("a", "b"), sets.join("b", "d"), sets.join("d", "a")] == [True, True, False]
    assert sets.of("a") == ["d", "b", "a"]
    assert sets.all() == [["d", "b", "a"], ["c"]]


def test_no_things_make_no_sets() -> None:
    assert Sets[str]([]).all() == []
