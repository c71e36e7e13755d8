"""How articles were read, arranged for people: runs of regions, statements with their sentences.

Shared by the page and the text for terminals.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from summarizer.render.labels import one_line, plural
from summarizer.render.segments import Segment, Stretch, segments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.article import Article, Region, Sentence, Speaker, Statement
    from summarizer.model.story import Inspection, Reading

# Kinds that belong to the page around the article; a reader skips them.
PAGE_KINDS = ("boilerplate", "related", "comment")
_FACTS = (
    ("outlet", "outlet"),
    ("published", "date"),
    ("byline", "byline"),
    ("dateline", "place"),
    ("agency", "agency"),
)
_ASKED = ("outlet", "published", "byline")  # what an editor misses where it is not told


class Piece(NamedTuple):
    """A region with the segments of its text; no region for visible text outside of all."""

    region: Region | None
    segments: tuple[Segment, ...]


class Run(NamedTuple):
    """Regions in a row that have one kind for one reason."""

    kind: str
    reason: str | None
    pieces: tuple[Piece, ...]

    @property
    def page(self) -> bool:
        """Whether these lines are the page's, not the article's."""
        return self.kind in PAGE_KINDS


class Saying(NamedTuple):
    """A statement with its number in the article and the sentence that it begins in."""

    number: int
    statement: Statement
    sentence: str | None


def runs(article: Article) -> list[Run]:
    """The article's regions in order, neighbours of one kind and reason together."""
    return [
        Run(kind, reason, tuple(pieces))
        for (kind, reason), pieces in groupby(_pieces(article), _kind_and_reason)
    ]


def _kind_and_reason(piece: Piece) -> tuple[str, str | None]:
    region = piece.region
    return (region.kind, region.reason) if region else ("unlabelled", None)


def _pieces(article: Article) -> Iterator[Piece]:
    """The regions with their segments; blank stretches between them are left out."""
    regions = [
        Stretch(each.start, each.end, "region", str(n)) for n, each in enumerate(article.regions)
    ]
    cut = segments(len(article.text), [*regions, *_marks(article)])
    for label, inside in groupby(cut, lambda segment: segment.labels("region")):
        found = tuple(inside)
        if label:
            yield Piece(article.regions[int(label[0])], found)
        elif article.text[found[0].start : found[-1].end].strip():
            yield Piece(None, found)


def _marks(article: Article) -> Iterator[Stretch]:
    for sentence in article.sentences:
        yield Stretch(sentence.start, sentence.end, "sentence", sentence.id)
    for saying in sayings(article):
        statement, number = saying.statement, str(saying.number)
        for span in statement.content:
            yield Stretch(*span, "content", number)
        if statement.cue:
            yield Stretch(*statement.cue, "cue", number)
        if statement.speaker:
            yield Stretch(statement.speaker.start, statement.speaker.end, "speaker", number)


def sayings(article: Article) -> list[Saying]:
    """The statements in the order of the text, numbered from 1."""
    ordered = sorted(article.statements, key=_first)
    starts = [sentence.start for sentence in article.sentences]
    return [
        Saying(number, each, _sentence_at(article.sentences, starts, _first(each)))
        for number, each in enumerate(ordered, 1)
    ]


def by_number(found: Sequence[Saying]) -> dict[str, Saying]:
    """Statements by the labels that their stretches carry."""
    return {str(saying.number): saying for saying in found}


def _first(statement: Statement) -> int:
    return min(
        [
            *(span.start for span in statement.content),
            *(statement.cue[:1] if statement.cue else ()),
        ],
        default=0,
    )


def _sentence_at(sentences: Sequence[Sentence], starts: list[int], place: int) -> str | None:
    at = bisect_right(starts, place) - 1
    return sentences[at].id if at >= 0 and place < sentences[at].end else None


def content(statement: Statement, article: Article) -> str:
    """What was said; "…" where the statement is broken off and taken up again."""
    return " … ".join(one_line(article.quote(*span)) for span in statement.content)


def speaker_words(speaker: Speaker, article: Article) -> str:
    """The words in the text that name the speaker."""
    return one_line(article.quote(speaker.start, speaker.end))


def full_name(speaker: Speaker, article: Article) -> str | None:
    """The name that the words in the text stand for, None where they are that name already."""
    name = speaker.name
    same = name is None or name.casefold() == speaker_words(speaker, article).casefold()
    return None if same else name


def speaker(statement: Statement, article: Article) -> str:
    """The speaker's full name or role, else the words in the text."""
    if statement.speaker is None:
        return "unknown speaker"
    return statement.speaker.name or speaker_words(statement.speaker, article)


def manner(statement: Statement) -> str:
    """Form and, unless it is a plain assertion, attitude: "indirect denial"."""
    attitude = "" if statement.attitude == "assertion" else f" {statement.attitude}"
    return f"{statement.kind}{attitude}"


def facts(article: Article) -> list[tuple[str, str]]:
    """What the article tells about itself, by name."""
    found = [(name, getattr(article, field)) for field, name in _FACTS]
    return [(name, one_line(value)) for name, value in found if value]


def not_told(article: Article) -> str:
    """What an editor would ask for and the article does not tell."""
    names = dict(_FACTS)
    return ", ".join(names[field] for field in _ASKED if not getattr(article, field))


def counts(article: Article) -> str:
    """How much of the article there is."""
    page = sum(region.kind in PAGE_KINDS for region in article.regions)
    parts = [
        plural(len(article.sentences), "sentence"),
        plural(len(article.statements), "statement"),
        f"{plural(page, 'line')} of the page" if page else "",
    ]
    return ", ".join(part for part in parts if part)


def sentence_texts(inspection: Inspection) -> dict[str, str]:
    """Every sentence by its id, on one line."""
    return {
        sentence.id: one_line(article.quote(sentence.start, sentence.end))
        for article in inspection.articles
        for sentence in article.sentences
    }


def sources(reading: Reading) -> tuple[str, ...]:
    """Ids of the articles that give a value, in the order of its sentences, each once."""
    return tuple(dict.fromkeys(each.partition(".")[0] for each in reading.sentences))
