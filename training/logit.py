"""Logistic models over named features: which of some choices, or which of some classes.

Both are fitted by L-BFGS-B in two steps: an L1 penalty selects features (on the split weights, so
that it is smooth), and an L2 penalty fits the selected ones again without the bias of the first.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np
from scipy import optimize, sparse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Vector: TypeAlias = NDArray[np.float64]
    Objective: TypeAlias = Callable[[Vector], tuple[float, Vector]]

Row: TypeAlias = "Sequence[str]"
_NEGLIGIBLE = 0.02  # weights that the L1 penalty leaves below this are none
_ROUNDS = 120


class Penalty(NamedTuple):
    """How strongly weights are held down: `select` is L1, `fit` L2; `least` occurrences count."""

    select: float
    fit: float
    least: int


class Choice(NamedTuple):
    """The rows of features of some candidates, and the number of the right one."""

    right: int
    rows: Sequence[Row]


def learn_choice(choices: Sequence[Choice], penalty: Penalty) -> dict[str, float]:
    """The weights of a conditional logit: candidates of one choice compete."""
    names, matrix = _matrix([row for choice in choices for row in choice.rows], penalty.least)
    sizes = np.array([len(choice.rows) for choice in choices])
    firsts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = firsts + np.array([choice.right for choice in choices])
    gold = np.zeros(matrix.shape[0])
    gold[right] = 1
    turned = matrix.T.tocsr()

    def loss(weights: Vector) -> tuple[float, Vector]:
        scores = matrix @ weights
        most = np.maximum.reduceat(scores, firsts)
        odds = np.exp(scores - np.repeat(most, sizes))
        total = np.add.reduceat(odds, firsts)
        value = -(scores[right] - most - np.log(total)).sum()
        return float(value), turned @ (odds / np.repeat(total, sizes) - gold)

    weights = _fit(loss, len(names), penalty)
    return {name: float(w) for name, w in zip(names, weights, strict=True) if w}


def learn_classes(
    rows: Sequence[Row], classes: Sequence[int], penalty: Penalty
) -> dict[str, tuple[float, ...]]:
    """The weights of a multinomial logit: log odds of each class against class 0."""
    names, matrix = _matrix(rows, penalty.least)
    number = max(classes) + 1
    places = np.arange(len(classes)), np.array(classes)
    gold = np.zeros((len(classes), number))
    gold[places] = 1
    turned = matrix.T.tocsr()

    def loss(weights: Vector) -> tuple[float, Vector]:
        table = weights.reshape(len(names), number - 1)
        scores = np.hstack([np.zeros((len(classes), 1)), matrix @ table])
        scores -= scores.max(axis=1, keepdims=True)
        odds = np.exp(scores)
        total = odds.sum(axis=1, keepdims=True)
        value = -(scores[places] - np.log(total[:, 0])).sum()
        return float(value), (turned @ (odds / total - gold))[:, 1:].ravel()

    table = _fit(loss, len(names) * (number - 1), penalty).reshape(len(names), number - 1)
    found = zip(names, table, strict=True)
    return {name: tuple(float(w) for w in weights) for name, weights in found if weights.any()}


def _matrix(rows: Sequence[Row], least: int) -> tuple[list[str], sparse.csr_matrix]:
    """The features seen often enough, sorted, and which row has which."""
    seen = Counter(feature for row in rows for feature in row)
    names = sorted(name for name, times in seen.items() if times >= least)
    number = {name: n for n, name in enumerate(names)}
    columns: list[int] = []
    ends = [0]
    for row in rows:
        columns += [number[name] for name in row if name in number]
        ends.append(len(columns))
    shape = len(rows), len(names)
    return names, sparse.csr_matrix((np.ones(len(columns)), columns, ends), shape=shape)


def _fit(loss: Objective, size: int, penalty: Penalty) -> Vector:
    """Weights selected with L1, then fitted with L2; those not selected are zero."""

    def split(both: Vector) -> tuple[float, Vector]:
        value, slope = loss(both[:size] - both[size:])
        return value + penalty.select * both.sum(), np.concatenate([slope, -slope]) + penalty.select

    both = _minimum(split, np.zeros(2 * size), [(0.0, None)] * (2 * size))
    weights = both[:size] - both[size:]
    kept = np.flatnonzero(np.abs(weights) > _NEGLIGIBLE)

    def smooth(some: Vector) -> tuple[float, Vector]:
        whole = np.zeros(size)
        whole[kept] = some
        value, slope = loss(whole)
        return float(value + penalty.fit / 2 * some @ some), slope[kept] + penalty.fit * some

    result = np.zeros(size)
    result[kept] = _minimum(smooth, weights[kept], None)
    return result


def _minimum(
    objective: Objective, start: Vector, bounds: list[tuple[float, None]] | None
) -> Vector:
    options = {"maxiter": _ROUNDS, "maxfun": 2 * _ROUNDS}
    found = optimize.minimize(
        objective, start, jac=True, method="L-BFGS-B", bounds=bounds, options=options
    )
    return np.asarray(found.x)
