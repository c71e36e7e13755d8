"""Asking the model for failing claims once more, with what is wrong with each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.model.findings import Finding
    from summarizer.write.chat.exchange import Chat
    from summarizer.write.prompted.evidence import Evidence
    from summarizer.write.prompted.options import Options, Proposal, Spent


@dataclass(frozen=True, slots=True, kw_only=True)
class Failing:
    """A claim that must be put otherwise: the proposal and what was found wrong with it."""

    proposal: Proposal
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworded:
    """The model's new proposals by the id of the claim; one it gave up is not among them."""

    proposals: Mapping[str, Proposal]
    spent: Spent
    notes: tuple[str, ...]


def reword(
    failing: Sequence[Failing], evidence: Evidence, chat: Chat, options: Options
) -> Reworded:
    """Exactly these claims, put anew by the model from their own evidence (prompt `repair`).

    An answer that cannot be used proposes nothing: a note says so.

    Raises:
        ProviderError: the provider failed, refused or filtered the answer (from `chat` too).
    """
    raise NotImplementedError
