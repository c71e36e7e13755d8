"""What scores come to: a value for each story, and for the suite a mean with its interval."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from summarizer.evaluation.model import Metric
from summarizer.evaluation.scoring import SHARES, scorers
from summarizer.evaluation.statistics import ROUNDS, SEED, mean, wilson

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarizer.evaluation.model import Scored
    from summarizer.evaluation.scoring import Scorer
    from summarizer.evaluation.statistics import Estimate

    # Means over trials by metric and case.
    Values = Mapping[str, Mapping[str, float]]


def story_values(scored: Iterable[Scored]) -> Values:
    """The value of each metric in each case: the mean of its trials.

    A metric that passes or fails is passed in a case if it is in all trials.
    """
    found: dict[str, dict[str, list[float]]] = {}
    for each in scored:
        case = f"{each.outcome.suite}/{each.outcome.case}"
        for score in each.scores:
            if score.value is not None:
                found.setdefault(score.metric, {}).setdefault(case, []).append(score.value)
    passing = {metric.name for metric in scorers() if metric.passes}
    return {
        metric: {
            case: min(values) if metric in passing else _mean(values)
            for case, values in stories.items()
        }
        for metric, stories in found.items()
    }


def _mean(values: Sequence[float]) -> float:
    """The mean, equal for equal values however many there are of them."""
    return round(math.fsum(values) / len(values), 12)


def estimates(values: Values, *, seed: int = SEED, rounds: int = ROUNDS) -> dict[str, Metric]:
    """The mean of each metric over the stories with its interval, in the order of the scorers."""
    found = {}
    for metric in scorers():
        if stories := values.get(metric.name):
            estimate = _estimate(metric, [stories[each] for each in sorted(stories)], seed, rounds)
            found[metric.name] = Metric(value=estimate.value, low=estimate.low, high=estimate.high)
    return found


def _estimate(metric: Scorer, stories: Sequence[float], seed: int, rounds: int) -> Estimate:
    """A bootstrap over stories; Wilson's interval where there is nothing to resample.

    Stories that all have the same share, or one story, show no spread. A share varies at most as a
    coin with that chance does, so Wilson's interval is wide enough for it.
    """
    total = math.fsum(stories)
    if metric.passes or (metric.unit in SHARES and min(stories) == max(stories)):
        return wilson(total, len(stories))
    found = mean(stories, seed=seed, rounds=rounds)
    if found.low is None or found.high is None:
        return found
    highest = 1.0 if metric.unit in SHARES else math.inf
    return found._replace(low=max(0.0, found.low), high=min(highest, found.high))


def detection(scored: Iterable[Scored]) -> dict[str, tuple[int, int]]:
    """For each family how many of the planted faulty sentences are found, and how many there are.

    A sentence that several families may find counts for the first that its case names. What is
    planted is the same in all trials and for all subjects, so it counts once a case.
    """
    cases = {(each.outcome.suite, each.outcome.case): each.outcome.planted for each in scored}
    faulty = [each for planted in cases.values() for each in planted if each.kind == "faulty"]
    there = Counter(each.families[0][:3] for each in faulty)
    found = Counter(each.families[0][:3] for each in faulty if each.right)
    return {family: (found[family], there[family]) for family in sorted(there)}
