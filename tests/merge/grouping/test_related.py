"""What keeps articles together that are given as one story, and what does not."""

from __future__ import annotations

from summarizer.merge.grouping.related import Profile, related


def _profile(*words: str) -> Profile:
    return Profile(dict.fromkeys(words, len(words) ** -0.5), {})


MILL = tuple(f"mill{n}" for n in range(40))
FAIR = tuple(f"fair{n}" for n in range(40))
CHANCE = tuple(f"chance{n}" for n in range(8))


def test_one_chance_likeness_joins_no_two_stories() -> None:
    """An article that resembles one of four here, and all of its own group, joins its own."""
    mills = [_profile(*MILL, *CHANCE), *[_profile(*MILL)] * 3]
    fairs = [*[_profile(*FAIR)] * 2, _profile(*FAIR, *CHANCE), _profile(*FAIR)]
    numbered = [(f"s{n}", each) for n, each in enumerate([*mills, *fairs], 1)]
    found = [each.members for each in related(numbered)]
    assert found == [("s1", "s2", "s3", "s4"), ("s5", "s6", "s7", "s8")]


def test_an_article_that_resembles_both_groups_joins_them() -> None:
    """A report that tells all of two parts of a story holds them together."""
    parts = [_profile(*MILL), _profile(*MILL), _profile(*FAIR), _profile(*FAIR)]
    numbered = [(f"s{n}", each) for n, each in enumerate([*parts, _profile(*MILL, *FAIR)], 1)]
    assert [each.members for each in related(numbered)] == [("s1", "s2", "s3", "s4", "s5")]
