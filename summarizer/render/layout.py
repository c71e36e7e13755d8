"""Plain text for a terminal: wrapping, indents, and bold where the terminal can show it."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from summarizer.render.labels import one_line
from summarizer.render.visible import visible

_BOLD, _FAINT, _END = "\x1b[1m", "\x1b[2m", "\x1b[0m"
# Red, yellow, cyan: the basic colours, which every theme of a terminal keeps readable.
_LEVELS = {"error": "\x1b[31m", "warning": "\x1b[33m", "note": "\x1b[36m"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the text goes: columns to wrap to, and whether terminal codes are understood."""

    width: int = 80
    colour: bool = False

    def strong(self, text: str) -> str:
        """A line in bold."""
        return f"{_BOLD}{text}{_END}" if self.colour else text

    def faint(self, text: str) -> str:
        """A line in grey."""
        return f"{_FAINT}{text}{_END}" if self.colour else text

    def at_level(self, text: str, level: str) -> str:
        """A line in the colour of a finding's level."""
        return f"{_LEVELS[level]}{text}{_END}" if self.colour else text

    def paragraph(self, text: str, *, first: str = "", indent: str = "") -> list[str]:
        """The text wrapped, made harmless; `first` starts it, `indent` its other lines."""
        return textwrap.wrap(
            visible(one_line(text)),
            self.width,
            initial_indent=first,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [first.rstrip()]

    def heading(self, text: str) -> list[str]:
        """A heading with a blank line before."""
        return ["", *(self.strong(line) for line in self.paragraph(text))]

    def item(self, label: str, text: str) -> list[str]:
        """A wrapped text with a label that hangs out to the left."""
        return self.paragraph(text, first=f"{label} ", indent=" " * (len(label) + 1))


PLAIN = Layout()
