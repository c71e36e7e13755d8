"""The work of the check grows with a hostile summary, not with its square.

No time is measured: calls are counted, at one length and at four times that length.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest

from summarizer.verify import Library, check, check_pair, parse
from summarizer.verify.pairs import plain_article, plain_story

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

SMALL = 400
# Four times the length costs four times the work; half as much again is for what is cut short.
MOST = 6
SOURCE = "Ferry strikes pier\n\n" + "Ana Berg said: “a b c” and 7 boats sank before May. " * 30

CLAIMS: dict[str, Callable[[int], str]] = {
    "one quotation again and again": lambda n: "“a b d” " * (n // 8) + "[1]",
    "many quotations": lambda n: "".join(f"“a b w{i}” " for i in range(n // 9)) + "[1]",
    "a long altered quotation": lambda n: "“" + "a b c " * (n // 6) + "x” [1]",
    "a quotation in pieces": lambda n: "“" + "a ... b ... " * (n // 12) + "z” [1]",
    "many parts": lambda n: "“a d” said [1] and " * (n // 19) + "so.",
    "many parts with names": lambda n: "Ana Berg said 7 [1] and " * (n // 24) + "so.",
    "many claims": lambda n: "Boats sank at 9. [1]\n\n" * (n // 22),
    "a list": lambda n: "- **Boats** sank at 9 [1]\n" * (n // 26),
    "escapes": lambda n: "\\*Boats\\* sank\\. [1]\n\n" * (n // 23),
    "brackets": lambda n: "[([{" * (n // 4) + " [1]",
    "footnotes": lambda n: "".join(f"Boats sank.[^{i}]\n\n[^{i}]: A\n\n" for i in range(n // 28)),
}


def calls(work: Callable[[], object]) -> int:
    """How many functions are called."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        del frame, argument
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def checked(claim: str) -> Callable[[], object]:
    library = Library(plain_story([plain_article(1, SOURCE)]))
    return lambda: check(parse(f"# Ferry strikes pier\n\n{claim}\n"), library)


@pytest.mark.parametrize("shape", CLAIMS)
def test_a_summary(shape: str) -> None:
    checked(CLAIMS[shape](SMALL))()  # word lists are read once
    small, large = (calls(checked(CLAIMS[shape](n))) for n in (SMALL, 4 * SMALL))
    assert large <= MOST * small


@pytest.mark.parametrize("piece", ["“a b c” ", "Ana Berg said 7. ", "not a ", "before b ", "[([{ "])
def test_evidence(piece: str) -> None:
    claim = "Ana Berg said: “a b d” and 7 boats sank before May."

    def small_and_large() -> list[int]:
        texts = [piece * (n // len(piece)) for n in (SMALL, 4 * SMALL)]
        return [calls(partial(check_pair, "x", claim, [text])) for text in texts]

    small_and_large()
    small, large = small_and_large()
    assert large <= MOST * small
