"""Judgements and comparisons as Markdown for a pull request.

Words of summaries and articles are text there, never markup, mention or link.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from summarizer.evaluation.measuring import detection
from summarizer.evaluation.report import figures
from summarizer.evaluation.report.differing import pieces
from summarizer.render.labels import markers, one_line, plural, quoted
from summarizer.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.evaluation.model import CaseChange, ClaimChange, Comparison, Judgement, Scored
    from summarizer.evaluation.report.differing import Piece

# All that starts markup inside of a line; signs that only start a block never come first here.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$!@^])")
# What services make mentions, references and links of: a sign with no width keeps them apart.
_REFERENCE = re.compile(r"(?<=[@#])(?<!\w[@#])(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
# A comment on a pull request holds 65,536 characters; what does not fit is left to the page.
_LONGEST = 60_000


def plain(text: str) -> str:
    """Untrusted words in one line that Markdown takes for nothing but words."""
    apart = _REFERENCE.sub("\u2060", visible(one_line(text)))
    return _SPECIAL.sub(r"\\\1", apart)


def comparison(document: Comparison) -> str:
    """The verdict, the metrics as a table, and what changed in each case, folded."""
    title = f"## {plain(document.b)} against {plain(document.a)}: {document.verdict}"
    lines = [title, "", figures.counts(document), ""]
    lines += _notes(document.notes, [figures.failure(each) for each in document.hard_failures])
    rows = figures.rows(document)
    if rows:
        lines += _table(
            ["metric", "A", "B", "B − A", "95 % interval", "p", "shows", "verdict"],
            [[*row[:-1], _emphasis(row.verdict)] for row in rows],
        )
    if same := figures.alike(document):
        lines += ["", f"No story differs in {', '.join(same)}."]
    lines += ["", f"<sub>{figures.method(document)}</sub>"]
    return _fitting(lines, [_case(each) for each in document.cases if each.changed])


def _emphasis(verdict: str) -> str:
    return f"**{verdict}**" if verdict in ("regressed", "improved") else verdict


def _notes(notes: Iterable[str], failures: Iterable[str]) -> list[str]:
    lines = [f"> **Note:** {plain(each)}\n" for each in notes]
    return lines + [f"- **hard failure:** {plain(each)}" for each in failures] + [""]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [head, ["---", *("--:" for _ in head[1:])], *rows]
    return [f"| {' | '.join(cells)} |" for cells in lines]


def _fitting(lines: list[str], cases: Sequence[str]) -> str:
    """The lines with as many cases as there is room for."""
    text = "\n".join(lines) + "\n"
    for number, case in enumerate(cases):
        if len(text) + len(case) > _LONGEST:
            return f"{text}\n… and {plural(len(cases) - number, 'more changed case')}.\n"
        text += case
    return text


def _case(case: CaseChange) -> str:
    trial = figures.shown_trial(case)
    others = sum(figures.changed(each) for each in case.trials) - 1 if trial else 0
    lines = ["", _folded(case.id), ""]
    lines += [f"- new: {plain(each)}" for each in case.faults]
    lines += [f"- gone: {plain(each)}" for each in case.mended]
    if trial:
        more = f" ({plural(others, 'other trial')} changed too)" if others else ""
        lines += ["", f"Trial {trial.trial}{more}:", ""]
        for each in trial.claims:
            if each.kind != "same":
                lines += _claim(each, case)
    return "\n".join([*lines, "", "</details>", ""])


def _folded(title: str) -> str:
    """The opening of a part that is folded; its title is HTML already."""
    return f"<details><summary>{html.escape(visible(one_line(title)))}</summary>"


def _claim(change: ClaimChange, case: CaseChange) -> Iterator[str]:
    """The sentence of A with what is gone marked, that of B with what is new."""
    a, b = change.a.text if change.a else "", change.b.text if change.b else ""
    left, right = pieces(a, b)
    yield f"- {'headline ' if change.headline else ''}{change.kind}"
    if change.a:
        yield f"  - A: {_marked(left, 'del')} {plain(markers(change.a.sources))}".rstrip()
    if change.b:
        yield f"  - B: {_marked(right, 'ins')} {plain(markers(change.b.sources))}".rstrip()
    for each in change.evidence:
        name = case.sources.get(each.source, each.source)
        yield f"  - {plain(markers([each.source]))} {plain(name)}: {plain(quoted(each.exact))}"


def _marked(found: Iterable[Piece], tag: str) -> str:
    """The pieces, those that differ in a tag."""
    told = ""
    for piece in found:
        words = plain(piece.text)
        told += words if piece.same else f"<{tag}>{words}</{tag}>"
        told += " " if piece.text[-1:].isspace() else ""
    return told


def judgement(document: Judgement, scored: Sequence[Scored]) -> str:
    """The verdict, the metrics as a table, and what scorers say of each outcome, folded."""
    subjects = ", ".join(dict.fromkeys(str(each.outcome.subject) for each in scored))
    lines = [f"## {plain(subjects)}: {document.verdict}", ""]
    lines += [f"{plural(document.cases, 'story')}, {plural(document.trials, 'trial')}", ""]
    lines += _notes(figures.notes(document), [figures.failure(f) for f in document.hard_failures])
    lines += [f"- **below its floor:** {plain(each)}" for each in document.below] + [""]
    lines += _table(
        ["metric", "value", "95 % interval"],
        [
            [name, figures.value(name, each.value), figures.bounds(name, each.low, each.high)]
            for name, each in document.metrics.items()
        ],
    )
    if found := detection(scored):
        lines += ["", f"Planted faults found: {figures.together(found)}"]
    return _fitting(lines, [text for each in scored if (text := _details(each))])


def _details(scored: Scored) -> str:
    outcome = scored.outcome
    told = [
        f"- {score.metric}: {plain(line)}"
        for score in scored.scores
        for line in ((score.failure,) if score.failure else score.detail)
    ]
    title = f"{outcome.suite}/{outcome.case}, {outcome.subject}, trial {outcome.trial}"
    return "\n".join(["", _folded(title), "", *told, "", "</details>", ""]) if told else ""
