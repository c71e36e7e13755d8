"""The words in which two sentences differ."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

# A word with the blanks behind it, or one sign.
_PIECE = re.compile(r"\w+(?:[.,'’-]\w+)*\s*|[^\w\s]\s*|\s+")


class Piece(NamedTuple):
    """A stretch of a sentence, and whether the other sentence has it in the same place."""

    text: str
    same: bool


def pieces(a: str, b: str) -> tuple[list[Piece], list[Piece]]:
    """Both sentences cut where they begin or cease to differ; together each is the sentence."""
    mine, yours = _PIECE.findall(a), _PIECE.findall(b)
    matcher = difflib.SequenceMatcher(None, _plain(mine), _plain(yours), autojunk=False)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        left += _piece(mine[i:i_end], same=tag == "equal")
        right += _piece(yours[j:j_end], same=tag == "equal")
    return left, right


def _plain(words: Sequence[str]) -> list[str]:
    return [word.rstrip() for word in words]


def _piece(words: Sequence[str], *, same: bool) -> list[Piece]:
    return [Piece("".join(words), same)] if words else []
