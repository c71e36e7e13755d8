"""A source as rules see it: its sentences with their words, and what stands where."""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Any

from summarizer.model.article import Span
from summarizer.model.findings import Evidence
from summarizer.text.dates import dates
from summarizer.text.names import names
from summarizer.text.numbers import quantities
from summarizer.text.places import Places
from summarizer.text.quotes import carried, fold, quotations
from summarizer.text.sentences import sentences
from summarizer.text.similarity import root
from summarizer.text.tokens import Token, has_content, lowered, stem, tokenize, written
from summarizer.verify.align import word_keys
from summarizer.verify.quoting import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.model.article import Article, RegionKind, Statement
    from summarizer.text.dates import DateMention
    from summarizer.text.names import Name
    from summarizer.text.numbers import Quantity
    from summarizer.text.quotes import Quotation


class SourceSentence:
    """A sentence of a source; all offsets are into the article's text."""

    def __init__(self, source: Source, number: int, span: Span, kind: RegionKind) -> None:
        """Note where the sentence is; `number` is its place in `source.sentences`."""
        self.source = source
        self.number = number
        self.start, self.end = span
        self.kind = kind
        self.kept: dict[object, Any] = {}

    @functools.cached_property
    def text(self) -> str:
        """The words of the sentence."""
        return self.source.text[self.start : self.end]

    @functools.cached_property
    def tokens(self) -> list[Token]:
        """All words in order, cut from those of the source where these are known."""
        if self._apart and "tokens" not in vars(self.source):
            return tokenize(self.text, self.start)
        return self.source.tokens_between(self.start, self.end)

    @property
    def _apart(self) -> bool:
        """Whether blanks stand around it, so that its words can be read without the others."""
        source = self.source.text
        return not (source[self.start - 1 : self.start] + source[self.end : self.end + 1]).strip()

    @functools.cached_property
    def content_tokens(self) -> list[Token]:
        """The words that carry content, in order."""
        return content_tokens(self.tokens)

    @functools.cached_property
    def lower(self) -> list[str]:
        """All words in order, in lower case."""
        return lowered(self.text) if self._apart else [token.lower for token in self.tokens]

    @functools.cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers of the sentence."""
        return tuple(quantities(self.text, self.start))

    @functools.cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates of the sentence."""
        return tuple(dates(self.text, self.start))

    @functools.cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of the sentence."""
        starts = self.source.name_starts
        first, behind = bisect_left(starts, self.start), bisect_left(starts, self.end)
        return tuple(each for each in self.source.names[first:behind] if each.end <= self.end)

    @functools.cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words, function words too."""
        return frozenset(map(stem, self.lower))

    @functools.cached_property
    def keys(self) -> frozenset[str]:
        """What the words may be matched by: see `word_keys`."""
        return frozenset[str]().union(*map(word_keys, self.lower))

    @functools.cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Statements of the article with words in this sentence."""
        return tuple(self.source.spoken.meeting(self.start, self.end))

    def evidence(self, start: int | None = None, end: int | None = None) -> Evidence:
        """The sentence, or a stretch of it, as evidence of a finding."""
        first = self.start if start is None else start
        return self.source.evidence(first, self.end if end is None else end)

    def __repr__(self) -> str:
        """Id of the source and the words."""
        return f"<{self.source.id}.{self.number} {self.text!r}>"


class Source:
    """An article with what rules ask of it, computed when first asked for."""

    def __init__(self, article: Article) -> None:
        """Wrap an article."""
        self.article = article
        self.id = article.id
        self.text = article.text
        self.kept: dict[object, Any] = {}
        self._held: dict[str, frozenset[int]] = {}

    def close(self) -> None:
        """Forget what is known of it and of its sentences."""
        known = vars(self)
        for sentence in (*known.get("sentences", ()), *known.get("margins", ())):
            vars(sentence).clear()
        known.clear()

    @functools.cached_property
    def sentences(self) -> tuple[SourceSentence, ...]:
        """Sentences of headline, subheads and body, in the order of the text."""
        spans: list[tuple[Span, RegionKind]] = [
            (Span(s.start, s.end), "body") for s in self.article.sentences
        ]
        spans += [
            (Span(region.start, region.end), region.kind)
            for region in self.article.regions
            if region.kind in ("headline", "subhead")
        ]
        return self._wrap(spans)

    @functools.cached_property
    def margins(self) -> tuple[SourceSentence, ...]:
        """Sentences of captions, teasers, boilerplate and other text that is no evidence."""
        spans = [
            (span, region.kind)
            for region in self.article.regions
            if region.kind not in ("headline", "subhead", "body")
            for span in sentences(self.text, region.start, region.end)
        ]
        return self._wrap(spans)

    def _wrap(self, spans: Iterable[tuple[Span, RegionKind]]) -> tuple[SourceSentence, ...]:
        ordered = sorted(spans)
        return tuple(SourceSentence(self, n, span, kind) for n, (span, kind) in enumerate(ordered))

    @functools.cached_property
    def tokens(self) -> list[Token]:
        """All words of the text, margins too."""
        return tokenize(self.text)

    @functools.cached_property
    def names(self) -> tuple[Name, ...]:
        """All names: a word that opens a sentence is one if it is elsewhere."""
        return tuple(names(self.text, tokens=self.tokens))

    @functools.cached_property
    def name_starts(self) -> list[int]:
        """Where each name starts."""
        return [name.start for name in self.names]

    @functools.cached_property
    def token_starts(self) -> list[int]:
        """Where each word starts."""
        return [token.start for token in self.tokens]

    def tokens_between(self, start: int, end: int) -> list[Token]:
        """The words that start in a stretch."""
        starts = self.token_starts
        return self.tokens[bisect_left(starts, start) : bisect_left(starts, end)]

    @functools.cached_property
    def words(self) -> Words:
        """The same, to look for sequences of words."""
        return Words(self.tokens)

    @functools.cached_property
    def quotations(self) -> list[Quotation]:
        """Outermost quotations of the whole text."""
        return quotations(self.text)

    @functools.cached_property
    def quoted(self) -> Places[Span]:
        """The words in quotation marks, by place."""
        found = [*self.quotations, *carried(self.text, self.quotations)]
        spans = (Span(each.start, each.end) for each in found)
        return Places(([span], span) for span in spans)

    @functools.cached_property
    def spoken(self) -> Places[Statement]:
        """The statements, by the places of their content."""
        return Places((each.content, each) for each in self.article.statements)

    @functools.cached_property
    def attributed(self) -> list[Span]:
        """Stretches that the article gives as somebody's statement, in marks or not."""
        return [span for statement in self.article.statements for span in statement.content]

    def unquoted(self, sentence: SourceSentence) -> str:
        """A sentence with blanks for what stands in quotation marks; same length."""
        text = sentence.text
        for span in self.quoted.meeting(sentence.start, sentence.end):
            start = max(0, span.start - sentence.start)
            end = min(len(text), span.end - sentence.start)
            text = text[:start] + " " * (end - start) + text[end:]
        return text

    def statements_at(self, span: Span) -> list[Statement]:
        """The statements whose content shares words with a stretch, the most shared first."""
        shared = [
            (sum(max(0, min(c.end, span.end) - max(c.start, span.start)) for c in s.content), s)
            for s in self.spoken.meeting(span.start, span.end)
        ]
        return [s for n, s in sorted(shared, key=lambda pair: -pair[0]) if n > 0]

    def paragraph(self, place: int, before: int = 0) -> str:
        """The paragraph around a place, with some paragraphs before it."""
        start = place
        for _ in range(before + 1):
            start = max(0, self.text.rfind("\n", 0, max(0, start - 1)))
        end = self.text.find("\n", place)
        return self.text[start : len(self.text) if end < 0 else end]

    def speaks(self, place: Span) -> bool:
        """Whether most of a stretch stands in quotation marks or in a direct statement."""
        direct = [
            span
            for statement in self.spoken.meeting(place.start, place.end)
            if statement.kind == "direct"
            for span in statement.content
        ]
        quoted = self.quoted.meeting(place.start, place.end)
        most = max(_shared(place, quoted), _shared(place, direct))
        return most * 2 > place.end - place.start

    @functools.cached_property
    def stems(self) -> frozenset[str]:
        """Stems of all words of headline and body, and of the title."""
        title = (token.lower for token in tokenize(self.article.title or ""))
        return frozenset(map(stem, chain(self._vocabulary, title)))

    @functools.cached_property
    def _title_keys(self) -> frozenset[str]:
        title = (word_keys(token.lower) for token in tokenize(self.article.title or ""))
        return frozenset[str]().union(*title)

    def has(self, word: str) -> bool:
        """Whether headline, body or title have a counterpart of a lower-case word."""
        return bool(self.holding(word)) or not self._title_keys.isdisjoint(word_keys(word))

    def holding(self, word: str) -> frozenset[int]:
        """The numbers of the sentences that have a counterpart of a lower-case word."""
        found = self._held.get(word)
        if found is None:
            places = (self._index.get(key, ()) for key in word_keys(word))
            found = self._held[word] = frozenset[int]().union(*places)
        return found

    def frequency(self, key: str) -> int:
        """How many sentences have a word of content with this stem."""
        return len(set(self._index.get(f"={key}", ())))

    @functools.cached_property
    def _vocabulary(self) -> dict[str, list[int]]:
        """The numbers of the sentences that have each lower-case word, one for each time."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for sentence in self.sentences:
            for word in sentence.lower:
                found[word].append(sentence.number)
        return found

    @functools.cached_property
    def _index(self) -> dict[str, list[int]]:
        """The numbers of the sentences under each entry of each word (see `_entries`)."""
        found: dict[str, list[int]] = {}
        for word, numbers in self._vocabulary.items():
            for entry in _entries(word):
                others = found.get(entry)
                found[entry] = others + numbers if others else numbers
        return found

    def spells(self, word: str) -> bool:
        """Whether headline or body have just this lower-case word of letters and digits."""
        return word in self._vocabulary and word.isascii() and word.isalnum()

    @functools.cached_property
    def spellings(self) -> frozenset[str]:
        """All words of the text as they are written, margins too."""
        return frozenset(written(self.text))

    @functools.cached_property
    def roots(self) -> frozenset[str]:
        """Those stems without derivational endings."""
        return frozenset(root(each) for each in self.stems)

    @functools.cached_property
    def folded(self) -> str:
        """The text with one kind of marks, in lower case: to search in, offsets may differ."""
        return fold(self.text).lower()

    def sentence_at(self, place: int) -> SourceSentence | None:
        """The sentence that covers a place or ends last before it."""
        index = bisect_right(self._starts, place) - 1
        return self.sentences[index] if index >= 0 else None

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def around(self, sentence: SourceSentence, reach: int = 1) -> tuple[SourceSentence, ...]:
        """A sentence and its neighbours."""
        return self.sentences[max(0, sentence.number - reach) : sentence.number + reach + 1]

    def evidence(self, start: int, end: int) -> Evidence:
        """A place of this source as evidence of a finding."""
        return Evidence(source=self.id, start=start, end=end, exact=self.text[start:end])


@functools.lru_cache(maxsize=65536)
def _entries(word: str) -> tuple[str, ...]:
    """What a lower-case word is found by: its keys, and after a = the stem of a word of content."""
    stems = (f"={stem(word)}",) if has_content(word) else ()
    return (*sorted(word_keys(word)), *stems)


def _shared(place: Span, spans: Iterable[Span]) -> int:
    """How much of a stretch others cover that do not overlap."""
    return sum(max(0, min(s.end, place.end) - max(s.start, place.start)) for s in spans)


def content_tokens(tokens: Iterable[Token]) -> list[Token]:
    """The words that carry content."""
    return [token for token in tokens if has_content(token.lower)]
