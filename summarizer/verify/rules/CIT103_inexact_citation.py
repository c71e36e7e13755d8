"""Citation whose words do not stand where it says.

An exact citation gives a place and the words at that place; anybody can check it with the source
file. If they differ, the citation proves nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.verify.examples import cited_summary
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.findings import Evidence
    from summarizer.verify.source import Source
    from summarizer.verify.view import ClaimView

RULE = Rule(
    level="error",
    verdict="inexact citation",
    example=Example(
        sources=("A fire closed the harbour of Arden on Monday.",),
        bad=cited_summary("A fire closed the harbour of Arden.", 2, 20, "fire closed the bay"),
        good=cited_summary(
            "A fire closed the harbour of Arden.", 2, 28, "fire closed the harbour of"
        ),
    ),
)


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """Exact citations that are not exact."""
    for part in claim.cited_parts:
        for citation in part.citations:
            source = claim.document.sources.get(citation.source)
            if source is None or source.text[citation.start : citation.end] == citation.exact:
                continue
            place = source.text.find(citation.exact) if citation.exact else -1
            if place >= 0:
                right = f"{place}–{place + len(citation.exact)}"
                where, mend = f"they stand at {right}", f"cite {source.id}, {right}"
            else:
                where, mend = f"{source.id} has them nowhere", "cite words of the source"
            message = f"the words cited at {citation.start}–{citation.end} are not there; {where}"
            evidence = _evidence(source, citation.start, citation.end)
            yield Problem(message, evidence, Fix(message=mend, replacement=None))


def _evidence(source: Source, start: int, end: int) -> tuple[Evidence, ...]:
    """What stands at the place, as far as the source reaches."""
    end = min(end, len(source.text))
    return (source.evidence(start, end),) if start < end else ()
