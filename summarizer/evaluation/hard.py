"""Hard failures: what must not happen once, whatever the statistics say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.model import HardFailure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from summarizer.evaluation.model import Outcome


def hard_failures(
    outcomes: Iterable[Outcome], found_before: Mapping[str, Iterable[str]]
) -> tuple[HardFailure, ...]:
    """Every hard failure: of what our own writers publish, and of the rules.

    `found_before` are ids of faulty sentences, by case (SUITE/CASE), that the check once found.
    """
    listed = list(outcomes)
    published = [each for outcome in listed if outcome.subject.own for each in _published(outcome)]
    return (*published, *_lost(listed, found_before))


def unsupported(outcome: Outcome) -> list[str]:
    """What the check says against claims of a summary, a line each; the layout is left out."""
    report = outcome.report
    if report is None:
        return []
    texts: dict[int | None, str] = {claim.index: claim.text for claim in report.claims}
    against = {
        each.claim: f"{each.rule}: {each.message}"
        for each in reversed(report.findings)
        if each.level == "error" and not each.rule.startswith("SCH")
    }
    against |= {
        claim.index: "not supported by what it cites"
        for claim in report.claims
        if claim.verdict == "unsupported" and claim.index not in against
    }
    return [f"“{texts.get(index, 'the whole')}” ({why})" for index, why in against.items()]


def _published(outcome: Outcome) -> Iterator[HardFailure]:
    findings = outcome.report.findings if outcome.report else ()
    for each in findings:
        if each.rule.startswith("SCH") and each.level == "error":
            yield _failure("schema-invalid", outcome, each.message)
    for line in unsupported(outcome):
        yield _failure("unsupported-claim-published", outcome, line)


def _failure(code: str, outcome: Outcome, message: str) -> HardFailure:
    return HardFailure(
        code=code,
        case=f"{outcome.suite}/{outcome.case}",
        subject=str(outcome.subject),
        trial=outcome.trial,
        message=message,
    )


def _lost(
    outcomes: Iterable[Outcome], found_before: Mapping[str, Iterable[str]]
) -> Iterator[HardFailure]:
    """Faulty sentences that the check no longer finds, each once a case."""
    planted = {f"{each.suite}/{each.case}": each.planted for each in outcomes}
    for case, sentences in planted.items():
        before = set(found_before.get(case, ()))
        for each in sentences:
            if each.id in before and not each.right:
                yield HardFailure(
                    code="fault-no-longer-found",
                    case=case,
                    subject="the rules",
                    trial=None,
                    message=f"{each.id}: “{each.text}” ({', '.join(each.families)})",
                )
