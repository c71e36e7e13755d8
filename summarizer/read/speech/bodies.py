"""Bodies of an article by the noun that stands for them: "the ministry", "the company".

A body has the noun in its name ("Transport Ministry", "Ministry of Transport"), is given it beside
its name ("the operator, Talvan Lines,", "Talvan Lines, the operator"), or spoke through somebody
("a spokesman for the Transport Ministry"). Where two bodies share a noun, it stands for none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.read.speech.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.text.names import Name

_FIRMS = word_set(
    "company firm operator airline carrier manufacturer maker bank retailer supplier contractor "
    "utility publisher broadcaster developer brewer shipper owner"
)
_BODIES = _FIRMS | word_set(
    "ministry department office agency court council union service board commission committee "
    "party group charity association federation institute university hospital authority bureau "
    "parliament senate assembly foundation movement club school campaign"
)
_FIRM_ENDINGS = word_set(
    "inc corp ltd plc gmbh lines airlines airways motors holdings industries bank energy shipping"
)
_BEFORE = re.compile(
    r"\b(?:the|its|a|an|their)(?: [\w-]{2,20}){0,2}? ([a-z]{4,15}),? $", re.IGNORECASE
)
_BEHIND = re.compile(r"(?:, | \()(?:the|an?|its)(?: [\w-]{2,20}){0,2}? ([a-z]{4,15})\b")
_WINDOW = 60  # characters around a name


class Bodies:
    """Which body a noun stands for."""

    def __init__(self, text: str, names: Iterable[Name]) -> None:
        """Take the article's text, folded, and the names in it."""
        self._known: dict[str, dict[str, None]] = {}
        for name in names:
            for noun in _nouns(text, name):
                self._known.setdefault(noun, {}).setdefault(name.text)
                if noun in _FIRMS:
                    self._known.setdefault("company", {}).setdefault(name.text)

    def called(self, noun: str) -> str | None:
        """The one body for which a noun stands, None if there is none or more than one."""
        known = self._known.get("company" if noun == "firm" else noun, {})
        return next(iter(known)) if len(known) == 1 else None

    def is_body(self, name: str) -> bool:
        """Whether a name is that of a body."""
        return any(name in known for known in self._known.values())


def _nouns(text: str, name: Name) -> list[str]:
    """The nouns that an article gives a name, lower case."""
    parts = name.text.casefold().split()
    found = [word for word in (parts[0], parts[-1]) if len(parts) > 1 and word in _BODIES]
    if parts[-1].strip(".") in _FIRM_ENDINGS:
        found.append("company")
    before = _BEFORE.search(text, max(0, name.start - _WINDOW), name.start)
    behind = _BEHIND.match(text, name.end, name.end + _WINDOW)
    found += [match.group(1).casefold() for match in (before, behind) if match]
    return [noun for noun in found if noun in _BODIES]
