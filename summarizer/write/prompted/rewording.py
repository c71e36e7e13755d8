"""Asking the model for failing claims once more, with what is wrong with each."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.write.prompted import messages
from summarizer.write.prompted.answer import mended
from summarizer.write.prompted.asking import ask
from summarizer.write.prompted.options import Spent, Unusable
from summarizer.write.prompted.prompts import companion

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.model.findings import Finding
    from summarizer.write.chat.exchange import Chat
    from summarizer.write.prompted.asking import Question
    from summarizer.write.prompted.evidence import Evidence
    from summarizer.write.prompted.options import Options, Proposal


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


def question(failing: Sequence[Failing], evidence: Evidence, options: Options) -> Question | None:
    """What would be sent for these claims; None if there is no evidence for any of them."""
    prompt = companion(options.prompts, options.prompt, "repair")
    at_hand = [(each, messages.at_hand(each, evidence)) for each in failing]
    known = [(each, ids) for each, ids in at_hand if ids]
    return messages.repair(known, evidence, options, prompt) if known else None


def reword(
    failing: Sequence[Failing], evidence: Evidence, chat: Chat, options: Options
) -> Reworded:
    """Exactly these claims, put anew by the model from their own evidence (prompt `repair`).

    An answer that cannot be used proposes nothing: a note says so. A claim that cites nothing and
    whose findings show nothing cannot be put anew.

    Raises:
        ProviderError: the provider failed or refused (from `chat`).
    """
    asked = question(failing, evidence, options)
    if asked is None:
        return Reworded(proposals={}, spent=Spent(), notes=())
    read = functools.partial(mended, schema=asked.request.schema, evidence=evidence)
    try:
        proposals, spent, notes = ask(chat, asked, read)
    except Unusable as outcome:
        return Reworded(proposals={}, spent=outcome.spent, notes=(outcome.reason,))
    return Reworded(proposals=proposals, spent=spent, notes=notes)
