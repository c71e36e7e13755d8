"""Who a claim is attributed to, as far as the claim says so and its sources do.

The check reads the words of a claim; the fields beside them would pass with any name in them. So
they are looked up: a speaker has to be named in the claim, and reading has to have found that this
speaker speaks in a cited sentence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.text.tokens import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from summarizer.model.article import Statement
    from summarizer.model.summary import Attribution, Claim
    from summarizer.write.extractive.passages import Passage


def attested(claim: Claim, passages: Mapping[str, Passage]) -> Claim:
    """The claim with what its sources bear out of its attribution; `passages` by sentence id."""
    said = claim.attribution
    if said is None:
        return claim
    cited = [passages[each.sentence] for each in claim.citations]
    speaker = _stems(said.speaker)
    statements = [
        (statement, passage)
        for passage in cited
        for statement in passage.statements
        if not speaker.isdisjoint(_named(statement, passage))
    ]
    if not statements or not speaker <= _stems(claim.text):
        return replace(claim, attribution=None)
    routes = {name for statement, _ in statements for name in statement.via}
    return replace(claim, attribution=_borne_out(said, claim, cited, routes))


def _borne_out(
    said: Attribution, claim: Claim, cited: list[Passage], routes: set[str]
) -> Attribution:
    """The attribution without a role or stations of the route that nobody gives."""
    told = [_stems(claim.text), *(_stems(passage.text) for passage in cited)]
    role = said.role if any(_stems(said.role or "") <= each for each in told) else None
    known = [*told, *map(_stems, sorted(routes))]
    via = tuple(each for each in said.via if any(_stems(each) <= one for one in known))
    return replace(said, role=role or None, via=via)


def _named(statement: Statement, passage: Passage) -> set[str]:
    """The words by which a source names whoever makes a statement."""
    return set().union(*map(_stems, _names(statement, passage)))


def _names(statement: Statement, passage: Passage) -> Iterator[str]:
    speaker = statement.speaker
    if speaker:
        yield passage.article.quote(speaker.start, speaker.end)
        yield speaker.name or ""


def _stems(text: str) -> set[str]:
    return set(content_stems(text))
