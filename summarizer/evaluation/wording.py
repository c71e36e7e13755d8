"""Whether a text has the words of an expectation."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_STRAIGHT = str.maketrans("‘’“”\u00a0\u202f", "''\"\"  ")


def tells(words: Sequence[str], text: str) -> bool:
    """Whether a text has an alternative of each group of `words`: whole words, case ignored."""
    return bool(words) and all(map(functools.partial(has, text), words))


def has(text: str, group: str) -> bool:
    """Whether a text has one of the alternatives between bars; "3" is no part of "3.5"."""
    return _pattern(group).search(text.translate(_STRAIGHT)) is not None


@functools.lru_cache(maxsize=4096)
def _pattern(group: str) -> re.Pattern[str]:
    alternatives = (each.strip().translate(_STRAIGHT) for each in group.split("|"))
    bodies = "|".join(r"\s+".join(map(re.escape, each.split())) for each in alternatives if each)
    return re.compile(rf"(?<!\w)(?<!\d[.,])(?:{bodies})(?!\w|[.,]\d)", re.IGNORECASE)
