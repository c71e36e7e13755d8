"""Prompts: files of words, released ones never changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.model.summary import PromptReference
    from summarizer.write.chat.exchange import Message

Strategy = Literal["one-call", "plan-then-write", "plan", "repair"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A prompt; `reference` names it in provenance, `variables` are those it must be given."""

    reference: PromptReference
    strategy: Strategy
    variables: tuple[str, ...]
    system: str
    user: str

    def messages(self, **given: object) -> tuple[Message, ...]:
        """The messages with the variables put in."""
        raise NotImplementedError


class Prompts:
    """The released prompts, and those of a folder of one's own before them."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read the index; `folder` (--prompts-dir) adds or replaces prompts.

        Raises:
            UsageError: a released file was changed, or the folder cannot be read.
        """
        raise NotImplementedError

    def find(self, name: str) -> Prompt:
        """The prompt `NAME` (its current version) or `NAME@VERSION`.

        Raises:
            UsageError: there is none, or it is no prompt that can be used.
        """
        raise NotImplementedError
