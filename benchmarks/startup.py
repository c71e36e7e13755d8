"""What a call costs from the first to the last instruction: CPU seconds and memory.

    python benchmarks/startup.py [--runs 7] [--against FOLDER]

Each row is the median of calls in processes of their own on the demo story; `--against` runs
another checkout in turns with this one, for machines whose speed swings. docs/measurements.md has
the figures.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "eval" / "suites" / "demo" / "ferry" / "articles"
CALLS = {
    "python -c pass": [],
    "--version": ["--version"],
    "--help": ["--help"],
    "summarize --help": ["summarize", "--help"],
    "rules": ["rules"],
    "check": ["check", "summary.md", str(ARTICLES)],
    "inspect, JSON": ["inspect", str(ARTICLES), "--format", "json"],
    "summarize offline, text": ["summarize", str(ARTICLES), "--writer", "extractive"],
    "summarize offline, page": ["summarize", str(ARTICLES), "-o", "summary.html"],
}


def cpu(checkout: Path, arguments: list[str], folder: Path) -> float:
    """The CPU seconds, user and system, of one call."""
    program = ["-m", "summarizer", *arguments] if arguments else ["-c", "pass"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(  # noqa: S603  (this program itself)
        [sys.executable, *program],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(checkout)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--against", type=Path, action="append", default=[])
    options = parser.parse_args()
    checkouts = [ROOT, *(each.resolve() for each in options.against)]
    print(f"| call | {' | '.join(each.name for each in checkouts)} |")
    print("|---|" + "---|" * len(checkouts))
    with TemporaryDirectory() as name:
        folder = Path(name)
        cpu(ROOT, ["summarize", str(ARTICLES), "-o", "summary.md"], folder)
        for call, arguments in CALLS.items():
            times: list[list[float]] = [[] for _ in checkouts]
            for _ in range(options.runs):
                for checkout, listed in zip(checkouts, times, strict=True):
                    listed.append(cpu(checkout, arguments, folder))
            row = " | ".join(f"{statistics.median(each):.2f}" for each in times)
            print(f"| `{call}` | {row} |")


if __name__ == "__main__":
    main()
