"""An article as data: its text as loaded, and what reading found in it.

Offsets are code-point indices into `Article.text`, start included, end excluded.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

RegionKind = Literal[
    "headline",
    "subhead",
    "body",
    "byline",
    "dateline",
    "caption",
    "boilerplate",
    "related",
    "comment",
]
# The reason of a region that is an order to whatever sums articles up: people should be told.
SPEAKS_TO_MACHINES = "speaks to a machine, not to readers"
StatementKind = Literal["direct", "mixed", "indirect"]
Attitude = Literal["assertion", "denial", "refusal", "belief", "intention", "question"]


class Span(NamedTuple):
    """A stretch of an article's text (W3C Web Annotation: TextPositionSelector)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A labelled stretch of the text; regions do not overlap and are in order.

    `reason` says in a few words why reading chose this kind; None where it had no cause to doubt
    that the stretch is the article's text.
    """

    start: int
    end: int
    kind: RegionKind
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the body; `id` is `<article id>.<number from 1>`."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who a statement is attributed to: the words in the text, and the full name if known.

    `start` and `end` mark the words next to the cue ("he", "the minister", "Ms Adeyemi");
    `name` is the full name or role they stand for in this article, None where reading cannot tell.
    """

    start: int
    end: int
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody said, wrote, believed or denied (PARC: source, cue, content).

    `attitude` is what the content is to its speaker: the type of attribution in PARC and PDTB
    (communication, belief, intention), with communication parted into assertions (orders among
    them), denials, refusals and questions. The content of a refusal is what was refused
    ("to comment", "a request for an interview") or what somebody left unsaid ("did not mention
    the storm").

    `via` is the route from the speaker to this article, nearest to the speaker first
    ("Arden Times" for "X told the Arden Times").
    """

    id: str
    kind: StatementKind
    attitude: Attitude
    content: tuple[Span, ...]
    cue: Span | None
    speaker: Speaker | None
    via: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One input. What the text does not give is None, never guessed.

    `published` and `dateline` are as found: an ISO 8601 date, and the place line of the text.
    `agency` is the wire service that the text credits as its origin.
    """

    id: str
    path: str | None
    url: str | None
    outlet: str | None
    title: str | None
    published: str | None
    dateline: str | None
    byline: str | None
    language: str
    agency: str | None
    sha256: str
    text: str
    regions: tuple[Region, ...]
    sentences: tuple[Sentence, ...]
    statements: tuple[Statement, ...]

    @property
    def english(self) -> bool:
        """Whether the text may be read as English: it is, or nobody can tell ("und")."""
        return self.language == "und" or self.language.partition("-")[0] == "en"

    def numbered(self, number: int) -> Article:
        """The same article as source `s<number>`, its sentences and statements with it."""
        new, old = f"s{number}", len(self.id)
        return replace(
            self,
            id=new,
            sentences=tuple(replace(each, id=new + each.id[old:]) for each in self.sentences),
            statements=tuple(replace(each, id=new + each.id[old:]) for each in self.statements),
        )

    def quote(self, start: int, end: int) -> str:
        """The text between two offsets."""
        return self.text[start:end]
