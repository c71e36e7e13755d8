"""Claims that the check cannot judge, and why: neither carried by their sources nor refuted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import SUPPORT_FAMILIES
from summarizer.verify.align import counterpart
from summarizer.verify.source import content_tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.verify.registry import Rule
    from summarizer.verify.view import ClaimView, PartView

# So many words must tell something before their absence does; and the share of them met at most.
# Of 675 rightly cited sentences of freely worded summaries three have no more.
_TELLING, _MET = 2, 0.34


def reason(claim: ClaimView) -> str | None:
    """Why a claim without a finding is still not known to be carried; None if it is judged.

    Each source that it cites must be readable, and have a sentence in common with it.
    """
    if not content_tokens(claim.tokens):
        return "it has no word that a source could carry"
    if not claim.parts:
        return "the body cites no source" if claim.headline else "it cites no source"
    return next((found for part in claim.parts if (found := _unjudged(part))), None)


def _unjudged(part: PartView) -> str | None:
    """What keeps one part of a claim from being judged by one source that it cites."""
    source = part.source
    if not source.sentences:
        return f"{source.id} has no text that could be read"
    if not source.article.english:
        return f"{source.id} is in another language ({source.article.language})"
    strange = bool(part.content) and not part.evidence
    return f"no sentence of {source.id} is about the same" if strange else None


def unmet(claim: ClaimView) -> str | None:
    """Why a claim is not known to be carried although its sources tell of the same people.

    Of what it says, names, numbers and who speaks left out, the sentences around its evidence have
    next to nothing: the statement of somebody known may well be invented.
    """
    apart = [(name.start, name.end) for name in claim.names]
    apart += [(quantity.start, quantity.end) for quantity in claim.quantities]
    apart += [(date.start, date.end) for date in claim.dates]
    apart += [(each.start, each.end) for each in claim.sayings]
    apart += [(each.cue.start, each.cue.end) for each in claim.sayings]
    words = {token.start: token for part in claim.parts for token in part.content}
    told = [t for t in words.values() if not any(a <= t.start < b for a, b in apart)]
    near = (sentence.keys for part in claim.parts for sentence in part.context)
    keys = frozenset[str]().union(*near)
    found = sum(counterpart(token, keys) for token in told)
    if len(told) < _TELLING or found > _MET * len(told):
        return None
    sources = " and ".join(dict.fromkeys(part.source.id for part in claim.parts))
    return f"next to nothing that it tells is in {sources}"


def unselected(rules: Sequence[Rule], select: Sequence[str]) -> str | None:
    """Why these rules cannot find a claim supported; None if they can.

    A selection must not leave out a family of support; what is ignored, or set to "off", is
    waived, but something of support must be left.
    """
    chosen = {rule.family for rule in rules}
    missing = [family for family in SUPPORT_FAMILIES if family not in chosen]
    if missing and (select or len(missing) == len(SUPPORT_FAMILIES)):
        return f"no rule of {', '.join(missing)} is selected"
    return None
