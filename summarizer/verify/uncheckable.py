"""Claims that the check cannot judge, and why: neither carried by their sources nor refuted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verify.source import content_tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.verify.view import ClaimView, PartView


def reason(claim: ClaimView) -> str | None:
    """Why a claim without a finding is still not known to be carried; None if it is judged.

    Each part needs one source at least that can be read, and every readable one must have
    a sentence in common with it.
    """
    if not content_tokens(claim.tokens):
        return "it has no word that a source could carry"
    if not claim.parts:
        return "the body cites no source" if claim.headline else "it cites no source"
    by_part: dict[int, list[PartView]] = {}
    for part in claim.parts:
        by_part.setdefault(part.number, []).append(part)
    found = (_unjudged(parts) for parts in by_part.values())
    return next((each for each in found if each), None)


def _unjudged(parts: Sequence[PartView]) -> str | None:
    """What keeps one part of a claim from being judged by the sources it cites."""
    readable = [part for part in parts if part.source.sentences and part.source.article.english]
    if not readable:
        return _unread(parts[0])
    strange = next((part for part in readable if part.content and not part.evidence), None)
    return f"no sentence of {strange.source.id} is about the same" if strange else None


def _unread(part: PartView) -> str:
    source = part.source
    if not source.sentences:
        return f"{source.id} has no text that could be read"
    return f"{source.id} is in another language ({source.article.language})"
