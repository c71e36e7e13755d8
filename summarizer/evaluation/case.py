"""A case of a suite: articles about one event, and what a careful reader expects of a summary.

The fields are those of `case.json` (schemas/case.schema.json), which says in JSON what is said here
in types. A group of `words` gives alternatives between bars ("dead|died|killed"); a text has the
words if it has one alternative of each group (`wording.tells`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.model.article import Article

Words = tuple[str, ...]
SourceUse = Literal["used", "used or explained", "not used"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of an article that carries a fact; it stands in the file word for word, once."""

    file: str
    exact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What a summary may tell, or with `must` has to; any one of the passages carries it."""

    id: str
    text: str
    must: bool
    passages: tuple[Passage, ...]
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbidden:
    """What no claim may tell, or only as words of one of these people."""

    id: str
    text: str
    words: Words
    unless_attributed_to: tuple[str, ...] | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedSpeaker:
    """Whom a claim with these words has to name; `also` are other forms of the name."""

    name: str
    also: tuple[str, ...]
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictValue:
    """One side of a conflict, and the files that give it."""

    words: Words
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedConflict:
    """On what the sources differ: a summary has to give each of the values."""

    topic: str
    values: tuple[ConflictValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedValue:
    """What a claim with these words may say, and what it may not."""

    name: str
    words: Words
    right: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedOrigin:
    """Files behind which one and the same origin stands."""

    name: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedSource:
    """What is to become of an input."""

    file: str
    must: SourceUse
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherEvent:
    """Another occasion that files tell of, and words of it that are not of this event."""

    files: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Faulty:
    """A wrong sentence with its [n] markers, and the families (or ids) of rules that see it."""

    id: str
    text: str
    families: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A right sentence with its [n] markers: the check must not call it wrong."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long a summary of this case may be and how short; None: as the suite says, or any."""

    max_words: int | None
    min_claims: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectations:
    """What `case.json` says."""

    about: str
    kind: str
    facts: tuple[Fact, ...]
    forbidden: tuple[Forbidden, ...]
    speakers: tuple[ExpectedSpeaker, ...]
    conflicts: tuple[ExpectedConflict, ...]
    values: tuple[ExpectedValue, ...]
    origins: tuple[ExpectedOrigin, ...]
    sources: tuple[ExpectedSource, ...]
    other_events: tuple[OtherEvent, ...]
    loaded: tuple[str, ...]
    faulty: tuple[Faulty, ...]
    sound: tuple[Sound, ...]
    length: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A place in an article: `source` is the article's id, offsets are into its text."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case as it was read: `id` is SUITE/CASE, `articles` are its inputs s1, s2, … by name."""

    id: str
    folder: Path
    expected: Expectations
    articles: tuple[Article, ...]

    def sources(self, *files: str) -> tuple[str, ...]:
        """The ids of the articles that were read from these files."""
        return tuple(each.id for each in self.articles if each.path in files)

    def stretches(self, fact: Fact) -> tuple[Stretch, ...]:
        """Where the passages of a fact stand."""
        return tuple(place for each in fact.passages if (place := self._stretch(each)) is not None)

    def _stretch(self, passage: Passage) -> Stretch | None:
        for article in self.articles:
            start = article.text.find(passage.exact) if article.path == passage.file else -1
            if start >= 0:
                end = start + len(passage.exact)
                return Stretch(source=article.id, start=start, end=end)
        return None
