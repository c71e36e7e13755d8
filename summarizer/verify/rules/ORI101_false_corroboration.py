"""Corroboration claimed where there is one origin.

"Independently confirmed" and "several outlets report" need two origins behind the cited sources:
outlets that carry one press statement or one agency's text are one origin, and where the sources
tell one fact, only the origins of that fact count. Where origins are unknown, each source counts
as its own only if it does not name another one of the claim's outlets as where it has the matter
from. What each source gives as somebody's words was confirmed independently by none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import ClaimView

RULE = Rule(
    level="error",
    verdict="false corroboration",
    example=Example(
        sources=("Fire in Arden\n\nThe fire hurt 12 people, the Holt Post reported.",),
        bad="The fire hurt 12 people, several outlets reported. [1]",
        good="The fire hurt 12 people, the Holt Post reported. [1]",
    ),
)

_MANY = (
    r"(?:several|multiple|many|various|numerous|two|three|four|five|six|seven|eight|nine|ten"
    r"|other|different|independent|separate|unrelated|all|both)"
    r"(?: (?:separate|unrelated|other|independent|different|major|news|media|local|international)"
    r"){0,3}"
)
_MEDIA = (
    r"(?:outlets|organi[sz]ations|newspapers|media|agencies|sources|reports|accounts|broadcasters)"
)
_SAY = r"(?:confirm|report|corroborat|verif|said|say|agree)\w{0,6}"
_CORROBORATED = re.compile(
    r"\bindependently (?:confirm|verif|corroborat|report)\w{0,6}"
    r"|\bindependent (?:confirm|verif|corroborat)\w{0,6}"
    rf"|\b(?:confirm|verif|corroborat)\w{{0,6}} (?:\w+ )?independently"
    rf"|\b{_MANY} {_MEDIA} (?:have |had |also |all )?{_SAY}"
    rf"|\b(?:confirmed|corroborated|verified|reported) by {_MANY} {_MEDIA}",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|n['’]t|no|never|unable to|yet to)\b", re.IGNORECASE)
_BEFORE = 40


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """Claims of corroboration with fewer than two origins behind their sources."""
    for match in _CORROBORATED.finditer(claim.text):
        if _DENIED.search(claim.text[max(0, match.start() - _BEFORE) : match.start()]):
            continue
        if _in_sources(claim, match.group()):
            continue
        independent = "independent" in match.group().casefold()
        if _origins(claim) >= 2 and not (independent and _all_hearsay(claim)):
            continue
        message = "fewer than two origins stand behind the cited sources"
        evidence = tuple(part.evidence[0].evidence() for part in claim.parts if part.evidence)
        yield Problem(message, evidence, start=match.start(), end=match.end())


def _origins(claim: ClaimView) -> int:
    """How many origins stand behind the sources that the claim cites."""
    cited = {source.id for source in claim.sources}
    found = [origin for origin in claim.document.story.origins if cited & set(origin.sources)]
    alone = cited - {source for origin in found for source in origin.sources}
    # a source that several origins feed is no more than one witness, and so are the sources
    # that carry one agency's text
    carried = [len(cited & set(origin.sources)) for origin in found if origin.kind == "agency"]
    witnesses = len(cited) - sum(number - 1 for number in carried)
    return min(len(found) + len(alone), max(1, witnesses), *_of_one_fact(claim, cited))


def _all_hearsay(claim: ClaimView) -> bool:
    """Whether every cited source gives the matter as what somebody said."""
    best = [part.evidence[0] for part in claim.parts if part.evidence]
    return bool(best) and all(sentence.statements for sentence in best)


def _of_one_fact(claim: ClaimView, cited: set[str]) -> list[int]:
    """How many origins each fact has that all cited sources give for the claim."""
    told = {(part.source.id, sentence.start) for part in claim.parts for sentence in part.evidence}
    articles = claim.document.story.articles
    given = {s.id: a.id for a in articles for s in a.sentences if (a.id, s.start) in told}
    fed = {origin.id: set(origin.sources) for origin in claim.document.story.origins}
    return [
        sum(not cited.isdisjoint(fed.get(origin, ())) for origin in fact.origins)
        for fact in claim.document.story.facts
        if cited and {given.get(sentence) for sentence in fact.sentences} >= cited
    ]


def _in_sources(claim: ClaimView, words: str) -> bool:
    """Whether each cited source itself says that it was confirmed in this way."""
    folded = words.casefold()
    return bool(claim.sources) and all(folded in s.text.casefold() for s in claim.sources)
