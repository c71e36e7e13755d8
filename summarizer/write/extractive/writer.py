"""The extractive writer: the source's own sentences, each standing alone, attributed and cited.

No model and no network; the same story gives the same draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.summary import Claim, Draft
from summarizer.text.concepts import concept_weights
from summarizer.write.extractive.candidates import candidates
from summarizer.write.extractive.disputes import conflicts, disputed, told_apart
from summarizer.write.extractive.headline import headlines
from summarizer.write.extractive.introduction import introduce
from summarizer.write.extractive.joining import contested
from summarizer.write.extractive.ordering import event_first
from summarizer.write.extractive.passages import cite, passages
from summarizer.write.extractive.people import short_names
from summarizer.write.extractive.selection import select
from summarizer.write.extractive.voice import readable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.story import Story
    from summarizer.write.extractive.selection import Candidate


def write(
    story: Story,
    *,
    max_words: int,
    max_sentences: int,
    without: frozenset[str] = frozenset(),
) -> Draft:
    """A draft of the main event within both limits.

    `without` are texts that must not be used again: claims that an earlier round withheld.
    """
    sentences = passages(readable(story.articles))
    main = next(event for event in story.events if event.main)
    apart = told_apart(story, sentences, without, max_words=max_words, max_sentences=max_sentences)
    held = disputed(story)
    open_facts = [
        each
        for each in candidates(story, sentences, without)
        # a disputed value is told with its rivals or with its speaker, not as settled
        if each.wording.attribution
        or contested(each.wording)
        or held.isdisjoint(p.sentence.id for p in each.wording.evidence)
    ]
    inside = (each for each in sentences.values() if each.article.id in main.sources)
    weights = concept_weights((each.article.id, each.position, each.stems) for each in inside)
    chosen = select(
        open_facts, weights, max_words=max_words, max_sentences=max_sentences, settled=apart
    )
    headline = headlines(story)[0]
    return Draft(
        headline=headline,
        claims=_claims(event_first(chosen, headline.text), max_words),
        conflicts=conflicts(story),
    )


def _claims(ordered: Sequence[Candidate], max_words: int) -> tuple[Claim, ...]:
    """The claims in this order, people named in full where they come up first, if that fits."""
    claims: list[Claim] = []
    told = ""
    spare = max_words - sum(each.words for each in ordered)
    for n, each in enumerate(ordered, 1):
        names = short_names(each.wording.evidence[0].article)
        text = introduce(each.wording.text, names, told)
        longer = len(text.split()) - each.words
        text = text if longer <= spare else each.wording.text
        spare -= len(text.split()) - each.words
        claims.append(_claim(f"c{n}", text, each))
        told += f"{text}\n"
    return tuple(claims)


def _claim(claim_id: str, text: str, each: Candidate) -> Claim:
    return Claim(
        id=claim_id,
        text=text,
        kind=each.kind,
        attribution=each.wording.attribution,
        citations=tuple(cite(passage) for passage in each.cited),
        origins=each.fact.origins,
    )
