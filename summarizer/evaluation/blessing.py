"""Moving a baseline: up freely, down only with a reason that is kept in it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.errors import UsageError
from summarizer.evaluation.baseline import baseline_of, path_of, sunk
from summarizer.evaluation.hard import hard_failures
from summarizer.files import write_whole
from summarizer.model.codec import encode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.evaluation.baseline import Baseline, Standing
    from summarizer.evaluation.session import Session
    from summarizer.evaluation.suites import Place


def bless(where: Place, suite: str, now: Baseline, *, allow_lower: bool) -> tuple[str, ...]:
    """Make this the baseline of a suite; gives what it lowers.

    Subjects of the one before that are not in the new one stay as they were.

    Raises:
        UsageError: it lowers something without `allow_lower` and a reason, or cannot be written.
    """
    before = baseline_of(where, suite)
    lowered = tuple(_worse(before, now)) if before else ()
    if lowered and not (allow_lower and now.reason):
        message = "\n".join((f"the baseline of {suite} would be lowered:", *lowered))
        hint = "say --allow-lower and give a --reason, which is kept in the baseline"
        raise UsageError("lower-baseline", message, hint)
    kept = replace(now, subjects=before.subjects | now.subjects) if before else now
    if before and not lowered:
        kept = replace(kept, reason=now.reason or before.reason)
    path = path_of(where, suite)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(encode(kept), ensure_ascii=False, indent=2) + "\n")
    except OSError as reason:
        message = f"{path}: {reason.strerror or reason}"
        raise UsageError("unwritable-baseline", message, "name another --eval-dir") from reason
    return lowered


def _worse(before: Baseline, now: Baseline) -> Iterator[str]:
    """What the new baseline would lower, a line each."""
    for subject, standing in now.subjects.items():
        if old := before.subjects.get(subject):
            yield from (f"{subject}: {each}" for each in _lower(old, standing))
    for case, ids in before.found.items():
        for each in sorted(set(ids).difference(now.found.get(case, ()))):
            yield f"{case}: the faulty sentence '{each}' is found no more"


def _lower(old: Standing, new: Standing) -> Iterator[str]:
    yield from sunk(old.floors, new)
    if new.cases < old.cases or new.trials < old.trials:
        yield (f"{new.trials} trials of {new.cases} cases, and it was {old.trials} of {old.cases}")


def require_blameless(session: Session) -> None:
    """Hold that nothing was published that must not be, and that nothing is stale.

    Raises:
        UsageError: something was, or is.
    """
    hard = hard_failures([each.outcome for each in session.judged.scored], {})
    lines = [f"{each.case}, {each.subject}: {each.code}: {each.message}" for each in hard]
    lines += [f"{each.case}, {each.subject}: stale" for each in session.judged.stale]
    if lines:
        message = "\n".join(("what was judged cannot be a baseline:", *lines))
        raise UsageError("hard-failures", message, "mend it first; `eval judge` tells more")
