"""The summary: the document that `summarize` prints and `check` reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.model.findings import Finding, Outcome

ClaimKind = Literal["event", "statement", "figure", "background", "dispute"]
Slot = Literal["count", "figure", "date", "place", "cause", "responsibility", "wording"]
OriginKind = Literal["statement", "agency", "outlet", "report"]
Parameter = str | int | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """An exact place in a source (W3C Web Annotation: position and quote selectors).

    `exact` equals `text[start:end]` of the article `source`; `prefix` and `suffix` are up to 32
    characters around it. `link` opens the original page at the words (URL text fragment).
    """

    source: str
    sentence: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    link: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The neutral headline."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says what a claim reports, and the route by which it came."""

    speaker: str
    role: str | None
    cue: str
    via: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One sentence of the summary."""

    id: str
    text: str
    kind: ClaimKind
    attribution: Attribution | None
    citations: tuple[Citation, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One value of a conflict and the places that give it.

    `text` says whose value it is where that is known; `as_of` is the latest time (ISO 8601) for
    which it is known to be given.
    """

    text: str
    value: str
    as_of: str | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A slot on which origins differ."""

    topic: str
    slot: Slot
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An occasion that some of the sources tell of; `date` is its own day, not the report's."""

    id: str
    label: str
    date: str | None
    sources: tuple[str, ...]
    main: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who stands behind a group of sources, and how we know."""

    id: str
    name: str
    kind: OriginKind
    sources: tuple[str, ...]
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An input as the summary lists it; `reason` says why it is unused."""

    id: str
    path: str | None
    url: str | None
    outlet: str | None
    title: str | None
    published: str | None
    language: str
    sha256: str
    event: str | None
    used: bool
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """A sentence that failed the check and is not published."""

    text: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The verdict on the published claims; `rules` are the ids of the rules that ran."""

    verdict: Outcome
    rules: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptReference:
    """The released prompt that a model was given."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Model tokens spent."""

    input: int
    output: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What became of the sentences that a model wrote, the headline among them, and what it took.

    `kept` are published as written, `repaired` in the model's second or third wording, `replaced`
    by a sentence of their sources; `withheld` are not published. `stored` of the `requests` were
    answered from the answer cache or a cassette; `seconds` is the model's time. `fallback` says why
    none of them is published and the extractive writer wrote instead (then all four are 0).
    """

    strategy: str
    kept: int
    repaired: int
    replaced: int
    withheld: int
    requests: int
    stored: int
    seconds: float
    fallback: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """How the summary was made; `writing` tells of a model, and is None where none wrote.

    Two runs on the same input differ in `created` (ISO 8601, UTC) alone, and where a model is asked
    anew in what it answers.
    """

    writer: str
    model: str | None
    prompt: PromptReference | None
    parameters: dict[str, Parameter]
    input_sha256: str
    version: str
    tokens: Tokens
    cost: float | None
    writing: Writing | None
    created: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A published summary; `schema` is the version of the JSON layout."""

    schema: int
    headline: Headline
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    events: tuple[Event, ...]
    origins: tuple[Origin, ...]
    sources: tuple[Source, ...]
    withheld: tuple[Withheld, ...]
    verification: Verification
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a writer hands to the check: claims with their evidence, nothing published yet."""

    headline: Headline
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
