"""Detection against false alarms: how precise each rule is, and what a set of rules would do.

A unit is a rule at a level, so that a rule that errs and warns can be cut in two. Detection is
averaged over the classes of defects; a false alarm is a right sentence with any finding.
"""

from __future__ import annotations

import statistics
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.planted import LEVELS, Checked, Defect, Mark, Suite

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    Unit = tuple[str, str]

FOLDS = 5
# Shares of clean sentences with a false alarm that a set of rules may cost where it is chosen.
BUDGETS = (0.01, 0.02, 0.03, 0.05, 0.08, 0.10, 0.15, 0.20)


class Tally(NamedTuple):
    """What a rule does at a level: defects seen, those nothing else sees, alarms on right text."""

    rule: str
    level: str
    hits: int
    alone: int
    clean: int
    ok: int

    @property
    def precision(self) -> float:
        """The share of hits, drawn to one half where there is little to count."""
        return (self.hits + 0.5) / (self.hits + self.clean + self.ok + 1)


class Point(NamedTuple):
    """A place on the curve: what was let in last, detection, and alarms on right sentences."""

    name: str
    detected: float
    clean: float
    ok: float


class Rotated(NamedTuple):
    """What the rules of a budget do on clusters that they were not chosen on.

    `rules` is their mean number, `pooled` counts all folds together, `means` and `spreads`
    (standard deviations) are over the folds.
    """

    budget: float
    rules: float
    pooled: Point
    means: Point
    spreads: Point


def units(marks: Sequence[Mark]) -> set[Unit]:
    """The rules and levels of some findings."""
    return {(mark.rule, mark.level) for mark in marks}


def tallies(suite: Suite) -> list[Tally]:
    """A row for each rule and level that found anything."""
    seen = [units(each.marks) for each in suite.defects]
    clean = [units(each.marks) for each in suite.clean]
    ok = [units(each.marks) for each in suite.rewritten]
    return [
        Tally(
            *unit,
            hits=sum(unit in each for each in seen),
            alone=sum(unit in each and _alone(unit, each) for each in seen),
            clean=sum(unit in each for each in clean),
            ok=sum(unit in each for each in ok),
        )
        for unit in sorted(set().union(*seen, *clean, *ok))
    ]


def _alone(unit: Unit, seen: set[Unit]) -> bool:
    return not any(LEVELS[other[1]] >= LEVELS[unit[1]] for other in seen - {unit})


def ordered(rows: Sequence[Tally]) -> list[Tally]:
    """The most precise first, among equals the one with more hits."""
    return sorted(rows, key=lambda each: (-each.precision, -each.hits, each.rule, each.level))


def by_class(suite: Suite) -> dict[str, list[Defect]]:
    """The defects of each class, by its name."""
    found: defaultdict[str, list[Defect]] = defaultdict(list)
    for each in suite.defects:
        found[each.label.sort].append(each)
    return dict(sorted(found.items()))


def detection(suite: Suite, chosen: Collection[Unit]) -> float:
    """The share of defects that these rules see, averaged over classes."""
    return _averaged(suite, [not units(each.marks).isdisjoint(chosen) for each in suite.defects])


def _averaged(suite: Suite, seen: Sequence[bool]) -> float:
    shares: defaultdict[str, list[bool]] = defaultdict(list)
    for each, hit in zip(suite.defects, seen, strict=True):
        shares[each.label.sort].append(hit)
    return sum(sum(hits) / len(hits) for hits in shares.values()) / max(1, len(shares))


def alarms(sentences: Sequence[Checked], chosen: Collection[Unit]) -> float:
    """The share of right sentences on which these rules find anything."""
    wrong = sum(not units(each.marks).isdisjoint(chosen) for each in sentences)
    return wrong / max(1, len(sentences))


def point(name: str, suite: Suite, chosen: Collection[Unit]) -> Point:
    """What a set of rules does on a suite."""
    clean, ok = alarms(suite.clean, chosen), alarms(suite.rewritten, chosen)
    return Point(name, detection(suite, chosen), clean, ok)


def curve(suite: Suite, rows: Sequence[Tally]) -> Iterator[Point]:
    """The rules join one after another."""
    chosen: set[Unit] = set()
    for each in rows:
        chosen.add((each.rule, each.level))
        yield point(f"{each.rule} {each.level}", suite, chosen)


def score_curve(suite: Suite, cuts: Sequence[float], *, rules: bool) -> Iterator[Point]:
    """Sentences whose score is below a cut are flagged, and with `rules` those with a finding too.

    A defect counts by its score if its base is not below the cut.
    """
    for cut in cuts:
        seen = [
            each.score < cut <= each.score_before or (rules and bool(each.marks))
            for each in suite.defects
        ]
        clean, ok = (
            sum(each.score < cut or (rules and bool(each.marks)) for each in some)
            / max(1, len(some))
            for some in (suite.clean, suite.rewritten)
        )
        yield Point(f"{cut:.2f}", _averaged(suite, seen), clean, ok)


def auc(suite: Suite) -> float:
    """How often a planted defect scores below a clean sentence (ties count half)."""
    wins = sum(
        (bad.score < good.score) + (bad.score == good.score) / 2
        for bad in suite.defects
        for good in suite.clean
    )
    return wins / max(1, len(suite.defects) * len(suite.clean))


def within(suite: Suite, rows: Sequence[Tally], budget: float) -> set[Unit]:
    """The longest opening of the ordered rules that keeps to a budget on clean sentences."""
    chosen: set[Unit] = set()
    for each in rows:
        joined = chosen | {(each.rule, each.level)}
        if alarms(suite.clean, joined) > budget:
            break
        chosen = joined
    return chosen


def folds(names: Sequence[str]) -> list[tuple[list[str], list[str]]]:
    """Clusters to choose on and to count on; neighbours in the alphabet are of one origin."""
    parts = [[name for n, name in enumerate(names) if n % FOLDS == k] for k in range(FOLDS)]
    return [([n for n in names if n not in part], part) for part in parts if part]


def rotation(suite: Suite) -> Iterator[Rotated]:
    """For each budget: rules chosen on the development clusters, counted on the others."""
    names = sorted({each.cluster for each in suite.clean})
    halves = [(suite.of(develop), suite.of(rest)) for develop, rest in folds(names)]
    orders = [ordered(tallies(develop)) for develop, _ in halves]
    for budget in BUDGETS:
        sets = [
            within(develop, order, budget)
            for (develop, _), order in zip(halves, orders, strict=True)
        ]
        rests = [_only(rest, chosen) for (_, rest), chosen in zip(halves, sets, strict=True)]
        points = [_all(each) for each in rests]
        columns = list(zip(*(each[1:] for each in points), strict=True))
        yield Rotated(
            budget,
            statistics.mean(map(len, sets)),
            _all(_together(rests)),
            Point("mean", *map(statistics.mean, columns)),
            Point("spread", *map(statistics.pstdev, columns)),
        )


def _only(suite: Suite, chosen: Collection[Unit]) -> Suite:
    """A suite with the findings of these rules alone."""

    def kept(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        return tuple(mark for mark in marks if (mark.rule, mark.level) in chosen)

    return Suite(
        tuple(each._replace(marks=kept(each.marks)) for each in suite.defects),
        tuple(each._replace(marks=kept(each.marks)) for each in suite.clean),
        tuple(each._replace(marks=kept(each.marks)) for each in suite.rewritten),
    )


def _all(suite: Suite) -> Point:
    return point("all", suite, {(each.rule, each.level) for each in tallies(suite)})


def _together(suites: Sequence[Suite]) -> Suite:
    return Suite(
        tuple(each for suite in suites for each in suite.defects),
        tuple(each for suite in suites for each in suite.clean),
        tuple(each for suite in suites for each in suite.rewritten),
    )
