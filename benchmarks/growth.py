"""How the cost of hostile text grows: CPU time at four times the length, as a ratio.

    python benchmarks/growth.py

4 is linear, 16 is square. Each row is the worst of its texts; a ratio of tiny times is noise.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from summarizer.read import article
from summarizer.read.raw import Given, Raw
from summarizer.text.dates import dates
from summarizer.text.modality import negations
from summarizer.text.names import names
from summarizer.text.numbers import quantities
from summarizer.text.quotes import quotations
from summarizer.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    Function = Callable[[str], object]

PIECES = (
    *("1 ", "1-", "million ", "Ana Berg ", "“a ‘b ”", "'a ", "U.S.", "A. ", "1/1/", "\u0301"),
    *("said ", '"Yes," she said. ', "Mayor Ana Berg fell. She said so. ", "it’s ‘a “b "),
)
SMALL = 8_000
RUNS = 3


def read_article(text: str) -> object:
    """Read a text as one article: regions, sentences and statements."""
    opening = "Ferry strikes pier\n\nThe ferry struck the pier in Arden on Tuesday.\n\n"
    return article("s1", Raw(text=opening + text, path=None, sha256="", given=Given()))


FUNCTIONS: tuple[Function, ...] = (
    dates,
    names,
    negations,
    quantities,
    quotations,
    sentences,
    read_article,
)


def cost(function: Function, text: str) -> float:
    """The least of some CPU times, in seconds."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        function(text)
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print a row for each function."""
    print(f"{'function':<14} {'ratio':>6} {'seconds':>8}  worst text")
    for function in FUNCTIONS:
        function("Ana Berg paid 1 dollar in May.")  # the word lists are loaded once
        rows = []
        for piece in PIECES:
            small, large = (cost(function, piece * (n // len(piece))) for n in (SMALL, 4 * SMALL))
            rows.append((large / max(small, 1e-3), large, piece))
        ratio, seconds, piece = max(rows)
        name = function.__name__
        print(f"{name:<14} {ratio:6.1f} {seconds:8.3f}  {piece!r}")


if __name__ == "__main__":
    main()
