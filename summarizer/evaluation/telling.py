"""What scorers ask of a claim: which facts it tells, whom it names, what its citations say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from summarizer.evaluation.model import ToldClaim
from summarizer.evaluation.wording import has, tells
from summarizer.text.quotes import quotation_at, quotations
from summarizer.text.speech_verbs import is_cue
from summarizer.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.evaluation.case import Case, Fact
    from summarizer.evaluation.model import Outcome
    from summarizer.model.article import Article
    from summarizer.model.summary import Citation, Claim


def told(text: str, citations: Sequence[Citation]) -> ToldClaim:
    """A sentence of our JSON."""
    sources = tuple(dict.fromkeys(each.source for each in citations))
    return ToldClaim(text=text, sources=sources, spans=tuple(citations))


def told_claims(claims: Iterable[Claim]) -> tuple[ToldClaim, ...]:
    """The claims of our JSON."""
    return tuple(
        replace(
            told(claim.text, claim.citations),
            speaker=claim.attribution.speaker if claim.attribution else None,
            via=claim.attribution.via if claim.attribution else (),
            kind=claim.kind,
        )
        for claim in claims
    )


class CitedFact(NamedTuple):
    """A fact that a claim tells, and which of its cited sources carry it."""

    claim: ToldClaim
    fact: Fact
    carriers: frozenset[str]


def sentences(outcome: Outcome) -> tuple[ToldClaim, ...]:
    """The headline, if there is one, and the claims."""
    return (*((outcome.headline,) if outcome.headline else ()), *outcome.claims)


def cited_facts(outcome: Outcome, case: Case) -> Iterator[CitedFact]:
    """Each fact that each sentence has the words of, with the citations that carry it."""
    known = {fact.id: _sources_at(case, fact) for fact in case.expected.facts}
    for claim in sentences(outcome):
        for fact in case.expected.facts:
            if tells(fact.words, claim.text):
                yield CitedFact(claim, fact, _carriers(claim, fact, case, known[fact.id]))


def _sources_at(case: Case, fact: Fact) -> dict[str, list[tuple[int, int]]]:
    """Where the passages of a fact stand, by source."""
    found: dict[str, list[tuple[int, int]]] = {}
    for place in case.stretches(fact):
        found.setdefault(place.source, []).append((place.start, place.end))
    return found


def _carriers(
    claim: ToldClaim, fact: Fact, case: Case, places: dict[str, list[tuple[int, int]]]
) -> frozenset[str]:
    """The cited sources at whose cited places the fact stands: a passage, or all its words.

    A citation without a place (Markdown) is of the whole article.
    """
    if not claim.spans:
        texts = {article.id: article.text for article in case.articles}
        wide = (s for s in claim.sources if s in places or tells(fact.words, texts.get(s, "")))
        return frozenset(wide)
    return frozenset(
        span.source
        for span in claim.spans
        if tells(fact.words, span.exact)
        or any(a < span.end and span.start < b for a, b in places.get(span.source, ()))
    )


def facts_told(outcome: Outcome, case: Case) -> frozenset[str]:
    """Ids of the facts that a sentence tells with a citation that carries them."""
    return frozenset(each.fact.id for each in cited_facts(outcome, case) if each.carriers)


def names_one(claim: ToldClaim, names: Iterable[str]) -> bool:
    """Whether the speaker of a claim, or its words where no speaker is given, has a name."""
    where = claim.speaker if claim.speaker is not None else claim.text
    return any(has(where, each) for each in names)


def attributed(claim: ToldClaim) -> bool:
    """Whether a claim says of anybody that it is their word."""
    if claim.speaker is not None or has(claim.text, "according to"):
        return True
    quoted = quotations(claim.text)
    cues = (token for token in tokenize(claim.text) if is_cue(token.lower))
    return any(quotation_at(quoted, token.start) is None for token in cues)


def article_of(case: Case) -> dict[str, Article]:
    """The articles of a case by id."""
    return {article.id: article for article in case.articles}


def cut(text: str, longest: int = 90) -> str:
    """A text in one line, for a line of detail."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
