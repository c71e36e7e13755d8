"""What the check finds of planted defects, at what price in false alarms, rule by rule.

    python -m benchmarks.defect_curve [--data SUITE] [--store FILE] [--stored FILE]
        [--compare FILE] [--list missed|alarms]

Tables: detection per class of defect; hits and false alarms per rule; the curve of detection
(averaged over classes) against false alarms as rules join in the order of their precision, and as
the score's cut rises; and the rotation: order and set of rules are chosen on four fifths of the
clusters and counted on the rest. A rule that finds on two levels is two rows.

`--store` keeps what was found, a JSON line a sentence; `--stored` prints from such a file,
`--compare` says what was gained and lost since, `--list` what was missed or flagged for nothing.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import planted
from benchmarks.planted import LEVELS, Checked, Mark, Suite
from benchmarks.rule_curve import (
    alarms,
    auc,
    by_class,
    curve,
    detection,
    ordered,
    rotation,
    score_curve,
    tallies,
)
from summarizer.merge import merge
from summarizer.read import read
from summarizer.verify import Library, check, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.rule_curve import Point

CUTS = tuple(n / 20 for n in range(1, 20))
ANY = tuple(LEVELS)


def run(cluster: Path) -> Iterator[Checked]:
    """Every sentence of a cluster's summaries with its findings."""
    library = Library(merge(read([str(path) for path in planted.sources(cluster)])))
    for file in planted.summaries(cluster):
        report = check(parse(file.read_text(encoding="utf-8")), library)
        for claim in report.claims:
            marks = tuple(
                Mark(finding.rule, finding.level, finding.message)
                for finding in report.findings
                if finding.claim == claim.index and finding.level in LEVELS
            )
            yield Checked(cluster.name, file.name, claim.index, claim.text, claim.score, marks)


def store(path: Path, checked: Sequence[Checked]) -> None:
    """Write a JSON line for each sentence."""
    lines = [json.dumps(each, ensure_ascii=False) for each in checked]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def stored(path: Path) -> list[Checked]:
    """Read what `store` wrote."""
    return parsed(path.read_text(encoding="utf-8").splitlines())


def parsed(lines: Sequence[str]) -> list[Checked]:
    """The sentences that stand in JSON lines."""
    return [
        Checked(cluster, file, sentence, text, score, tuple(Mark(*mark) for mark in marks))
        for cluster, file, sentence, text, score, marks in map(json.loads, lines)
    ]


def class_table(suite: Suite) -> Iterator[str]:
    """Detection per class of defect, with the rules that saw it."""
    yield f"{'class':<12} {'n':>4} {'error':>6} {'any':>6}  rules"
    for sort, defects in by_class(suite).items():
        errors = sum(any(m.level == "error" for m in each.marks) for each in defects)
        seen = [sorted({f"{m.rule}{m.level[0]}" for m in each.marks}) for each in defects]
        names = sorted({name for row in seen for name in row})
        rules = " ".join(f"{name}:{sum(name in row for row in seen)}" for name in names)
        n = len(defects)
        yield f"{sort:<12} {n:4} {errors / n:6.2f} {sum(map(bool, seen)) / n:6.2f}  {rules}"


def level_table(suite: Suite) -> Iterator[str]:
    """Detection and false alarms by level; alarms as a share of sentences."""
    yield f"{'level':<12} {'detected':>9} {'clean':>6} {'ok':>6} {'findings/clean':>15}"
    for name, levels in (("error", ("error",)), ("any", ANY)):
        units = {(each.rule, each.level) for each in tallies(suite) if each.level in levels}
        found = sum((m.rule, m.level) in units for each in suite.clean for m in each.marks)
        clean, ok = alarms(suite.clean, units), alarms(suite.rewritten, units)
        each = f"{detection(suite, units):9.3f} {clean:6.3f} {ok:6.3f}"
        yield f"{name:<12} {each} {found / max(1, len(suite.clean)):15.3f}"


def rule_table(suite: Suite) -> Iterator[str]:
    """Hits of planted defects and false alarms per rule and level, the most precise first.

    `alone` are the defects that nothing else sees at that level or above.
    """
    heads = f"{'hits':>4} {'alone':>5} {'clean':>5} {'ok':>4} {'precision':>9}"
    yield f"{'rule':<8} {'level':<8} {heads}"
    for each in ordered(tallies(suite)):
        row = f"{each.hits:4} {each.alone:5} {each.clean:5} {each.ok:4} {each.precision:9.2f}"
        yield f"{each.rule:<8} {each.level:<8} {row}"


def curve_tables(suite: Suite) -> Iterator[str]:
    """Detection against false alarms as rules join and as the score's cut rises."""
    yield f"{'rules':>5} {'last joined':<17} {'detected':>8} {'clean':>6} {'ok':>6}"
    for n, point in enumerate(curve(suite, ordered(tallies(suite))), 1):
        yield f"{n:5} {point.name:<17} {_figures(point)}"
    heads = f"{'detected':>8} {'clean':>6} {'ok':>6}"
    yield f"\n{'score below':>11} {heads}   with rules (AUC of the score alone {auc(suite):.3f})"
    alone, joined = (score_curve(suite, CUTS, rules=rules) for rules in (False, True))
    for bare, both in zip(alone, joined, strict=True):
        yield f"{bare.name:>11} {_figures(bare)}   {_figures(both)}"


def rotation_table(suite: Suite) -> Iterator[str]:
    """Detection and false alarms on clusters that the set of rules was not chosen on."""
    heads = f"{'detected':>8} {'clean':>6} {'ok':>6}"
    yield f"{'budget':>6} {'rules':>5} {heads} | {heads} | {heads}   (pooled | mean | spread)"
    for row in rotation(suite):
        figures = " | ".join(map(_figures, (row.pooled, row.means, row.spreads)))
        yield f"{row.budget:6.2f} {row.rules:5.1f} {figures}"


def _figures(point: Point) -> str:
    return f"{point.detected:8.3f} {point.clean:6.3f} {point.ok:6.3f}"


def missed(suite: Suite) -> Iterator[str]:
    """The defects that nothing sees at error level, with what is seen as a warning."""
    for each in suite.defects:
        if not any(mark.level == "error" for mark in each.marks):
            warned = " ".join(mark.rule for mark in each.marks) or "nothing"
            yield f"{each.cluster}/{each.file} {each.label.sort} ({warned}; {each.score:.2f})"
            yield f"  was {each.label.was}\n  now {each.label.now}\n  why {each.label.why}"


def flagged(suite: Suite) -> Iterator[str]:
    """The findings on right sentences."""
    for each in (*suite.clean, *suite.rewritten):
        for mark in each.marks:
            yield f"{each.cluster}/{each.file}:{each.sentence} {mark.rule} {mark.level}"
            yield f"  {each.text}\n  {mark.message}"


def changes(suite: Suite, before: Suite) -> Iterator[str]:
    """What is found now and was not, and the other way round."""
    now, then = set(_outcomes(suite)), set(_outcomes(before))
    yield from (f"+ {each}" for each in sorted(now - then))
    yield from (f"- {each}" for each in sorted(then - now))


def _outcomes(suite: Suite) -> Iterator[str]:
    for each in suite.defects:
        for mark in each.marks:
            yield f"hit   {mark.rule} {mark.level} {each.label.sort} {each.cluster}/{each.file}"
    for right in (*suite.clean, *suite.rewritten):
        for mark in right.marks:
            place = f"{right.cluster}/{right.file}:{right.sentence}"
            yield f"alarm {mark.rule} {mark.level} {place}"


def main() -> None:
    """Run or load, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    planted.add_data(parser)
    parser.add_argument("--store", type=Path, help="keep what was found in this file")
    parser.add_argument("--stored", type=Path, help="print from a file that --store wrote")
    parser.add_argument("--compare", type=Path, help="say what changed since a stored run")
    parser.add_argument("--list", choices=["missed", "alarms"], help="print the cases, no table")
    options = parser.parse_args()
    folders = planted.clusters(options.data)
    if options.stored:
        checked = stored(options.stored)
    else:
        checked = [each for folder in folders for each in run(folder)]
    if options.store:
        store(options.store, checked)
    suite = planted.judged(folders, checked)
    if options.list:
        print("\n".join(missed(suite) if options.list == "missed" else flagged(suite)))
    elif options.compare:
        print("\n".join(changes(suite, planted.judged(folders, stored(options.compare)))))
    else:
        tables = (level_table, class_table, rule_table, curve_tables, rotation_table)
        print("\n\n".join("\n".join(table(suite)) for table in tables))


if __name__ == "__main__":
    main()
