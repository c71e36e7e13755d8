"""How sure a difference is: small, pure Python, the same for the same seed.

The unit is the story. Trials of one story are alike (the same articles), so they are averaged and
stories are resampled: the spread of story means holds what trials add (Davison and Hinkley 1997,
3.8: resampling inside the clusters as well would count that twice). Two subjects are compared on
the differences of each story, which takes out that some stories are harder than others.

The bootstrap is the wild one with the null imposed, advised where clusters are few (Liu 1988;
Cameron, Gelbach and Miller 2008): if neither subject is better, each story's difference could as
well have the other sign, so p is the share of ways to give the signs that lie as far out. With few
stories all ways are counted and nothing depends on chance. The interval inverts that test, so that
the two do not contradict each other: its ends are quantiles of the means of all subsets of the
stories (Hartigan 1969). With a dozen stories resampling their plain means gives a false alarm in
one of twelve where one in twenty is promised; the studentised bootstrap keeps the promise, but
misses what is clear where several stories do not differ at all: resamples without these have next
to no spread.
"""

from __future__ import annotations

import functools
import itertools
import math
import random
from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

ALPHA = 0.05
POWER = 0.8
ROUNDS = 10_000
SEED = 20260101
# So many stories, or fewer, are resampled in every way that there is.
_EXACT = 16
_IN_OR_OUT = bytes.maketrans(b"01", b"\0\1")
# What is left of a sum of equal numbers by rounding, as a share of what was added.
_DUST = 1e-9


class Estimate(NamedTuple):
    """A value with its interval at 1 - ALPHA, None where there is too little for one."""

    value: float
    low: float | None
    high: float | None


class Contrast(NamedTuple):
    """Differences of stories: their mean with its interval, and how likely chance alone gives it.

    `spread` is the standard deviation of the differences, `differing` how many are not 0.
    """

    estimate: Estimate
    p: float
    spread: float
    stories: int
    differing: int


def wilson(passed: float, total: int, alpha: float = ALPHA) -> Estimate:
    """The share passed of the total with its score interval (Wilson 1927)."""
    z = NormalDist().inv_cdf(1 - alpha / 2)
    share, scale = passed / total, 1 + z * z / total
    middle = (share + z * z / (2 * total)) / scale
    half = z / scale * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return Estimate(share, max(0.0, middle - half), min(1.0, middle + half))


def mcnemar(worse: int, better: int) -> float:
    """The exact two-sided p of so many pairs that went each way (McNemar 1947, binomial)."""
    pairs = worse + better
    tail = sum(math.comb(pairs, count) for count in range(min(worse, better) + 1))
    return min(1.0, tail / 2 ** (pairs - 1)) if pairs else 1.0


def mean(values: Sequence[float], *, seed: int = SEED, rounds: int = ROUNDS) -> Estimate:
    """The mean of stories with its interval; one story alone has none."""
    return contrast(values, seed=seed, rounds=rounds).estimate


def contrast(
    differences: Sequence[float],
    *,
    seed: int = SEED,
    rounds: int = ROUNDS,
    alpha: float = ALPHA,
) -> Contrast:
    """The mean of the stories' differences, tested against 0; at least one story."""
    count = len(differences)
    middle = math.fsum(differences) / count
    differing = sum(each != 0 for each in differences)
    if count == 1:
        return Contrast(Estimate(middle, None, None), 1.0, 0.0, 1, differing)
    if min(differences) == max(differences):
        p = min(1.0, max(2.0 ** (1 - differing), 1 / (rounds + 1)))
        return Contrast(Estimate(middle, middle, middle), p, 0.0, count, differing)
    spread = math.sqrt(math.fsum((each - middle) ** 2 for each in differences) / (count - 1))
    sums = _subset_sums(differences, seed, rounds)
    dust = _DUST * math.fsum(map(abs, differences))
    below = sum(total <= dust for total, _ in sums)
    above = sum(total >= -dust for total, _ in sums)
    return Contrast(
        Estimate(middle, *_ends(sums, middle, spread, count, alpha)),
        min(1.0, 2 * min(below, above) / len(sums)),
        spread,
        count,
        differing,
    )


def _subset_sums(values: Sequence[float], seed: int, rounds: int) -> list[tuple[float, int]]:
    """The sums of subsets of the values with their sizes; the first one is empty."""
    if len(values) > _EXACT:
        masks = _masks(len(values), seed, rounds)
        return [(sum(itertools.compress(values, mask)), sum(mask)) for mask in masks]
    found = [(0.0, 0)]
    for value in values:
        found += [(total + value, size + 1) for total, size in found]
    return found


@functools.lru_cache(maxsize=8)
def _masks(count: int, seed: int, rounds: int) -> tuple[bytes, ...]:
    """Subsets of so many stories, each story in or out by chance; the same for every metric."""
    chance = random.Random(seed)  # noqa: S311  (resampling, nothing secret)
    bits = (format(chance.getrandbits(count), f"0{count}b").encode() for _ in range(rounds))
    return (bytes(count), *(each.translate(_IN_OR_OUT) for each in bits))


def _ends(
    sums: Sequence[tuple[float, int]], middle: float, spread: float, count: int, alpha: float
) -> tuple[float, float]:
    """The interval: means that the test would not reject; by Student where stories are too few."""
    place = math.floor(alpha / 2 * len(sums))
    if place < 1:
        half = student_quantile(1 - alpha / 2, count - 1) * spread / math.sqrt(count)
        return middle - half, middle + half
    means = sorted(total / size for total, size in sums if size)
    return means[place - 1], means[-place]


def holm(ps: Sequence[float]) -> list[float]:
    """Each p adjusted for there being several, in the order given (Holm 1979, step down)."""
    adjusted = [1.0] * len(ps)
    highest = 0.0
    for rank, place in enumerate(sorted(range(len(ps)), key=ps.__getitem__)):
        highest = max(highest, min(1.0, (len(ps) - rank) * ps[place]))
        adjusted[place] = highest
    return adjusted


def smallest_difference(
    spread: float, stories: int, alpha: float = ALPHA, power: float = POWER
) -> float | None:
    """The true mean difference that would be found with this power, given the stories' spread.

    None where nothing can be found: too few stories for a p below alpha, or no spread to go by.
    """
    if spread == 0 or 2.0 ** (1 - stories) > alpha:
        return None
    freedom = stories - 1
    reach = student_quantile(1 - alpha / 2, freedom) + student_quantile(power, freedom)
    return reach * spread / math.sqrt(stories)


def student_quantile(share: float, freedom: int) -> float:
    """The value that this share (above one half) of Student's t distribution is below."""
    low, high = 0.0, 1e6
    while high - low > high * 1e-12:
        middle = (low + high) / 2
        low, high = (low, middle) if student(middle, freedom) > share else (middle, high)
    return high


def student(t: float, freedom: int) -> float:
    """Student's t distribution for whole degrees of freedom (Abramowitz and Stegun 26.7.3-4)."""
    angle = math.atan2(t, math.sqrt(freedom))
    odd = freedom % 2
    term = total = 1.0
    for k in range(2 + odd, freedom - 1, 2):
        term *= math.cos(angle) ** 2 * (k - 1) / k
        total += term
    if not odd:
        return (1 + math.sin(angle) * total) / 2
    whole = angle + math.sin(angle) * math.cos(angle) * (total if freedom > 1 else 0.0)
    return 0.5 + whole / math.pi
