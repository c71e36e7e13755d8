"""Source sentences for the place of claims that failed: each stands alone, in its own words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.text.lexicon import classes
from summarizer.text.tokens import content_stems
from summarizer.write.extractive.disputes import disputed
from summarizer.write.extractive.introduction import introduce
from summarizer.write.extractive.passages import cite, passages
from summarizer.write.extractive.people import short_names
from summarizer.write.extractive.voice import judging, narrator, opinionated, readable
from summarizer.write.extractive.wording import owned, standalone
from summarizer.write.extractive.worth import kind_of, reported

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.model.story import Story
    from summarizer.model.summary import Claim
    from summarizer.write.extractive.wording import Wording


_PERSON = re.compile(r"\b(?:(?P<he>he|his|him)|(?P<she>she|her))\b", re.IGNORECASE)


class StandIns:
    """The sentences of a story that can stand in for a claim; prepared once for all claims."""

    def __init__(self, story: Story) -> None:
        """Find the sentences, who comments rather than reports, and what is disputed."""
        self._sentences = passages(readable(story.articles))
        self._partial = {each.id for each in story.articles if opinionated(each)}
        self._held = disputed(story)
        self._origins = {s: fact.origins for fact in story.facts for s in fact.sentences}

    def of(self, claim: Claim, ids: Iterable[str], told: str) -> list[Claim]:
        """Claims to put in the place of this one, the nearest to its words first.

        `ids` are the sentences to choose from, `told` is the text before it: people whom it does
        not name are named in full.
        """
        wanted = set(content_stems(claim.text))

        def rank(wording: Wording) -> tuple[int, float, int]:
            met = len(wanted & set(content_stems(wording.text)))
            return (len(judging(wording.text)), -wording.fidelity * met, len(wording.text))

        return [self._claim(claim, each, told) for each in sorted(self._wordings(ids), key=rank)]

    def _wordings(self, ids: Iterable[str]) -> Iterator[Wording]:
        """What can be said of these sentences; a disputed value with its outlet or speaker."""
        for name in dict.fromkeys(ids):
            passage = self._sentences.get(name)
            found = standalone(passage, self._sentences) if passage else None
            if found and name in self._held:
                found = owned(found)
            if found and reported(found, self._partial) and not _unclear(found):
                yield found

    def _claim(self, claim: Claim, wording: Wording, told: str) -> Claim:
        own = wording.evidence[0]
        kept = claim.kind in ("background", "dispute")
        return replace(
            claim,
            text=introduce(wording.text, short_names(own.article), told),
            kind=claim.kind if kept else kind_of(wording, aside=False),
            attribution=wording.attribution,
            citations=tuple(cite(passage) for passage in wording.evidence),
            origins=self._origins.get(own.sentence.id, ()),
        )


def _unclear(wording: Wording) -> bool:
    """Whether "she" of a reported statement may be somebody else than who speaks.

    "Marek Dahl told the court that she had received 420,000 crowns": among the claims of a model
    she would be whoever the one before names.
    """
    if wording.attribution is None:
        return False
    outside = narrator(wording.text)
    pronoun = _PERSON.search(outside)
    if pronoun is None:
        return False
    name = wording.attribution.speaker.split()
    return (
        classes("first_names").get(name[0].lower()) != pronoun.lastgroup
        or name[-1] not in outside[: pronoun.start()]
    )
