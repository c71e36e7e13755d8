"""The evidence of a story as a language model is given it: the document that `pack` prints."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.model.story import Dispute, Exclusion


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """One sentence that is sent, and all sentences that it stands for.

    `sentence` is its id, `folded` are the ids of sentences that say no more than it or other lines
    do and are not sent, `facts` the ids of the facts that it carries. `note` says who speaks, by
    which route, or that it is about another occasion, where the sentence itself does not.
    `text` is the sentence as sent: in one line, without hidden characters.
    """

    sentence: str
    folded: tuple[str, ...]
    facts: tuple[str, ...]
    note: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSource:
    """An article with its lines in its own order; none where others tell all that it tells."""

    id: str
    outlet: str | None
    title: str | None
    published: str | None
    agency: str | None
    lines: tuple[EvidenceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """Sentences that are not sent, though no line stands for them, and why."""

    sentences: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """What a model is given within a budget.

    `text` is all of it, `tokens` its length; `input_tokens` is the limit (null: none) and `model`
    the model for whose vocabulary both are counted (null: o200k_base). Of `conflicts` the readings
    name only sentences that are sent; a conflict is there with all its readings or not at all.
    """

    model: str | None
    input_tokens: int | None
    tokens: int
    sources: tuple[EvidenceSource, ...]
    conflicts: tuple[Dispute, ...]
    excluded: tuple[Exclusion, ...]
    omitted: tuple[Omission, ...]
    text: str
