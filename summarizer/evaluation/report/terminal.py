"""Judgements and comparisons as plain text with aligned columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.measuring import detection
from summarizer.evaluation.report import figures
from summarizer.render.labels import markers, plural, quoted
from summarizer.render.layout import PLAIN
from summarizer.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.evaluation.model import (
        CaseChange,
        ClaimChange,
        Comparison,
        Judgement,
        Scored,
        ToldClaim,
    )
    from summarizer.render.layout import Layout

_LEVELS = {"regressed": "error", "fail": "error"}
# Columns of a comparison by field: the heading, and whether it holds figures.
_COLUMNS = {
    "metric": ("metric", False),
    "a": ("A", True),
    "b": ("B", True),
    "difference": ("B - A", True),
    "interval": ("95 % interval", True),
    "p": ("p", True),
    "smallest": ("shows", True),
    "verdict": ("verdict", False),
}
# Lines of detail below a case, at most.
_MOST = 8


def comparison(document: Comparison, layout: Layout = PLAIN) -> str:
    """The verdict, what to know before the numbers, the metrics, and what changed in each case."""
    first = f"{document.b} (B) against {document.a} (A): {document.verdict}"
    lines = [*_strong(first, layout), *layout.paragraph(figures.counts(document))]
    lines += [line for note in document.notes for line in layout.item("note:", note)]
    for each in document.hard_failures:
        lines += layout.item("hard failure:", figures.failure(each))
    lines += ["", *_comparison_table(document, layout)]
    if same := figures.alike(document):
        lines += layout.item("No story differs in:", ", ".join(same))
    lines += ["", *(layout.faint(line) for line in layout.paragraph(figures.method(document)))]
    for case in document.cases:
        if case.changed:
            lines += _case(case, layout)
    return "\n".join([*lines, "", _verdict(document.verdict, layout)]) + "\n"


def _verdict(verdict: str, layout: Layout) -> str:
    """The last line, which the exit status repeats."""
    level = _LEVELS.get(verdict)
    return layout.at_level(verdict, level) if level else layout.strong(verdict)


def _strong(text: str, layout: Layout) -> list[str]:
    return [layout.strong(line) for line in layout.paragraph(text)]


def _comparison_table(document: Comparison, layout: Layout) -> Iterator[str]:
    """The metrics that differ; what could be shown comes below where a column has no room."""
    rows = [row._asdict() for row in figures.rows(document)]
    if not rows:
        return
    fields = list(_COLUMNS)
    lines = _aligned(rows, fields)
    wide = max(map(len, lines)) > layout.width
    if wide:
        fields.remove("smallest")
        lines = _aligned(rows, fields)
    yield layout.strong(lines[0])
    for line, row in zip(lines[1:], rows, strict=True):
        level = _LEVELS.get(row["verdict"])
        yield layout.at_level(line, level) if level else line
    shown = [f"{row['metric']} {row['smallest']}" for row in rows if row["smallest"]]
    if wide and shown:
        yield from ("", *layout.item("Shows:", ", ".join(shown)))


def _aligned(rows: Sequence[dict[str, str]], fields: Sequence[str]) -> list[str]:
    cells = [[_COLUMNS[field][0] for field in fields]]
    cells += [[row[field] for field in fields] for row in rows]
    return table(cells, [_COLUMNS[field][1] for field in fields])


def table(cells: Sequence[Sequence[str]], figured: Sequence[bool]) -> list[str]:
    """Lines with columns two blanks apart, figures to the right."""
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, figured, strict=True)
        ).rstrip()
        for row in cells
    ]


def _case(case: CaseChange, layout: Layout) -> Iterator[str]:
    """What changed in a case: new faults, mended ones, and the sentences of a trial that differ."""
    yield from layout.heading(case.id)
    for label, lines in (("  new:", case.faults), ("  gone:", case.mended)):
        for line in lines[:_MOST]:
            yield from layout.item(label, line)
        if len(lines) > _MOST:
            yield f"{label} and {len(lines) - _MOST} more"
    trial = figures.shown_trial(case)
    if trial is None:
        return
    others = sum(figures.changed(each) for each in case.trials) - 1
    more = f" ({plural(others, 'other trial')} changed too)" if others else ""
    yield layout.faint(f"  trial {trial.trial}{more}")
    for each in trial.claims:
        if each.kind != "same":
            yield from _claim(each, case, layout)


def _claim(change: ClaimChange, case: CaseChange, layout: Layout) -> Iterator[str]:
    where = "headline " if change.headline else ""
    yield layout.strong(f"  {figures.MARKS[change.kind]} {where}{change.kind}")
    for label, claim in (("A", change.a), ("B", change.b)):
        if claim:
            yield from layout.item(f"    {label}:", _told(claim))
    for each in change.evidence:
        name = case.sources.get(each.source, each.source)
        source = f"{markers([each.source])} {name}: {quoted(each.exact)}"
        yield from (layout.faint(line) for line in layout.item("    source:", source))


def _told(claim: ToldClaim) -> str:
    return f"{claim.text} {markers(claim.sources)}"


def judgement(document: Judgement, scored: Sequence[Scored], layout: Layout = PLAIN) -> str:
    """What to know before the numbers, the metrics, what is wrong case by case, the verdict."""
    subjects = ", ".join(dict.fromkeys(str(each.outcome.subject) for each in scored))
    head = f"{subjects}: {plural(document.cases, 'story')}, {plural(document.trials, 'trial')}"
    lines = _strong(head, layout)
    lines += [line for note in figures.notes(document) for line in layout.item("note:", note)]
    for each in document.hard_failures:
        lines += layout.item("hard failure:", figures.failure(each))
    lines += [line for each in document.below for line in layout.item("below its floor:", each)]
    cells = [["metric", "value", "95 % interval"]]
    cells += [
        [name, figures.value(name, each.value), figures.bounds(name, each.low, each.high)]
        for name, each in document.metrics.items()
    ]
    first, *others = table(cells, [False, True, True])
    lines += ["", layout.strong(first), *others]
    if found := detection(scored):
        lines += ["", *layout.item("Planted faults found:", figures.together(found))]
    lines += [line for each in scored for line in _details(each, layout)]
    return "\n".join([*lines, "", _verdict(document.verdict, layout)]) + "\n"


def _details(scored: Scored, layout: Layout) -> Iterator[str]:
    """What scorers say of an outcome, if anything."""
    outcome = scored.outcome
    lines = [
        f"{score.metric}: {visible(line)}"
        for score in scored.scores
        for line in ((score.failure,) if score.failure else score.detail)
    ]
    if lines:
        title = f"{outcome.suite}/{outcome.case}, {outcome.subject}, trial {outcome.trial}"
        yield from layout.heading(title)
    for line in lines[:_MOST]:
        yield from layout.item("  -", line)
    if len(lines) > _MOST:
        yield f"  - and {len(lines) - _MOST} more"
