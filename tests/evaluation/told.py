"""Outcomes to score: a Markdown summary of a case with its real check, and parts of our JSON."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from summarizer import check
from summarizer.evaluation.model import Outcome, Subject, ToldClaim
from summarizer.evaluation.scoring import scored
from summarizer.model.summary import Citation

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Scored

SOMEBODY = Subject(kind="summaries", name="somebody")
GOOD = """# Fire destroys warehouse in Marlow [1][2]

A fire destroyed the grain warehouse at Marlow harbour on Monday night. [1][2]
The fire had started in the drying hall, fire chief Ida Brandt said. [1][2]
Three workers were hurt [1], or four workers [2], the papers report.
“Nobody is missing,” Brandt said. [1]
"""

BAD = GOOD.replace("Three workers", "Nine workers").replace("“Nobody is missing,”", "Nobody died,")
STORIES = 12


def stories(case: Case, count: int = STORIES) -> list[Case]:
    """The same story under several names."""
    return [replace(case, id=f"small/c{number:02}") for number in range(count)]


def judged(cases: list[Case], text: Callable[[int], str], trials: int = 1) -> list[Scored]:
    """What a subject wrote for each story, by the story's number, with its scores."""
    known = {text(n): scored(outcome_of(cases[0], text(n)), cases[0]) for n in range(len(cases))}
    return [
        replace(each, outcome=replace(each.outcome, case=case.id.partition("/")[2], trial=trial))
        for number, case in enumerate(cases)
        for each in [known[text(number)]]
        for trial in range(1, trials + 1)
    ]


def outcome_of(
    case: Case, markdown: str, *, trial: int = 1, subject: Subject = SOMEBODY, **values: object
) -> Outcome:
    """What a subject made of a case, given as Markdown; `values` replace fields."""
    report = check(markdown, case.articles)
    told = {each.index: ToldClaim(text=each.text, sources=each.sources) for each in report.claims}
    suite, _, name = case.id.partition("/")
    fields: dict[str, Any] = {
        "suite": suite,
        "case": name,
        "subject": subject,
        "trial": trial,
        "headline": told.pop(-1, None),
        "claims": tuple(told.values()),
        "summary": None,
        "report": report,
        "failure": None,
        "seconds": None,
        "tokens": None,
        "cost": None,
    }
    fields.update(values)
    return Outcome(**fields)


def citing(case: Case, text: str, source: str, exact: str, **values: object) -> ToldClaim:
    """A claim that cites these words of a source, as our JSON does."""
    article = next(each for each in case.articles if each.id == source)
    start = article.text.index(exact)
    span = Citation(
        source=source,
        sentence=f"{source}.1",
        start=start,
        end=start + len(exact),
        exact=exact,
        prefix="",
        suffix="",
        link=None,
    )
    claim = ToldClaim(text=text, sources=(source,), spans=(span,))
    fields: dict[str, Any] = {**values}
    return replace(claim, **fields)
