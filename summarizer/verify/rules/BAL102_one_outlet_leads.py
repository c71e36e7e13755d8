"""Most citations from one outlet.

With three outlets or more at hand, a summary that cites one of them nearly always has taken over
its choice of facts. Sources that tell of other events do not count as outlets at hand.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from summarizer.verify.document import HEADLINE
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import DocumentView

_SOURCE = "The fire in Arden hurt 12 people. It broke out at noon. Ann Ode put it out with a pump."

RULE = Rule(
    level="warning",
    verdict="one-sided",
    example=Example(
        sources=(
            _SOURCE,
            "The fire in Arden hurt 12 people. Tom Reyes saw smoke. The mill is closed.",
            "The fire in Arden hurt 12 people. The roof of the mill fell in. It rained at night.",
        ),
        bad="The fire in Arden hurt 12 people. [1][2][3]" + "\n\nIt broke out at noon. [1]" * 6,
        good="The fire in Arden hurt 12 people. [1][2][3]\n\nIt broke out at noon. [1]\n\n"
        "The mill is closed. [2]\n\nThe roof of the mill fell in. [3]",
    ),
)

# One of three outlets or more with this share of at least so many citations.
_OUTLETS = 3
_SHARE = 0.75
_CITATIONS = 8


def check_document(view: DocumentView) -> Iterator[Problem]:
    """The outlet that nearly all claims of the body cite."""
    main = next((event.sources for event in view.story.events if event.main), ())
    outlets = {s.id: s.article.outlet or s.id for s in view.sources.values() if s.id in main}
    cited = Counter(
        outlets[source.id]
        for claim in view.claims
        if claim.index != HEADLINE
        for source in claim.sources
        if source.id in outlets
    )
    if len(set(outlets.values())) < _OUTLETS or cited.total() < _CITATIONS:
        return
    outlet, most = min(cited.items(), key=lambda item: (-item[1], item[0]))
    if most >= _SHARE * cited.total():
        yield Problem(f"{most} of {cited.total()} citations are of one outlet, {outlet}")
