"""How a model is asked to write, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.model.summary import Tokens

if TYPE_CHECKING:
    from summarizer.model.findings import Finding
    from summarizer.model.summary import Citation, Claim, Conflict, PromptReference
    from summarizer.write.prompted.evidence import Evidence
    from summarizer.write.prompted.prompt import Prompt
    from summarizer.write.prompted.prompts import Prompts


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a run asks for; `prompt` is the main one, `prompts` has those it works with.

    `datamarking` puts a mark between the words of articles, so that they cannot pass for orders.
    `max_tokens` limits an answer, None leaves room for it and for some thought.
    """

    model: str
    prompts: Prompts
    prompt: Prompt
    max_words: int
    max_sentences: int
    temperature: float | None = None
    seed: int | None = None
    datamarking: bool = False
    max_tokens: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What requests took; `stored` of the `requests` were answered from store and cost nothing.

    `tokens` are those paid for now, `seconds` the time the model took for them.
    """

    tokens: Tokens = field(default_factory=lambda: Tokens(input=0, output=0))
    requests: int = 0
    stored: int = 0
    seconds: float = 0.0

    def __add__(self, other: Spent) -> Spent:
        """Both together."""
        mine, theirs = self.tokens, other.tokens
        return Spent(
            tokens=Tokens(input=mine.input + theirs.input, output=mine.output + theirs.output),
            requests=self.requests + other.requests,
            stored=self.stored + other.stored,
            seconds=self.seconds + other.seconds,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A claim as the model proposes it, the headline too (its claim has the id "headline").

    `further` are citations of sentences that the cited ones stand for; they may be added where the
    check passes with them. `faults` are what is wrong with it whatever the check says: an unknown
    id, a quotation that its sentence does not have, markup. With faults it may not be published.
    """

    claim: Claim
    further: tuple[Citation, ...]
    faults: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What the model wrote; `notes` say what was odd about its answers, for people."""

    headline: Proposal
    claims: tuple[Proposal, ...]
    conflicts: tuple[Conflict, ...]
    evidence: Evidence
    prompt: PromptReference
    spent: Spent
    notes: tuple[str, ...]


class Unusable(Exception):  # noqa: N818  (an outcome with a way on, not a failure)
    """No answer that can be used came, after all tries; the extractive writer takes over.

    `reason` is for people and provenance, in a few words; `spent` is what it cost.
    """

    def __init__(self, reason: str, spent: Spent) -> None:
        """Keep why, and what it cost."""
        super().__init__(reason)
        self.reason = reason
        self.spent = spent
