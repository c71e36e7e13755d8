"""Second-hand route changed.

Who was told something is part of the fact: "told the Arden Times" is not "told this outlet". It is
an error if the source names another route beside the words than the claim; a hearer whom the
source does not name near the words is a warning, because it may be the cited outlet itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.lexicon import words
from summarizer.verify.attribution import given_routes, routes
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.findings import Level
    from summarizer.text.tokens import Token
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="route lost",
    example=Example(
        sources=("Ann Ode told the Arden Times on Monday that the school would open again.",),
        bad="Ann Ode told Radio Belmar on Monday that the school would open again. [1]",
        good="Ann Ode told the Arden Times on Monday that the school would open again. [1]",
    ),
)


def check_part(part: PartView) -> Iterator[Problem]:
    """Routes of the claim that the evidence does not have, and of the evidence that are lost."""
    named = routes(part.claim)
    if not named or not part.evidence or part.claim.headline:
        return
    given = _given(part)
    kept = [name for name in given if _has(name, part.claim.tokens)]
    evidence = (part.evidence[0].evidence(),)
    for name in named:
        known = any(_has(name.text, sentence.tokens) for sentence in part.context)
        if known or not part.start <= name.start < part.end:
            continue
        sure = bool(given) and not kept
        message = f"near these words {part.source.id} does not name {name.text} as the hearer"
        message += f" but {given[0]}" if sure else ""
        level: Level = "error" if sure else "warning"
        yield Problem(message, evidence, start=name.start, end=name.end, level=level)


def _given(part: PartView) -> list[str]:
    """The outlets that the evidence and its neighbours give as routes."""
    found = [v for s in part.context for statement in s.statements for v in statement.via]
    found += [name for sentence in part.context for name in given_routes(sentence)]
    outlets = words("outlet_words")
    return [name for name in found if not outlets.isdisjoint(name.lower().split())]


def _has(name: str, tokens: Sequence[Token]) -> bool:
    """Whether one of these words is of a name, or begins like one.

    An outlet has short forms ("HuffPost" for "The Huffington Post").
    """
    parts = [word.lower() for word in name.split() if word.lower() != "the"]
    wanted = {word[:4] for word in parts if len(word) > 3} or set(parts)
    return any(t.lower[:4] in wanted or t.lower.removesuffix("'s") in wanted for t in tokens)
