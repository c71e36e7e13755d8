"""Outlet credited with what a wire or a press statement gave it.

"The Arden Times reported" hides that the Times printed an agency's text or a ministry's statement,
word for word like others. The claim credits an outlet; every origin of the fact that it tells is an
agency or a statement; and the claim names none of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.model.story import Fact
from summarizer.model.summary import Origin
from summarizer.text.names import same_name
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import ClaimView

RULE = Rule(
    level="warning",
    verdict="false corroboration",
    example=Example(
        sources=("ARDEN (TNA) - The fire in Arden hurt 12 people.",),
        outlets=("Holt Post",),
        bad="The fire in Arden hurt 12 people, the Holt Post reported. [1]",
        good="The fire in Arden hurt 12 people, TNA reported. [1]",
        origins=(Origin(id="o1", name="TNA", kind="agency", sources=("s1",), basis="credit"),),
        facts=(Fact(id="f1", sentences=("s1.1",), origins=("o1",), event="e1"),),
    ),
)

_CREDIT = re.compile(
    r"\b(?:according to|reported by)\s(?:the\s)?\Z|\b(?:by|in)\s(?:the\s)?\Z", re.IGNORECASE
)
_REPORTED = re.compile(r"\s(?:has |had )?(?:reported|reports|wrote|said)\b")
_WORDS = re.compile(r"^(?:statement|report) (?:of|by|from) (?:the )?")


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """Claims that credit the cited outlet, not the origin."""
    outlets = [source.article.outlet for source in claim.sources if source.article.outlet]
    for name in claim.names:
        if not any(same_name(name.text, outlet) for outlet in outlets):
            continue
        credited = _REPORTED.match(claim.text, name.end) or _CREDIT.search(
            claim.text[max(0, name.start - 24) : name.start]
        )
        origins = _origins(claim)
        borrowed = origins and all(each.kind in ("agency", "statement") for each in origins)
        if credited and borrowed and not any(_names(claim, each) for each in origins):
            given = ", ".join(each.name for each in origins)
            fix = Fix(message=f"name the origin: {given}", replacement=None)
            message = f"{name.text} has this from {given}"
            yield Problem(message, fix=fix, start=name.start, end=name.end)


def _origins(claim: ClaimView) -> list[Origin]:
    """The origins of the fact that the claim's best evidence carries."""
    told = {
        (part.source.id, sentence.start) for part in claim.parts for sentence in part.evidence[:1]
    }
    story = claim.document.story
    ids = {s.id for a in story.articles for s in a.sentences if (a.id, s.start) in told}
    found = {o for fact in story.facts if ids & set(fact.sentences) for o in fact.origins}
    return [origin for origin in story.origins if origin.id in found]


def _names(claim: ClaimView, origin: Origin) -> bool:
    """Whether a claim names an origin, by its last word at least."""
    last = _WORDS.sub("", origin.name).split()[-1].casefold()
    return any(token.lower.removesuffix("'s") == last for token in claim.tokens)
