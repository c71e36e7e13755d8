"""A summary as the check sees it, whatever form it came in.

A `Document` is a list of cited claims. Citation markers inside a claim's text are blanked and
backslashes that escape are left out; `CitedClaim.place` leads back to the summary as given.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer.model.codec import CodecError, decode
from summarizer.model.summary import Citation, Claim, Draft, Headline

if TYPE_CHECKING:
    from collections.abc import Iterable

HEADLINE = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """What stands for a source: "[2]" has the label "2"; `note` is what says which it is.

    `optional`: a link of the claim's words, which cites only if it leads to an input.
    """

    label: str
    start: int
    end: int
    note: str | None
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a claim's text and what is cited for it: markers, or exact places."""

    start: int
    end: int
    markers: tuple[Marker, ...] = ()
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedClaim:
    """One sentence of a summary (the headline has index -1).

    `offset` is where it starts in the summary, `dropped` are the places in the summary of the
    characters that `text` leaves out, in order. `aside` says that it stands under the heading of
    background and other occasions.
    """

    index: int
    text: str
    offset: int
    parts: tuple[Part, ...]
    dropped: tuple[int, ...] = ()
    aside: bool = False

    def place(self, number: int) -> int:
        """The place in the summary of a character of the text."""
        found = self.offset + number
        for place in self.dropped:
            found += place <= found
        return found

    def local(self, place: int) -> int:
        """The character of the text that stands at a place of the summary, or next before it."""
        return place - self.offset - bisect_left(self.dropped, place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A summary to check; `data` is the JSON value it was read from, None for other forms."""

    text: str
    claims: tuple[CitedClaim, ...]
    data: Any = None


def of_draft(draft: Draft) -> Document:
    """The document of a writer's draft."""
    return Document(text="", claims=tuple(_claims(draft.headline, draft.claims)))


def of_json(text: str) -> Document:
    """The document of a summary in our JSON; what cannot be read of it is for the schema rule.

    Raises:
        ValueError: the text is no JSON object.
    """
    data = json.loads(text)
    if not isinstance(data, dict):
        msg = "a summary in JSON is an object"
        raise ValueError(msg)  # noqa: TRY004  (a wrong value of the input, not of the program)
    headline = _readable(Headline, data.get("headline"))
    listed = data.get("claims")
    claims = [_readable(Claim, each) for each in (listed if isinstance(listed, list) else ())]
    return Document(text=text, claims=tuple(_claims(headline, claims)), data=data)


def _readable(kind: type[Any], value: Any) -> Any:  # noqa: ANN401  (any JSON value)
    """The value as data, or as much of it as can be checked: its text without citations."""
    try:
        return decode(kind, value)
    except CodecError:
        text = value.get("text") if isinstance(value, dict) else None
        cited = value.get("citations") if isinstance(value, dict) else None
        text = text if isinstance(text, str) else ""
        return Headline(text=text, citations=tuple(_citations(cited)))


def _citations(value: object) -> Iterable[Citation]:
    for each in value if isinstance(value, list) else ():
        try:
            yield decode(Citation, each)
        except CodecError:
            continue


def _claims(headline: Headline | None, claims: Iterable[Claim | Headline]) -> Iterable[CitedClaim]:
    if headline is not None and (headline.text or headline.citations):
        yield _claim(HEADLINE, headline)
    for index, claim in enumerate(claims):
        yield _claim(index, claim)


def _claim(index: int, claim: Claim | Headline) -> CitedClaim:
    part = Part(start=0, end=len(claim.text), citations=claim.citations)
    aside = isinstance(claim, Claim) and claim.kind == "background"
    return CitedClaim(index=index, text=claim.text, offset=0, parts=(part,), aside=aside)
