"""Full names where a person is named for the first time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.write.extractive.voice import narrator

if TYPE_CHECKING:
    from collections.abc import Mapping

# What stands before a word that is only a part of a name or names something else.
_PARTS = frozenset(
    {"de", "da", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "bin", "al"}
    | {"the", "a", "an", "and", "anti", "pro", "non"}
)


def introduce(text: str, names: Mapping[str, str], told: str) -> str:
    """The text with each short name written in full once, unless `told` or itself has it so."""
    for short, full in names.items():
        if full in told or full in text:
            continue
        # quotations stay as they are, and so does a short name inside a longer one
        places = re.finditer(rf"(?<![\w.’'-]){re.escape(short)}(?![\w-])", narrator(text))
        place = next((m.start() for m in places if _alone(text, m.start(), m.end())), None)
        if place is not None:
            text = text[:place] + full + text[place + len(short) :]
    return text


def _alone(text: str, place: int, end: int) -> bool:
    """Whether the word is the whole name: no first name, title, particle or second part beside."""
    before, behind = text[:place].split()[-1:], text[end:]
    if before and before[0].lower() in _PARTS:
        return False
    if re.match(r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z]|[’']s [A-Z]", behind):
        return False
    if re.match(r" (?:&|and|und|et|y) [A-Z]", behind):
        return False
    return not before or not before[0][:1].isupper() or before[0][-1] in '.,:;”"'
