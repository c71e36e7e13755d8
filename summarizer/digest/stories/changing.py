"""What a story tells otherwise than the digest before did, claim by claim.

Claims about the same thing are paired by the roots that they share. A pair is a correction if
figures for one thing differ in it, if one denies a word of the other, or if their words are
opposites ("guilty", "innocent"); a claim without partner is new. One is withdrawn if no claim is
its partner, and its source is among today's with another text that does not have its words any
more: what is just not told again is not withdrawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.digest.model import Change, Changes
from summarizer.text.modality import negations, opposed, sides
from summarizer.text.numbers import quantities, same_value
from summarizer.text.similarity import roots
from summarizer.text.tokens import content_stems, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.digest.model import PastStory
    from summarizer.model.article import Article
    from summarizer.model.summary import Citation, Claim, Source, Summary
    from summarizer.text.numbers import Quantity

# The share of roots (Dice) from which two claims are about the same thing; figures count apart.
_SAME = 0.5
# Years and ordinals name things rather than count them.
_NAMING = frozenset({"year", "ordinal", "name", "time"})


def changes(summary: Summary, articles: Sequence[Article], before: PastStory) -> Changes:
    """What this summary, made of these articles, has otherwise than the story as told before."""
    old, new = before.summary.claims, summary.claims
    pairs = _paired(old, new)
    partners = {place: old[number] for number, place in pairs.items()}
    return Changes(
        since=before.period,
        new=tuple(_change(each, None) for n, each in enumerate(new) if n not in partners),
        corrected=tuple(
            _change(new[place], was.text)
            for place, was in sorted(partners.items())
            if _differ(was.text, new[place].text)
        ),
        withdrawn=tuple(
            _change(each, None)
            for number, each in enumerate(old)
            if number not in pairs and _gone(each, before.summary.sources, summary, articles)
        ),
    )


def _change(claim: Claim, before: str | None) -> Change:
    return Change(text=claim.text, before=before, citations=claim.citations)


def _paired(old: Sequence[Claim], new: Sequence[Claim]) -> dict[int, int]:
    """Numbers of old claims with those of the new ones about the same, the likest pairs first."""
    ours = [_telling(claim.text) for claim in old]
    theirs = [_telling(claim.text) for claim in new]
    scored = sorted(
        (-_likeness(one, other), number, place)
        for number, one in enumerate(ours)
        for place, other in enumerate(theirs)
    )
    found: dict[int, int] = {}
    for minus, number, place in scored:
        if -minus >= _SAME and number not in found and place not in found.values():
            found[number] = place
    return found


def _telling(text: str) -> frozenset[str]:
    """The roots of a claim without its figures, which a correction changes."""
    return frozenset(root for root in roots(text) if not root[0].isdigit())


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice's coefficient of two sets, 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _differ(was: str, told: str) -> bool:
    """Whether a figure or a word of one text contradicts the other."""
    if _denies(was, told) or _denies(told, was) or _opposite(was, told):
        return True
    before, now = _figures(was), _figures(told)
    return any(
        rivals and not any(same_value(figure, other) for other in rivals)
        for figure in before
        if (rivals := [other for other in now if _comparable(figure, other)])
    )


def _denies(one: str, other: str) -> bool:
    """Whether a word that one text denies stands in the other, and is not denied there.

    What only one of the two speaks of ("without warning") contradicts nothing.
    """
    denied = {mark.target for mark in negations(one)} - {mark.target for mark in negations(other)}
    return not denied.isdisjoint(content_stems(other))


def _opposite(one: str, other: str) -> bool:
    """Whether each text has a word that the other lacks, and they say the opposite."""
    ours, theirs = ({token.lower for token in tokenize(text)} for text in (one, other))
    left = [word for word in ours - theirs if sides(word)]
    return any(opposed(word, rival) for word in left for rival in theirs - ours)


def _figures(text: str) -> list[Quantity]:
    return [each for each in quantities(text) if each.kind not in _NAMING]


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two figures count the same thing."""
    return (one.kind, one.unit, one.thing) == (other.kind, other.unit, other.thing)


def _gone(
    claim: Claim, sources: Sequence[Source], summary: Summary, articles: Sequence[Article]
) -> bool:
    """Whether every source of a claim is here with another text, which lacks the claim's words."""
    places = {source.id: source for source in sources}
    texts = {_place(source): source for source in summary.sources}
    written = {article.id: article.text for article in articles}
    return bool(claim.citations) and all(
        (now := texts.get(_place(places[cited.source]))) is not None
        and now.sha256 != places[cited.source].sha256
        and _bare(cited) not in " ".join(written.get(now.id, cited.exact).split())
        for cited in claim.citations
        if cited.source in places
    )


def _place(source: Source) -> str:
    return source.url or source.path or source.sha256


def _bare(citation: Citation) -> str:
    return " ".join(citation.exact.split())
