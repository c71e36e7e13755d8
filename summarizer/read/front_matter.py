"""Front matter: the block of `key: value` lines between two rules that may open a text file.

    ---
    title: Bridge closed
    outlet: "Harbour Post"
    date: 2025-06-03
    ---

The keys are those of JSON articles (records). Of YAML only this much is read: one key and one plain
or quoted value a line. Lists, nested values and unknown keys are passed over.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.read.raw import Given
from summarizer.read.records import given_of

_LONGEST = 5000  # characters of a block; what goes on longer is text below a rule
_BLOCK = re.compile(
    rf"---[ \t]*\r?\n(.{{0,{_LONGEST}}}?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_ENTRY = re.compile(r"([^\W\d_][\w .-]{0,40}):(?:[ \t]+(.*))?\Z")
_PASSED_OVER = re.compile(r"\s|#|- |-\Z|\Z")  # nested values, comments, entries of lists, nothing
_COMMENT = re.compile(r"\s#.*")
_QUOTED = re.compile(r"""(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*(?:#.*)?\Z""")
_NOT_PLAIN = ("[", "{", "|", ">", "&", "*", "!", '"', "'", "#")
_NOTHING = frozenset({"", "~", "null"})


class FrontMatter(NamedTuple):
    """What the block says about the article, and the place behind its last rule."""

    given: Given
    end: int


def front_matter(text: str) -> FrontMatter:
    """The block that opens a text, of length 0 where there is none.

    A rule alone opens no block: all lines up to the next one have to be of its form, and one key
    has to be known.
    """
    block = _BLOCK.match(text)
    lines = [line.rstrip() for line in block[1].splitlines()] if block else []
    entries = [_ENTRY.match(line) for line in lines if not _PASSED_OVER.match(line)]
    found = [(entry[1], _plain(entry[2] or "")) for entry in entries if entry]
    given = given_of({key.strip().replace("-", "_").lower(): value for key, value in found})
    if block is None or len(found) < len(entries) or given == Given():
        return FrontMatter(Given(), 0)
    return FrontMatter(given, block.end())


def _plain(value: str) -> str:
    """A value without its quotes or the comment behind it, empty where it is not a plain one."""
    if quoted := _QUOTED.match(value):
        double, single = quoted.groups()
        return re.sub(r"\\(.)", r"\1", double) if single is None else single.replace("''", "'")
    if value.startswith(_NOT_PLAIN):
        return ""
    plain = _COMMENT.sub("", value).strip()
    return "" if plain.casefold() in _NOTHING else plain
