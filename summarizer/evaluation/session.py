"""Judging as a user asks for it: some suites, some subjects, some rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.errors import UsageError
from summarizer.evaluation import digests
from summarizer.evaluation.baseline import Baseline, found_of, standing
from summarizer.evaluation.hearing import Rules
from summarizer.evaluation.judge import Judged, jobs, judge
from summarizer.evaluation.runs import Run
from summarizer.evaluation.scoring import scorers
from summarizer.evaluation.subjects import Choice, chosen

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.evaluation.model import Scored
    from summarizer.evaluation.suites import Place, Suite


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be judged, and by which rules."""

    where: Place
    suites: tuple[Suite, ...]
    choice: Choice = field(default_factory=Choice)
    rules: Rules = field(default_factory=Rules)
    prompts_dir: Path | None = None
    processes: int | None = None


class Session:
    """What was judged, with what it depends on."""

    def __init__(self, order: Order, judged: Judged) -> None:
        """Keep both."""
        self.order = order
        self.judged = judged

    @property
    def suites(self) -> tuple[Suite, ...]:
        """The suites of which something was judged."""
        there = {each.outcome.suite for each in self.judged.scored}
        return tuple(suite for suite in self.order.suites if suite.name in there)

    def of(self, suite: str, subject: str | None = None) -> tuple[Scored, ...]:
        """What was judged of a suite, by one subject or by all."""
        return tuple(
            each
            for each in self.judged.scored
            if each.outcome.suite == suite and subject in (None, str(each.outcome.subject))
        )

    def baseline(self, suite: Suite, reason: str | None) -> Baseline:
        """The baseline that this would be."""
        mine = self.of(suite.name)
        subjects = dict.fromkeys(each.outcome.subject for each in mine)
        return Baseline(
            schema=1,
            corpus=digests.corpus(suite),
            rules=digests.rules(self.order.rules),
            scorers={each.name: each.version for each in scorers()},
            found=found_of(mine),
            subjects={
                str(each): standing(
                    self.of(suite.name, str(each)),
                    digests.prompt(self.order.where, each, self.order.prompts_dir),
                )
                for each in subjects
            },
            reason=reason,
        )

    def run(self) -> Run:
        """The same to be kept."""
        where, scored = self.order.where, self.judged.scored
        subjects = dict.fromkeys(each.outcome.subject for each in scored)
        return Run(
            schema=1,
            corpus={suite.name: digests.corpus(suite) for suite in self.suites},
            prompts={
                str(each): digests.prompt(where, each, self.order.prompts_dir) for each in subjects
            },
            rules=digests.rules(self.order.rules),
            scored=scored,
        )


def held(order: Order) -> Session:
    """Judge what is there.

    Raises:
        UsageError: there is nothing to be judged.
        SummarizerError: a case is wrong, or what is to be judged cannot be read.
    """
    planned = [
        job
        for suite in order.suites
        for job in jobs(
            order.where,
            suite,
            chosen(order.where, suite, order.choice, order.prompts_dir),
            rules=order.rules,
            prompts_dir=order.prompts_dir,
        )
    ]
    judged = judge(planned, order.processes)
    if not judged.scored:
        raise _nothing(order, judged)
    return Session(order, judged)


def _nothing(order: Order, judged: Judged) -> UsageError:
    stale = [f"{each.case}, {each.subject}: {each.reason}" for each in judged.stale]
    names = ", ".join((*order.choice.prompts, *map(str, order.choice.summaries)))
    about = f" of {names}" if names else ""
    listed = ", ".join(suite.name for suite in order.suites)
    lines = [f"there is nothing to judge{about} in {listed}", *stale[:3], *judged.missing[:3]]
    hint = "record answers with `summarizer eval record`, or judge --writer extractive"
    return UsageError("nothing-to-judge", "\n".join(lines), hint)
