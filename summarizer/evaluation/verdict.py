"""Pass or fail: no hard failure, no floor undercut, nothing of the baseline missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.evaluation.baseline import baseline_of, sunk
from summarizer.evaluation.hard import hard_failures, unsupported
from summarizer.evaluation.measuring import estimates, story_values
from summarizer.evaluation.model import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.evaluation.baseline import Baseline
    from summarizer.evaluation.judge import Judged
    from summarizer.evaluation.session import Session
    from summarizer.evaluation.suites import Place, Suite


class _Held(NamedTuple):
    """A suite, its baseline, and the baseline that what was judged now would be."""

    suite: Suite
    before: Baseline | None
    now: Baseline


def judgement(session: Session) -> Judgement:
    """The judgement of a session, against the baselines where there are any."""
    scored, where = session.judged.scored, session.order.where
    suites = [
        _Held(each, baseline_of(where, each.name), session.baseline(each, None))
        for each in session.suites
    ]
    hard = hard_failures([each.outcome for each in scored], _found_before(suites))
    below = tuple(line for each in suites for line in (*_below(each), *_foreign(session, each)))
    return Judgement(
        verdict="fail" if hard or below else "pass",
        cases=len({(each.outcome.suite, each.outcome.case) for each in scored}),
        trials=len(scored),
        metrics=estimates(story_values(scored)),
        hard_failures=hard,
        below=below,
        stale=session.judged.stale,
        notes=(*_unjudged(session), *(line for each in suites for line in _notes(each))),
    )


def _found_before(suites: Sequence[_Held]) -> dict[str, tuple[str, ...]]:
    """The faulty sentences that the baselines say are found, by SUITE/CASE."""
    return {
        f"{each.suite.name}/{case}": ids
        for each in suites
        if each.before
        for case, ids in each.before.found.items()
    }


def _below(held: _Held) -> Iterator[str]:
    """What is not as good as it has to be, a line each."""
    suite, before, now = held
    if before and before.corpus != now.corpus:
        yield f"{suite.name}: the baseline is one of another corpus: bless it anew"
        before = None
    for subject, standing in now.subjects.items():
        name = f"{suite.name}, {subject}"
        yield from (
            f"{name}: {each} by {suite.name}/suite.toml" for each in sunk(suite.floors, standing)
        )
        if before and (old := before.subjects.get(subject)):
            yield from (f"{name}: {each} by the baseline" for each in sunk(old.floors, standing))
            if standing.cases < old.cases or standing.trials < old.trials:
                had = f"the baseline has {old.trials} of {old.cases}"
                yield f"{name}: {standing.trials} trials of {standing.cases} cases, and {had}"


def _foreign(session: Session, held: _Held) -> Iterator[str]:
    """Summaries of somebody else's that tell what their sources do not carry."""
    for each in session.of(held.suite.name):
        if not each.outcome.subject.own and (lines := unsupported(each.outcome)):
            where = f"{held.suite.name}/{each.outcome.case}, {each.outcome.subject}"
            yield f"{where}: {len(lines)} unsupported: {'; '.join(lines)}"


def _unjudged(session: Session) -> Iterator[str]:
    """What could not be judged."""
    if session.judged.stale:
        first = session.judged.stale[0]
        yield (
            f"stale: {len(session.judged.stale)} trials answer other requests than today's and were"
            f" not judged ({first.case}, {first.subject}: {first.reason})"
        )
    yield from session.judged.missing


def _notes(held: _Held) -> Iterator[str]:
    """What people should know of a baseline before they read a number."""
    suite, before, now = held
    if before is None:
        yield f"{suite.name} has no baseline: `summarizer eval bless` makes one"
        return
    if before.rules != now.rules:
        yield f"{suite.name}: the rules are not those of the baseline"
    other = [name for name, version in now.scorers.items() if before.scorers.get(name) != version]
    if other:
        yield f"{suite.name}: scorers are not those of the baseline: {', '.join(other)}"
    for name, standing in now.subjects.items():
        old = before.subjects.get(name)
        if old is None:
            yield f"{suite.name}: the baseline knows nothing of {name}"
        elif old.prompt != standing.prompt:
            yield f"{suite.name}: {name} is not the prompt of the baseline"


def faults_of_case(where: Place, suite: Suite, judged: Judged) -> list[str]:
    """What is wrong with the outcomes of one case, whatever the others are, a line each."""
    before = baseline_of(where, suite.name)
    known = {f"{suite.name}/{case}": ids for case, ids in before.found.items()} if before else {}
    outcomes = [each.outcome for each in judged.scored]
    stale = [f"trial {each.trial} is stale: {each.reason}" for each in judged.stale]
    failed = [
        f"trial {each.trial}: no summary: {each.failure.message}"
        for each in outcomes
        if each.failure
    ]
    hard = [
        f"{each.code}{f' in trial {each.trial}' if each.trial else ''}: {each.message}"
        for each in hard_failures(outcomes, known)
    ]
    return [*stale, *failed, *hard]
