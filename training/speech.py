"""Learn the weights of the scorers of statements and write their table.

    SUMMARIZER_DATA=FOLDER python -m training.speech
    SUMMARIZER_DATA=FOLDER python -m training.speech --hold-out 0 --out weights.tsv

Learns from speech/polnear.jsonl below the folder `data` of SUMMARIZER_DATA; with --hold-out N
without the articles whose SHA-256 of the id is N modulo 4. Needs numpy and scipy
(`pip install --group training`). See docs/decisions/0006-speech-scorers.md.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from training.annotations import chances, lessons, reading
from training.logit import Penalty, learn_choice, learn_classes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from training.annotations import Lessons, Row

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "summarizer/read/speech/weights.tsv"
PARTS = 4
HEAD = """\
# Weights learnt from PolNeAR v1.0.0 (github.com/networkdynamics/PolNeAR), in hundredths.
# [sides]: feature, log odds of content right of the cue, left of it, on both sides.
# Others: feature, weight.
# How: docs/decisions/0006-speech-scorers.md
"""
# chosen on held-out articles: docs/decisions/0006-speech-scorers.md
SIDES = Penalty(select=1.1, fit=1.0, least=4)
EDGE = Penalty(select=2.0, fit=0.7, least=4)
END = Penalty(select=3.0, fit=1.0, least=4)
SPEAKER = Penalty(select=1.2, fit=0.7, least=3)
QUESTIONS = {
    "right start": EDGE,
    "right end": END,
    "left end": EDGE,
    "left start": EDGE,
    "speaker": SPEAKER,
}


def part(row: Row) -> int:
    """Which quarter of the data an article belongs to."""
    return int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % PARTS


def table(taught: Lessons) -> Iterator[str]:
    """The lines of the table of weights, without those that round to zero."""
    yield "[sides]"
    sides = learn_classes(taught.cues, taught.classes, SIDES)
    yield from _lines(sides)
    for question, penalty in QUESTIONS.items():
        yield f"[{question}]"
        weights = learn_choice(taught.choices[question], penalty)
        yield from _lines({name: (weight,) for name, weight in weights.items()})


def _lines(weights: dict[str, tuple[float, ...]]) -> Iterator[str]:
    for name, values in sorted(weights.items()):
        hundredths = [round(100 * value) for value in values]
        if any(hundredths):
            yield "\t".join([name, *map(str, hundredths)])


def learn(rows: Sequence[Row]) -> str:
    """The table that some annotated articles teach."""
    readings = [reading(row) for row in rows]
    return HEAD + "\n".join(table(lessons(readings, chances(readings)))) + "\n"


def main() -> None:
    """The command line."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--hold-out", type=int, choices=range(PARTS), help="leave a quarter out")
    options.add_argument("--out", type=Path, default=TABLE, help=f"table (default: {TABLE})")
    given = options.parse_args()
    folder = Path(os.environ.get("SUMMARIZER_DATA", ROOT.parent / "shared")) / "data"
    lines = (folder / "speech/polnear.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if part(row) != given.hold_out]
    given.out.write_text(learn(rows), encoding="utf-8")
    print(f"{given.out}: learnt from {len(rows)} articles")


if __name__ == "__main__":
    main()
