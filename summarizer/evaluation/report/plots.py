"""Plots of the stories' differences in a metric, as places in a small drawing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from summarizer.evaluation.report import figures

if TYPE_CHECKING:
    from summarizer.evaluation.model import Comparison, Difference

WIDTH, HEIGHT = 240, 44
# Around the dots; the distance of two that stand above each other; how many do, at most.
_EDGE, _STEP, _STACK = 8, 7, 4
_FLOOR = 32


class Dot(NamedTuple):
    """A story: its place, whether it is worse, better or the same, and what to say of it."""

    x: float
    y: float
    side: str
    label: str


class Plot(NamedTuple):
    """Dots over a line; places of 0, of the mean and of the ends of its interval.

    `ends` are the differences at the left and at the right end of the line.
    """

    dots: tuple[Dot, ...]
    zero: float
    mean: float
    low: float | None
    high: float | None
    label: str
    ends: tuple[str, str]


def plot(metric: str, document: Comparison) -> Plot:
    """The differences of all stories that have the metric on both sides."""
    found = document.metrics[metric]
    pairs = [(case.id, case.values.get(metric, (None, None))) for case in document.cases]
    changes = [(name, b - a) for name, (a, b) in pairs if a is not None and b is not None]
    ends = [abs(each) for each in (found.low, found.high) if each is not None]
    reach = max([*(abs(each) for _, each in changes), *ends, 1e-9])

    def place(number: float) -> float:
        return round(WIDTH / 2 + number / reach * (WIDTH / 2 - _EDGE), 1)

    stacked: Counter[float] = Counter()
    dots = []
    for name, each in changes:
        x = place(each)
        level = min(stacked[x], _STACK - 1)
        stacked[x] += 1
        label = f"{name}: {figures.change(metric, each)}"
        dots.append(Dot(x, _FLOOR - 6 - level * _STEP, side(each, found), label))
    return Plot(
        dots=tuple(dots),
        zero=place(0),
        mean=place(found.difference),
        low=None if found.low is None else place(found.low),
        high=None if found.high is None else place(found.high),
        label=_label(metric, [each for _, each in changes], found.difference),
        ends=(figures.change(metric, -reach), figures.change(metric, reach)),
    )


def side(change: float, found: Difference) -> str:
    """Whether a change is for the worse or the better; "same" where it is neither."""
    if change == 0 or not found.decides:
        return "same"
    return "better" if (change > 0) == (found.better == "higher") else "worse"


def _label(metric: str, changes: list[float], mean: float) -> str:
    """What the plot shows, for those who cannot see it."""
    if not changes:
        return "no story has it on both sides"
    lowest, highest = figures.change(metric, min(changes)), figures.change(metric, max(changes))
    return f"differences of stories from {lowest} to {highest}, mean {figures.change(metric, mean)}"
