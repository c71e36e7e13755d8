"""How often a comparison finds a subject that got worse, and cries wolf over one that did not.

    python -m benchmarks.comparison_power [SUITE ...] [--seeds N] [--trials N] [--summaries N]

Subjects are made of the sentences that the cases themselves call sound and faulty: a summary is a
draw of a story's sound sentences in random order. A subject that got worse has, with the chance
given, a faulty sentence of some families in the place of a sound one; an equivalent one is another
draw. For each story N summaries a subject are checked and scored; for each seed, trials are drawn
from them and B is compared with A. Prints for each kind of change how many seeds call it regressed,
no evidence and improved, and the metrics that regressed most often. Seeds are 1 to N.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from summarizer.evaluation.comparing import differences, verdict
from summarizer.evaluation.measuring import story_values
from summarizer.evaluation.model import Outcome, Subject, ToldClaim
from summarizer.evaluation.scoring import scored
from summarizer.evaluation.suites import place, read_case, suites
from summarizer.merge import merge
from summarizer.verify import Library, check, parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Scored

SENTENCES = 6


class Change(NamedTuple):
    """How a subject is changed: with this chance a sentence is one with a fault of a family."""

    name: str
    families: tuple[str, ...]
    chance: float


EQUIVALENT = Change("equivalent", (), 0.0)
CHANGES = (
    EQUIVALENT,
    Change("attribution lost, 1 in 4", ("ATT", "SPK", "MOD"), 0.25),
    Change("livelier, 1 in 4", ("NEU",), 0.25),
    Change("wrong figures, 1 in 4", ("NUM", "DAT"), 0.25),
    Change("any fault, 1 in 10", ("",), 0.1),
)


def summary(case: Case, change: Change, chance: random.Random) -> str:
    """A summary in Markdown: sound sentences in random order, some of them made faulty."""
    sound = [each.text for each in case.expected.sound]
    faulty = [
        each.text for each in case.expected.faulty if each.families[0].startswith(change.families)
    ]
    lines = chance.sample(sound, min(SENTENCES, len(sound)))
    if faulty:
        lines = [chance.choice(faulty) if chance.random() < change.chance else x for x in lines]
    return "\n\n".join(lines)


def scores(case: Case, library: Library, markdown: str) -> Scored:
    """The scores of a summary in Markdown."""
    report = check(parse(markdown), library)
    told = {each.index: ToldClaim(text=each.text, sources=each.sources) for each in report.claims}
    suite, _, name = case.id.partition("/")
    outcome = Outcome(
        suite=suite,
        case=name,
        subject=Subject(kind="summaries", name="drawn"),
        trial=1,
        headline=told.pop(-1, None),
        claims=tuple(told.values()),
        summary=None,
        report=report,
        failure=None,
        seconds=None,
        tokens=None,
        cost=None,
    )
    return scored(outcome, case)


def pools(
    cases: Sequence[Case], changes: Sequence[Change], count: int
) -> dict[str, list[list[Scored]]]:
    """For each change and story this many summaries with their scores."""
    chance = random.Random(0)  # noqa: S311  (drawing sentences, nothing secret)
    found: dict[str, list[list[Scored]]] = {each.name: [] for each in changes}
    for case in cases:
        library = Library(merge(case.articles))
        for change in changes:
            texts = [summary(case, change, chance) for _ in range(count)]
            found[change.name].append([scores(case, library, each) for each in texts])
    return found


def drawn(pool: Sequence[Sequence[Scored]], trials: int, chance: random.Random) -> list[Scored]:
    """A subject: some trials of each story."""
    return [
        replace(each, outcome=replace(each.outcome, trial=trial))
        for summaries in pool
        for trial, each in enumerate(chance.sample(summaries, trials), 1)
    ]


def found(
    a: Sequence[Sequence[Scored]], b: Sequence[Sequence[Scored]], seeds: int, trials: int
) -> tuple[Counter[str], Counter[str]]:
    """The verdicts over seeds, and the metrics that regressed."""
    verdicts: Counter[str] = Counter()
    metrics: Counter[str] = Counter()
    for seed in range(1, seeds + 1):
        chance = random.Random(seed)  # noqa: S311  (drawing trials, nothing secret)
        one, other = drawn(a, trials, chance), drawn(b, trials, chance)
        told = differences(story_values(one), story_values(other))
        verdicts[verdict(told, ())] += 1
        metrics.update(name for name, each in told.items() if each.verdict == "regressed")
    return verdicts, metrics


def main() -> None:
    """Print a line for each kind of change."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("suites", nargs="*", metavar="SUITE")
    parser.add_argument("--seeds", type=int, default=20, metavar="N")
    parser.add_argument("--trials", type=int, default=5, metavar="N")
    parser.add_argument("--summaries", type=int, default=12, metavar="N")
    given = parser.parse_args()
    cases = [
        read_case(suite, name)
        for suite in suites(place(None), given.suites)
        for name in suite.cases
    ]
    drawn_from = pools(cases, CHANGES, given.summaries)
    print(f"{len(cases)} stories, {given.trials} trials, {given.seeds} seeds")
    for change in CHANGES:
        a, b = drawn_from[EQUIVALENT.name], drawn_from[change.name]
        verdicts, metrics = found(a, b, given.seeds, given.trials)
        worst = ", ".join(f"{name} {count}" for name, count in metrics.most_common(4))
        counts = ", ".join(f"{each} {verdicts[each]}" for each in sorted(verdicts))
        print(f"{change.name:26}{counts:50}{worst}")


if __name__ == "__main__":
    main()
