"""Where a part of a claim stands, if not in the source that is cited for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.verify.view import PartView

if TYPE_CHECKING:
    from summarizer.verify.document import Part
    from summarizer.verify.source import Source
    from summarizer.verify.view import ClaimView

# Of 1,850 rightly cited parts of freely paraphrased summaries, three quarters have this share of
# their weight in their source.
_NEARLY_ALL = 0.8


def elsewhere(claim: ClaimView, part: Part, number: int = 0) -> PartView | None:
    """A part of a claim seen from the source that carries it best, of those that are not cited.

    None if no other source has nearly all of its words.
    """
    others = [s for s in claim.document.sources.values() if s not in claim.sources]
    views = [PartView(claim, part, source, number) for source in others]
    best = max(views, key=lambda view: view.coverage, default=None)
    found = best is not None and bool(best.evidence) and best.coverage >= _NEARLY_ALL
    return best if found else None


def cited_or(part: PartView, source: Source, otherwise: str) -> Fix:
    """What to do where another source than that of a part has something of it.

    If it is cited too, each of the two carries its own part of the sentence.
    """
    own = part.source.id
    if source in part.claim.sources:
        told = f"put the marker of {own} right behind the words that {own} has, or {otherwise}"
    else:
        told = f"cite {source.id}, or {otherwise}"
    return Fix(message=told, replacement=None)


def citing(view: PartView) -> Fix:
    """How to cite what is found elsewhere."""
    place = view.evidence[0]
    return Fix(message=f"cite {view.source.id}, {place.start}–{place.end}", replacement=None)
