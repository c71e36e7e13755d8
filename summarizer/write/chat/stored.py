"""An answer as JSON and back, for what keeps answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from summarizer.model.codec import decode, encode
from summarizer.model.summary import Tokens  # noqa: TC001  (the codec reads the hints)
from summarizer.write.chat.exchange import Answer, Finish


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAnswer:
    """An answer apart from what tells of one run; its text in lines, so that people can read it."""

    text: tuple[str, ...]
    finish: Finish
    model: str
    tokens: Tokens
    seconds: float


def to_json(answer: Answer) -> dict[str, Any]:
    """The answer as a JSON object."""
    document: dict[str, Any] = encode(
        StoredAnswer(
            text=tuple(answer.text.split("\n")),
            finish=answer.finish,
            model=answer.model,
            tokens=answer.tokens,
            seconds=answer.seconds,
        )
    )
    return document


def from_json(document: object) -> Answer:
    """The answer that `to_json` was given, with `stored` set.

    Raises:
        ValueError: it is no such document.
    """
    kept = decode(StoredAnswer, document)
    return Answer(
        text="\n".join(kept.text),
        finish=kept.finish,
        model=kept.model,
        tokens=kept.tokens,
        seconds=kept.seconds,
        stored=True,
    )
