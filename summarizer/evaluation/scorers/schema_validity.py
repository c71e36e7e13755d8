"""Whether the document has the layout that is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import NOT_APPLICABLE, Told, scorer

if TYPE_CHECKING:
    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome


@scorer(better="higher", unit="pass", absent=0.0)
def schema_validity(outcome: Outcome, case: Case) -> Told:  # noqa: ARG001  (a scorer is given both)
    """Whether the summary follows its JSON Schema and its citations are exact.

    That is, the family SCH finds nothing. Markdown has no schema.
    """
    if outcome.summary is None or outcome.report is None:
        return NOT_APPLICABLE
    findings = (*outcome.summary.verification.findings, *outcome.report.findings)
    wrong = [each.message for each in findings if each.rule.startswith("SCH")]
    return Told(float(not wrong), tuple(dict.fromkeys(wrong)))


SCORERS = (schema_validity,)
