"""Judging: recorded answers and summaries are replayed, checked and scored; nothing is asked.

Cases are shared out over processes. What comes back is in the order of suites, cases, subjects and
trials, whatever the processes did.
"""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.evaluation.hearing import Hearing, Rules
from summarizer.evaluation.model import Scored, Stale
from summarizer.evaluation.scoring import scored
from summarizer.evaluation.subjects import summaries, trials
from summarizer.evaluation.suites import read_case
from summarizer.evaluation.tape import StaleError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.evaluation.model import Subject
    from summarizer.evaluation.suites import Place, Suite


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A case with the trials of each subject that are there."""

    where: Place
    suite: Suite
    case: str
    trials: tuple[tuple[Subject, tuple[int, ...]], ...]
    rules: Rules
    prompts_dir: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What was judged; `stale` could not be, `missing` names cases of which nothing is there."""

    scored: tuple[Scored, ...]
    stale: tuple[Stale, ...]
    missing: tuple[str, ...]


def jobs(
    where: Place,
    suite: Suite,
    subjects: Sequence[Subject],
    *,
    rules: Rules,
    prompts_dir: Path | None = None,
) -> tuple[Job, ...]:
    """What there is to be judged of a suite, a job for each case."""
    return tuple(
        Job(
            where=where,
            suite=suite,
            case=case,
            trials=tuple((each, _there(where, suite, case, each)) for each in subjects),
            rules=rules,
            prompts_dir=prompts_dir,
        )
        for case in suite.cases
    )


def _there(where: Place, suite: Suite, case: str, subject: Subject) -> tuple[int, ...]:
    """The trials of a subject; a writer without a model writes the same every time."""
    if subject.kind == "prompt":
        return trials(where, suite, case, subject)
    if subject.kind == "writer":
        return (1,)
    found = summaries(Path(subject.name), suite.name, case)
    return tuple(range(1, len(found) + 1))


def judge(planned: Sequence[Job], processes: int | None = None) -> Judged:
    """The outcomes of all jobs with their scores.

    `processes` is at most so many; None: one for each core.

    Raises:
        SummarizerError: a case is wrong, or recorded answers cannot be read.
    """
    most = min(processes or _cores(), len(planned))
    if most <= 1:
        return _together([_heard(job) for job in planned])
    # the platforms' ways to start a process differ; this one leaves no thread or lock behind
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(most, mp_context=context) as pool:
        return _together(list(pool.map(_heard, planned)))


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _together(parts: Sequence[Judged]) -> Judged:
    return Judged(
        scored=tuple(each for part in parts for each in part.scored),
        stale=tuple(each for part in parts for each in part.stale),
        missing=tuple(each for part in parts for each in part.missing),
    )


def _heard(job: Job) -> Judged:
    """One case with all its trials."""
    case = read_case(job.suite, job.case)
    hearing = Hearing(job.where, job.suite, case, rules=job.rules, prompts_dir=job.prompts_dir)
    found: list[Scored] = []
    stale: list[Stale] = []
    missing: list[str] = []
    for subject, numbers in job.trials:
        if not numbers:
            missing.append(f"{case.id}: there is nothing of {subject}")
        for trial in numbers:
            try:
                found.append(scored(hearing.outcome(subject, trial), case))
            except StaleError as reason:
                stale.append(
                    Stale(case=case.id, subject=str(subject), trial=trial, reason=str(reason))
                )
    return Judged(scored=tuple(found), stale=tuple(stale), missing=tuple(missing))
