"""Attribution in another clause than the disputable fact.

"The mayor criticised the owner; the exits had been locked": the reader is told who speaks of one
thing, and takes the other for established. Each clause with its own citation, each half around a
semicolon, and what stands before "while" and another speaker, must say whose statement it is if the
source gives it as somebody's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.verify.attribution import reports
from summarizer.verify.evidence import carriers
from summarizer.verify.hearsay import said
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.source import content_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.findings import Level
    from summarizer.verify.view import PartView

RULE = Rule(
    level="warning",
    verdict="attribution lost",
    example=Example(
        sources=(
            "The mayor said that the owner had locked the exits. Ann Ode said that it was noon.",
        ),
        bad="Ann Ode said that it was noon; the owner had locked the exits. [1]",
        good="Ann Ode said that it was noon; the mayor said that the owner had locked the exits. "
        "[1]",
    ),
)

_HALF = re.compile(r";\s")
_WHILE = re.compile(r",\s(?:while|whereas)\s")
# A shorter clause says too little to be told from a remark, and the sentence that carries it must
# have this share of its words.
_WORDS = 3
_CARRIES = 0.6
_CREDIT = frozenset({"according", "per", "citing"})


def check_part(part: PartView) -> Iterator[Problem]:
    """Clauses without attribution in a claim that attributes others."""
    claim = part.claim
    if claim.headline or not claim.attributed:
        return
    for start, end in _clauses(part):
        tokens = [t for t in part.tokens if start <= t.start < end]
        told = any(reports(t) or t.lower in _CREDIT for t in tokens)
        content = content_tokens(tokens)
        if told or len(content) < _WORDS or any(claim.quoted(t.start) for t in content):
            continue
        found = [sentence for _, sentence in carriers(part, content, _CARRIES)]
        if found and all(said(each, content) for each in found):
            fix = Fix(message="say in this clause who says so", replacement=None)
            message = "the source gives this as what somebody said; its clause names nobody"
            level: Level = "error" if _WHILE.match(claim.text, end) else "warning"
            evidence = (found[0].evidence(),)
            yield Problem(message, evidence, fix, start=start, end=end, level=level)


def _clauses(part: PartView) -> list[tuple[int, int]]:
    """The halves around semicolons; a part that is not the whole claim counts as it is.

    So does what stands before ", while Ann Ode said …": its attribution holds for itself alone.
    """
    text, claim = part.claim.text, part.claim
    cuts = [part.start, *(m.end() for m in _HALF.finditer(text, part.start, part.end))]
    other = _WHILE.search(text, part.start, part.end)
    if other and any(said.start == other.end() for said in claim.sayings):
        return [(part.start, other.start())]
    whole = len(cuts) == 1 and len(claim.cited_parts) == 1
    return [] if whole else list(zip(cuts, [*cuts[1:], part.end], strict=True))
