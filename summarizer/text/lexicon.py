"""Word lists as data files: one entry a line in `data/<name>.txt`, `#` starts a comment.

A line `entry<TAB>class` gives the entry a class. The head of each file states where its words
come from.
"""

from __future__ import annotations

import functools
from pathlib import Path

# A plain path: looking it up through importlib.resources costs a tenth of a whole run.
_DATA = Path(__file__).parent / "data"


@functools.cache
def words(name: str) -> frozenset[str]:
    """The entries of a list without classes."""
    return frozenset(classes(name))


@functools.cache
def classes(name: str) -> dict[str, str]:
    """The entries of a list with their classes ('' where a line gives none)."""
    source = _DATA / f"{name}.txt"
    entries = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        entry, _, label = line.partition("#")[0].partition("\t")
        if entry.strip():
            entries[entry.strip()] = label.strip()
    return entries
