"""The extractive writer: the source's own sentences, each standing alone, attributed and cited.

No model and no network; the same story gives the same draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.summary import Claim, Draft
from summarizer.write.headline import headlines
from summarizer.write.passages import cite, passages
from summarizer.write.selection import Candidate, candidate, concept_weights, select
from summarizer.write.wording import Wording, standalone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.model.story import Fact, Story
    from summarizer.model.summary import ClaimKind
    from summarizer.write.passages import Passage


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
    sentences = passages(story)
    main = next(event for event in story.events if event.main)
    facts = [fact for fact in story.facts if fact.event == main.id]
    found = (_candidate(fact, sentences, without) for fact in facts)
    candidates = [each for each in found if each is not None]
    weights = concept_weights(p for p in sentences.values() if p.article.id in main.sources)
    chosen = select(candidates, weights, max_words=max_words, max_sentences=max_sentences)
    ordered = _in_order(chosen)
    claims = tuple(_claim(f"c{n}", each, sentences) for n, each in enumerate(ordered, 1))
    return Draft(headline=headlines(story, sentences)[0], claims=claims, conflicts=())


def _candidate(
    fact: Fact, sentences: Mapping[str, Passage], without: frozenset[str]
) -> Candidate | None:
    """The fact in the first of its sentences that can stand alone, the most faithful first."""
    members = [sentences[sentence] for sentence in fact.sentences if sentence in sentences]
    wordings = [standalone(passage, sentences) for passage in members]
    usable = [each for each in wordings if each is not None and each.text not in without]
    best = max(usable, key=lambda each: each.fidelity, default=None)
    if best is None:
        return None
    return candidate(fact, best, (p.article.id for p in members), best.fidelity)


def _in_order(chosen: Sequence[Candidate]) -> list[Candidate]:
    """Most-supported first, then as the articles tell it."""
    return sorted(chosen, key=lambda each: (-len(each.sources), each.position))


def _claim(claim_id: str, each: Candidate, sentences: Mapping[str, Passage]) -> Claim:
    cited = list(each.wording.evidence)
    return Claim(
        id=claim_id,
        text=each.wording.text,
        kind=_kind(each.wording),
        attribution=each.wording.attribution,
        citations=tuple(cite(passage) for passage in cited),
        origins=each.fact.origins,
    )


def _kind(wording: Wording) -> ClaimKind:
    return "statement" if wording.attribution else "event"
