"""What a rule is given: a claim of the summary, its parts, and the sources they cite.

A `PartView` pairs one part of a claim with one source it cites, because each cited source must
carry the part by itself.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

from summarizer.text.dates import dates
from summarizer.text.names import names
from summarizer.text.numbers import quantities
from summarizer.text.places import starting
from summarizer.text.quotes import quotation_at, quotations
from summarizer.text.tokens import Token, stem, tokenize
from summarizer.verify.arrangement import arrangement, at_home, copied
from summarizer.verify.attribution import Voice, attributed, voices
from summarizer.verify.document import HEADLINE, CitedClaim, Document, Marker, Part
from summarizer.verify.evidence import Weighed, Weights, evidence, gained
from summarizer.verify.loaded import loaded, phrases
from summarizer.verify.notes import named
from summarizer.verify.quoting import Judgement, judge
from summarizer.verify.sayings import Saying, sayings
from summarizer.verify.source import Source, SourceSentence, content_tokens

if TYPE_CHECKING:
    from summarizer.model.story import Story
    from summarizer.model.summary import Citation, Event
    from summarizer.text.dates import DateMention
    from summarizer.text.names import Name
    from summarizer.text.numbers import Quantity
    from summarizer.text.quotes import Quotation

_NAMED = re.compile(r"s?(\d{1,6})\b")


class Library:
    """A story's sources with what rules know of them: prepared once, for any number of checks."""

    def __init__(self, story: Story) -> None:
        """Wrap the articles of a story, by id in the order of the inputs."""
        self.story = story
        self.sources = {article.id: Source(article) for article in story.articles}

    def close(self) -> None:
        """Forget what is known of the sources: nothing can be checked against them any more.

        They and their sentences point at one another: left to the garbage collector, the texts of
        one pair after another cost it a third of what the checks cost.
        """
        for source in self.sources.values():
            source.close()

    @functools.cached_property
    def weights(self) -> Weights:
        """How rare each stem is in the sources."""
        return Weights(self.sources.values())

    @functools.cached_property
    def asides(self) -> dict[tuple[str, int], Event]:
        """Events other than the main one by source and start of the sentences that tell them."""
        main = {event.id for event in self.story.events if event.main}
        events = {event.id: event for event in self.story.events}
        told = {
            sentence: events[fact.event]
            for fact in self.story.facts
            if fact.event in events and fact.event not in main
            for sentence in fact.sentences
        }
        return {
            (article.id, sentence.start): told[sentence.id]
            for article in self.story.articles
            for sentence in article.sentences
            if sentence.id in told
        }


class DocumentView:
    """The summary, its claims, the story and its sources (by id, in the order of the inputs)."""

    def __init__(self, document: Document, library: Library) -> None:
        """Bring a document and its sources together."""
        self.document = document
        self.library = library
        self.story = library.story
        self.sources = library.sources
        self.claims = [ClaimView(self, claim) for claim in document.claims]

    def close(self) -> None:
        """Forget the claims and what is known of them, see `Library.close`."""
        for claim in self.claims:
            for part in vars(claim).get("parts", ()):
                vars(part).clear()
            vars(claim).clear()

    @property
    def weights(self) -> Weights:
        """How rare each stem is in the sources."""
        return self.library.weights

    @functools.cached_property
    def cited(self) -> tuple[Source, ...]:
        """The sources that claims of the body cite, in the order of the inputs."""
        ids = {s.id for c in self.claims if c.index != HEADLINE for s in c.sources}
        return tuple(source for source in self.sources.values() if source.id in ids)

    def resolve(self, marker: Marker) -> Source | None:
        """The source a marker stands for: what its note names, else the n-th input."""
        if marker.note:
            article = named(marker.note, self.story.articles)
            if article:
                return self.sources[article.id]
        match = None if marker.optional else _NAMED.fullmatch(marker.label)
        number = int(match[1]) if match else 0
        return list(self.sources.values())[number - 1] if 0 < number <= len(self.sources) else None


class ClaimView:
    """One sentence of the summary; offsets are into its `text`."""

    def __init__(self, document: DocumentView, claim: CitedClaim) -> None:
        """Wrap a claim of the document."""
        self.document = document
        self.index = claim.index
        self.text = claim.text
        self.given = claim
        self.cited_parts = claim.parts
        self.headline = claim.index == HEADLINE
        self.kept: dict[object, Any] = {}

    @functools.cached_property
    def tokens(self) -> list[Token]:
        """All words in order."""
        return tokenize(self.text)

    @functools.cached_property
    def names(self) -> tuple[Name, ...]:
        """The names in the claim."""
        return tuple(names(self.text))

    @functools.cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers in the claim."""
        return tuple(quantities(self.text))

    @functools.cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates in the claim."""
        return tuple(dates(self.text))

    @functools.cached_property
    def quotations(self) -> list[Quotation]:
        """Outermost quotations with at least one word."""
        return [
            q for q in quotations(self.text) if any(map(str.isalnum, self.text[q.start : q.end]))
        ]

    def quoted(self, place: int) -> bool:
        """Whether a place stands in quotation marks."""
        return bool(self.quotations) and quotation_at(self.quotations, place) is not None

    @functools.cached_property
    def voices(self) -> list[Voice]:
        """The speakers that the claim names."""
        return voices(self)

    @functools.cached_property
    def sayings(self) -> list[Saying]:
        """The verbs of saying with the words that name their speakers."""
        return sayings(self)

    @functools.cached_property
    def attributed(self) -> bool:
        """Whether the claim attributes anything to anybody."""
        return attributed(self)

    @functools.cached_property
    def loaded(self) -> list[tuple[Token, str]]:
        """Loaded words outside of quotation marks and names, with their kinds."""
        return loaded(self)

    @functools.cached_property
    def phrases(self) -> list[tuple[int, int, str]]:
        """Editorial phrases outside of quotation marks: start, end and kind."""
        return phrases(self)

    @functools.cached_property
    def foreign(self) -> bool:
        """Whether it cites sources, and none of them is in English."""
        return bool(self.sources) and not any(s.article.english for s in self.sources)

    @functools.cached_property
    def unresolved(self) -> tuple[Marker | Citation, ...]:
        """Markers and citations of sources that are not there."""
        document = self.document
        found: list[Marker | Citation] = []
        for part in self.cited_parts:
            found += [m for m in part.markers if not m.optional and document.resolve(m) is None]
            found += [c for c in part.citations if c.source not in document.sources]
        return tuple(found)

    @functools.cached_property
    def parts(self) -> tuple[PartView, ...]:
        """Each part of the claim with each source it cites.

        A headline without citations is read against the source that carries it best among those
        that the body cites.
        """
        found = [
            PartView(self, part, source, number)
            for number, part in enumerate(self.cited_parts)
            for source in self._sources(part)
        ]
        if self.headline and not found and not self.unresolved and self.cited_parts:
            views = [PartView(self, self.cited_parts[0], s, 0) for s in self.document.cited]
            found = [max(views, key=lambda view: view.coverage)] if views else []
        return tuple(found)

    def _sources(self, part: Part) -> list[Source]:
        """The sources that a part cites, each once."""
        resolved = [self.document.resolve(marker) for marker in part.markers]
        resolved += [self.document.sources.get(c.source) for c in part.citations]
        return list(dict.fromkeys(source for source in resolved if source is not None))

    @functools.cached_property
    def sources(self) -> tuple[Source, ...]:
        """All sources that the claim cites, each once."""
        return tuple(dict.fromkeys(part.source for part in self.parts))


class PartView:
    """A part of a claim and one source that it cites; offsets are into the claim's text."""

    def __init__(self, claim: ClaimView, part: Part, source: Source, number: int) -> None:
        """Pair a part with a source; `number` is the part's place in the claim."""
        self.claim = claim
        self.part = part
        self.source = source
        self.number = number
        self.start, self.end = part.start, part.end
        self.kept: dict[object, Any] = {}

    @functools.cached_property
    def text(self) -> str:
        """The words of the part."""
        return self.claim.text[self.start : self.end]

    @functools.cached_property
    def tokens(self) -> list[Token]:
        """The words of the part in order."""
        found = list(starting(self.claim.tokens, self.start, self.end))
        while found and found[-1].end > self.end:
            found.pop()
        return found

    @functools.cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words, function words too."""
        return frozenset(stem(token.lower) for token in self.tokens)

    @functools.cached_property
    def content(self) -> list[Token]:
        """The content words of the part in order."""
        return content_tokens(self.tokens)

    @functools.cached_property
    def weighed(self) -> list[Weighed]:
        """The content words of the part in order, with what the source makes of them."""
        weights, source = self.claim.document.weights, self.source
        return [
            Weighed(token, weights.of(stem(token.lower)), source.holding(token.lower))
            for token in self.content
        ]

    @functools.cached_property
    def quotations(self) -> list[Quotation]:
        """The quotations of the part."""
        return list(starting(self.claim.quotations, self.start, self.end))

    @functools.cached_property
    def judged(self) -> tuple[Judgement, ...]:
        """What each quotation of the part is, seen from the source."""
        return tuple(judge(self, quotation) for quotation in self.quotations)

    @property
    def uncited(self) -> Part:
        """The part with nothing cited, to be read against another source."""
        return Part(start=self.start, end=self.end)

    @functools.cached_property
    def cited(self) -> tuple[SourceSentence, ...]:
        """The sentences that exact citations name; empty for markers."""
        places = [c for c in self.part.citations if c.source == self.source.id]
        return tuple(
            sentence
            for sentence in self.source.sentences
            if any(c.start < sentence.end and c.end > sentence.start for c in places)
        )

    @functools.cached_property
    def evidence(self) -> tuple[SourceSentence, ...]:
        """The sentences of the source that carry the part: the cited ones, or the best found."""
        return self.cited or evidence(self)

    @functools.cached_property
    def context(self) -> tuple[SourceSentence, ...]:
        """The evidence and the sentences before and after each, in the order of the text."""
        near = {s.number: s for e in self.evidence for s in self.source.around(e)}
        return tuple(near[number] for number in sorted(near))

    @functools.cached_property
    def coverage(self) -> float:
        """The share of the part's content words, weighted by rarity, that the evidence has."""
        numbers = frozenset(sentence.number for sentence in self.evidence)
        found = (word.weight for word in self.weighed if not numbers.isdisjoint(word.numbers))
        return sum(found) / self._weight if self._weight else 1.0

    @functools.cached_property
    def shares(self) -> list[float]:
        """The share of the words' weight, 0 to 1, that each sentence of the source has."""
        gains, numbers = gained(self.weighed), range(len(self.source.sentences))
        return [gains.get(n, 0.0) / self._weight if self._weight else 1.0 for n in numbers]

    @functools.cached_property
    def _weight(self) -> float:
        return sum(word.weight for word in self.weighed)

    @functools.cached_property
    def arrangement(self) -> float:
        """The share of neighbouring words that are neighbours in the evidence, 0 to 1."""
        return arrangement(self)

    @functools.cached_property
    def at_home(self) -> float:
        """The share of the words with a neighbour that stands near them in the evidence, 0 to 1."""
        return at_home(self)

    @functools.cached_property
    def copied(self) -> float:
        """The share of the words in runs that the source has, 0 to 1."""
        return copied(self)
