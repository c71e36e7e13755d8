"""The product beside deterministic checkers from PyPI, on one suite of planted defects.

    python3 -m venv PEERS && PEERS/bin/pip install -r benchmarks/peers/requirements.txt
    python -m benchmarks.peers.compare --peers PEERS/bin/python [--data SUITE]

Detection is averaged over the classes of defects, by errors alone and at any level. A false alarm
is a right sentence with such a finding. Seconds are CPU time over the whole suite,
for the product with the reading of the articles. The last row of the peers takes them together.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import time
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from benchmarks import defect_curve, planted
from benchmarks.peers.adapters import ADAPTERS
from benchmarks.planted import ROOT, Checked, Mark, Suite
from benchmarks.rule_curve import point, tallies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


class Answer(NamedTuple):
    """What a checker says of every sentence, and its CPU seconds."""

    name: str
    checked: list[Checked]
    seconds: float


def ask(name: str, python: str, suite: Path) -> Answer:
    """Run a peer in its own environment."""
    command = [python, "-m", "benchmarks.peers.adapters", name, str(suite)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603  (the user's own interpreter)
    *lines, last = done.stdout.splitlines()
    return Answer(name, defect_curve.parsed(lines), json.loads(last)["seconds"])


def product(folders: Sequence[Path]) -> Answer:
    """Run the product's check."""
    start = time.process_time()
    checked = [each for folder in folders for each in defect_curve.run(folder)]
    return Answer("summarizer", checked, time.process_time() - start)


def together(answers: Sequence[Answer]) -> Answer:
    """Peers as one checker: what any of them says."""
    marks: defaultdict[tuple[str, str, int], list[Mark]] = defaultdict(list)
    for answer in answers:
        for each in answer.checked:
            named = (m._replace(rule=f"{answer.name} {m.rule}") for m in each.marks)
            marks[each.cluster, each.file, each.sentence] += named
    joined = [
        each._replace(marks=tuple(marks[each.cluster, each.file, each.sentence]))
        for each in answers[0].checked
    ]
    return Answer("peers together", joined, sum(answer.seconds for answer in answers))


def row(answer: Answer, folders: Sequence[Path]) -> str:
    """A line of the table."""
    suite: Suite = planted.judged(folders, answer.checked)
    rules = {(each.rule, each.level) for each in tallies(suite)}
    loose = point("any", suite, rules)
    strict = point("error", suite, {unit for unit in rules if unit[1] == "error"})
    figures = " ".join(
        f"{each.detected:8.3f} {each.clean:6.3f} {each.ok:6.3f}" for each in (strict, loose)
    )
    return f"{answer.name:<20} {figures} {answer.seconds:8.1f}"


def table(answers: Sequence[Answer], folders: Sequence[Path]) -> Iterator[str]:
    """A line for each checker."""
    columns = f"{'detected':>8} {'clean':>6} {'ok':>6}"
    yield f"{'':<20} {'errors':^22} {'any level':^22}"
    yield f"{'checker':<20} {columns} {columns} {'CPU s':>8}"
    for answer in answers:
        yield row(answer, folders)


def main() -> None:
    """Run all and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    planted.add_data(parser)
    parser.add_argument(
        "--peers", required=True, help="the Python in which the peers are installed"
    )
    options = parser.parse_args()
    folders = planted.clusters(options.data)
    peers = [ask(name, options.peers, options.data) for name in ADAPTERS]
    print("\n".join(table([*peers, together(peers), product(folders)], folders)))


if __name__ == "__main__":
    main()
