"""How fast claims are held against their evidence, how the cost grows, and what memory it takes.

    python benchmarks/checking.py [--memory] [PAIRS.jsonl ...]

Counts whole reports in CPU seconds of this process, reading and rendering included: a pair is one
line of `check --pairs`; a claim is one sentence of a summary that cites one of five articles, which
were read and merged before. The texts are made up from a few words; files of pairs, where given,
are measured too. A ratio is the CPU time at four times the size: 4 is linear, 16 is square.
`--memory` prints the peak of memory after 1,000, 10,000 and 100,000 pairs (some minutes).
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

from summarizer.cli.lines import Pair, pairs, seldom_collected
from summarizer.render.json import document, line
from summarizer.verify import Library, check, check_pair, parse
from summarizer.verify.pairs import plain_article, plain_story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

WHO = ("Ana Berg", "Joel Marsh", "the mayor", "Ida Holm", "the harbour board", "Tom Reyes")
DID = ("said", "denied on Monday that", "told the Arden Post that", "may confirm that", "warned")
WHAT = (
    "12 boats were lost",
    "the pier will close",
    "“nobody was told” of it",
    "$3 million is owed",
)
WHERE = ("in Arden", "near the old quay", "after the storm", "on 3 May 2024", "in Port Holt")
HOSTILE = ('"We will" ', "“We ‘will ", "[([{", "a", "12 boats ", "after the storm ", "'a ", "not ")
SMALL = 1_000


def sentence(number: int) -> str:
    """One of many sentences: the next number gives another one."""
    rows = (WHO, DID, WHAT, WHERE)
    chosen = [row[(number // (n + 1) + number * n) % len(row)] for n, row in enumerate(rows)]
    return f"{' '.join(chosen)}, where ferry {number % 97} of line {number % 89} stood."


def text(first: int, sentences: int) -> str:
    """A text of some sentences."""
    return " ".join(map(sentence, range(first, first + sentences)))


def made(count: int, sentences: int) -> list[Pair]:
    """Pairs of a claim and a text of some sentences that has half of it."""
    return [
        Pair(str(n), sentence(n + n % 2), (text(n * 7 if n % 2 else n, sentences),))
        for n in range(count)
    ]


def cpu(work: Callable[[], object]) -> float:
    """The CPU seconds that something takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def check_pairs(rows: Iterable[Pair]) -> None:
    """Report on pairs as `check --pairs` does, without writing."""
    with seldom_collected():
        for row in rows:
            line(check_pair(*row))


def check_summary(articles: int, sentences: int, claims: int) -> None:
    """Check a summary against articles that are read but not looked at yet."""
    texts = [text(n * 1000, sentences) for n in range(articles)]
    library = Library(plain_story([plain_article(n, each) for n, each in enumerate(texts, 1)]))
    body = (f"{sentence(n * 31)[:-1]}. [{n % articles + 1}]" for n in range(claims))
    document(check(parse("# Ferries lost\n\n" + "\n\n".join(body)), library))


def rates(files: Sequence[str]) -> None:
    """Print how many pairs and claims a CPU second takes."""
    check_pairs(made(50, 5))
    print(f"{'pairs':<34} {'rows':>6} {'words':>6} {'rows/s':>7}")
    sets = [(f"evidence of {n} sentences", made(600 // n, n)) for n in (1, 10, 40)]
    sets += [(name[-34:], list(pairs(name))) for name in files]
    for name, rows in sets:
        words = sum(len(" ".join(row.evidence).split()) for row in rows) / len(rows)
        seconds = cpu(partial(check_pairs, rows))
        print(f"{name:<34} {len(rows):6} {words:6.0f} {len(rows) / seconds:7.0f}")
    print(f"{'summary against five articles':<34} {'claims':>6} {'words':>6} {'claims/s':>8}")
    for claims in (10, 100):
        seconds = cpu(partial(check_summary, 5, 40, claims))
        print(
            f"{'articles of 40 sentences':<34} {claims:6} {5 * 40 * 17:6} {claims / seconds:8.0f}"
        )


def growth() -> None:
    """Print the ratios at four times the size."""
    works: dict[str, Callable[[int], object]] = {
        "pairs": lambda n: check_pairs(made(50 * n, 5)),
        "sentences of evidence": lambda n: check_pairs(made(10, 25 * n)),
        "claims of a summary": lambda n: check_summary(5, 40, 40 * n),
        "sentences of each article": lambda n: check_summary(5, 25 * n, 20),
    }
    for piece in HOSTILE:
        works[f"claim of {piece!r}"] = partial(_hostile, piece, evidence=0)
        works[f"evidence of {piece!r}"] = partial(_hostile, piece, 0)
    print(f"{'four times the':<34} {'ratio':>6} {'seconds':>8}")
    for name, work in works.items():
        small, large = (min(cpu(partial(work, n)) for _ in range(3)) for n in (1, 4))
        print(f"{name:<34} {large / max(small, 1e-3):6.1f} {large:8.3f}")


def _hostile(piece: str, claim: int, evidence: int) -> None:
    plain = sentence(3)
    texts = [piece * (SMALL * n // len(piece)) if n else plain for n in (claim, evidence)]
    check_pair("x", texts[0], [texts[1]])


def memory() -> None:
    """Print the peak of memory as pairs stream through."""
    done = 0
    for count in (1_000, 10_000, 100_000):
        check_pairs(Pair(str(n), sentence(n + n % 2), (text(n, 3),)) for n in range(done, count))
        done = count
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        unit = 1024 if sys.platform != "darwin" else 1024 * 1024
        print(f"{count:7} pairs: {peak / unit:6.1f} MiB", flush=True)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Speed and memory of the check.")
    parser.add_argument("files", nargs="*", metavar="PAIRS.jsonl")
    parser.add_argument("--memory", action="store_true", help="stream 100,000 pairs")
    options = parser.parse_args()
    if options.memory:
        memory()
        return
    rates(options.files)
    growth()


if __name__ == "__main__":
    main()
