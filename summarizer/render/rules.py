"""The rules of the attribution test for people and programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol

from summarizer.render.layout import PLAIN
from summarizer.render.sarif import Descriptor

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.render.layout import Layout

# The level of a rule that does not run.
OFF = "off"


class Shown(Protocol):
    """A rule's example: sources, a summary that fires the rule and one that does not."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Texts of the sources."""

    @property
    def bad(self) -> str:
        """Fires the rule."""

    @property
    def good(self) -> str:
        """Does not."""


class Rule(Descriptor, Protocol):
    """A rule with what its documentation needs."""

    @property
    def verdict(self) -> str:
        """What kind of fault it finds."""

    @property
    def example(self) -> Shown:
        """Its documented example."""

    @property
    def yields_to(self) -> tuple[str, ...]:
        """Rules and families that tell more of the same words."""


def listed(rules: Sequence[Rule], levels: Mapping[str, str], layout: Layout = PLAIN) -> str:
    """One line a rule with its level in `levels` ("off" if it is not there)."""
    lines: list[str] = []
    for rule in rules:
        level = levels.get(rule.id, OFF)
        usual = "" if level == rule.level else f" (usually {rule.level})"
        lines += layout.item(f"{rule.id}  {level:<7} ", rule.title + usual)
    return "\n".join(lines) + "\n"


def explained(rule: Rule, levels: Mapping[str, str], layout: Layout = PLAIN) -> str:
    """The documentation of one rule with its example."""
    level = levels.get(rule.id, OFF)
    usual = "" if level == rule.level else f" (usually {rule.level})"
    lines = [layout.strong(f"{rule.id} {rule.name}")]
    lines.append(f"level: {level}{usual}, verdict: {rule.verdict}")
    paragraphs = rule.text.split("\n\n")
    if rule.yields_to:
        others = ", ".join(rule.yields_to)
        paragraphs.append(f"Left out where one of these tells more of the same words: {others}.")
    for paragraph in paragraphs:
        lines += ["", *layout.paragraph(paragraph)]
    example = rule.example
    for number, source in enumerate(example.sources, 1):
        lines += layout.heading(f"Source {number}")
        lines += _indented(source, layout)
    for title, text in (("Bad", example.bad), ("Good", example.good)):
        lines += layout.heading(title) + _indented(text, layout)
    return "\n".join(lines) + "\n"


def as_json(rules: Sequence[Rule], levels: Mapping[str, str]) -> str:
    """A list of objects; `level` is the usual level, `effective` the one that holds here."""
    documents = [
        {
            "id": rule.id,
            "name": rule.name,
            "level": rule.level,
            "effective": levels.get(rule.id, OFF),
            "verdict": rule.verdict,
            "title": rule.title,
            "text": rule.text,
            "yields_to": list(rule.yields_to),
            "example": {
                "sources": list(rule.example.sources),
                "bad": rule.example.bad,
                "good": rule.example.good,
            },
        }
        for rule in rules
    ]
    return json.dumps(documents, indent=2, ensure_ascii=False) + "\n"


def _indented(text: str, layout: Layout) -> list[str]:
    lines = [line for line in text.splitlines() if line.strip()]
    return [each for line in lines for each in layout.paragraph(line, first="  ", indent="  ")]
