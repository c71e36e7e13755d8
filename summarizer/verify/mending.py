"""How a fault of each kind is mended, where the rule that found it knows no better."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix

if TYPE_CHECKING:
    from summarizer.model.findings import Verdict

_MENDED: dict[Verdict, str] = {
    "invalid": "write what the schema asks for there",
    "uncited": "cite the sentences that say it, or leave the sentence out",
    "ghost citation": "cite an input that exists, or leave the sentence out",
    "inexact citation": "give the words that stand at the place, or their right place",
    "idle citation": "leave the citation out",
    "fabricated": "leave it out, or cite the source that has it",
    "altered": "quote the source's words",
    "stitched": "put '…' between the pieces, or quote one",
    "truncated": "quote as far as the words that change the sense",
    "prose as speech": "take the quotation marks away",
    "wrong source": "cite the source that says it",
    "wrong speaker": "name the speaker of the source",
    "attribution lost": "say in the same sentence who says so",
    "route lost": "say by which way the source has it",
    "hedge lost": "keep the source's reservation",
    "polarity flipped": "say it as the source does",
    "value wrong": "write what the source has, or leave it out",
    "value of another source": "cite the source that has it",
    "qualifier lost": "keep the source's 'about', 'at least' or 'up to'",
    "swapped": "put each name where the source has it",
    "blended": "tell the two facts apart, each with its own words",
    "invented cause": "tell the two facts without the cause",
    "order reversed": "keep the source's order",
    "loaded": "use the source's neutral word, or quote who says it",
    "false corroboration": "name the one origin",
    "hidden conflict": "give the other value too",
    "other event": "say that it is another event, or leave it out",
    "boilerplate": "cite the article's own text",
    "one-sided": "let each outlet and each side have its say",
}


def mended(verdict: Verdict) -> Fix:
    """What mends a fault of this kind."""
    return Fix(message=_MENDED[verdict], replacement=None)


def source_has(words: str) -> Fix:
    """What the source has in the place of wrong words."""
    return Fix(message=f"the source has '{words}' here", replacement=None)
