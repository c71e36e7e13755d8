"""Sentences that a suite calls faulty or sound, held against the check: a test of the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.case import Faulty
from summarizer.evaluation.model import Planted

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.evaluation.case import Expectations, Sound
    from summarizer.model.findings import CheckReport


def planted(expected: Expectations, check: Callable[[str], CheckReport]) -> tuple[Planted, ...]:
    """What the check says of each sentence by itself; `check` is given Markdown."""
    sentences: tuple[Faulty | Sound, ...] = (*expected.faulty, *expected.sound)
    return tuple(_planted(each, check(each.text)) for each in sentences)


def _planted(entry: Faulty | Sound, report: CheckReport) -> Planted:
    families = entry.families if isinstance(entry, Faulty) else ()
    told = [each for each in report.findings if each.level != "note"]
    # what a whole summary lacks (sources, sides) is nothing against one sentence
    mine = [each for each in told if each.claim is not None or each.rule.startswith(families)]
    errors = tuple(dict.fromkeys(each.rule for each in mine if each.level == "error"))
    found = tuple(dict.fromkeys(each.rule for each in mine))
    verdict = report.claims[0].verdict
    sound = not errors and verdict != "unsupported"
    return Planted(
        id=entry.id,
        kind="faulty" if families else "sound",
        text=entry.text,
        families=families,
        found=found,
        errors=errors,
        verdict=verdict,
        right=any(rule.startswith(families) for rule in found) if families else sound,
    )
