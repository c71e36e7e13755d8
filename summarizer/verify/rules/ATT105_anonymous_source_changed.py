"""Anonymous source not described as in the source.

An unnamed source is worth what the description says: "a person briefed on the matter" is neither
"people briefed on the matter" nor "a senior official". The claim's noun, in its number, must be one
that the source uses of unnamed speakers near the words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import PartView

RULE = Rule(
    level="warning",
    verdict="attribution lost",
    yields_to=("ATT104",),
    example=Example(
        sources=("The mill will close in May, said a person familiar with the plan of Arden.",),
        bad="The mill of Arden will close in May, said an official familiar with the plan. [1]",
        good="The mill of Arden will close in May, said a person familiar with the plan. [1]",
    ),
)

# Somebody without a name: a noun, and what such a source is said to know or to be.
_NOUN = (
    r"(?P<noun>person|people|source|sources|official|officials|aide|aides|adviser|advisers|"
    r"diplomat|diplomats|individual|individuals|insider|insiders|employee|employees)"
)
_KNOWING = (
    r"(?:briefed|familiar|with (?:direct )?knowledge|close to|who "
    r"(?:asked|spoke|declined|requested|insisted|was|were) (?:not |on |to be |to remain |anonym)|"
    r"speaking on (?:the )?condition|involved in|aware of|privy to)"
)
_DESCRIBED = re.compile(rf"\b{_NOUN}\b,? {_KNOWING}", re.IGNORECASE)
_UNNAMED = re.compile(
    rf"\b{_NOUN}\b(?=[^.“”\"]{{0,60}}\b(?:briefed|familiar|knowledge|anonym\w{{1,5}}|condition|"
    r"close to|not authori[sz]ed|said|told|says))",
    re.IGNORECASE,
)


def check_part(part: PartView) -> Iterator[Problem]:
    """Nouns for unnamed sources that the evidence does not use for its own."""
    described = list(_DESCRIBED.finditer(part.claim.text, part.start, part.end))
    if not part.evidence or not described:
        return
    given = {m["noun"].lower() for s in part.context for m in _UNNAMED.finditer(s.text)}
    for match in described:
        if given and match["noun"].lower() not in given and not part.claim.quoted(match.start()):
            theirs = ", ".join(sorted(given))
            message = f"{part.source.id} has '{theirs}' as its unnamed source"
            fix = Fix(message="describe the source as the source does", replacement=None)
            evidence = (part.evidence[0].evidence(),)
            yield Problem(message, evidence, fix, start=match.start("noun"), end=match.end("noun"))
