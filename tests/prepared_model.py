"""A model whose answers are written down beforehand, and the form of an answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from summarizer.model.summary import Tokens
from summarizer.write.chat.exchange import Answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.write.chat.exchange import Finish, Request


class PreparedModel:
    """A chat that gives prepared answers in turn and keeps what it was asked."""

    def __init__(
        self,
        *answers: Any,  # noqa: ANN401  (any JSON value)
        finish: Sequence[Finish] = (),
        stored: bool = False,
    ) -> None:
        """Texts are answered as they are, everything else as JSON; each with its `finish`."""
        self._answers = [each if isinstance(each, str) else json.dumps(each) for each in answers]
        self._finish = [*finish]
        self._stored = stored
        self.asked: list[Request] = []

    def __call__(self, request: Request) -> Answer:
        """The next answer."""
        number = len(self.asked)
        self.asked.append(request)
        return Answer(
            text=self._answers[number],
            finish=self._finish[number] if number < len(self._finish) else "stop",
            model=request.model,
            tokens=Tokens(input=100, output=10),
            seconds=1.0,
            stored=self._stored,
        )


def claim(*sentences: str, **fields: object) -> dict[str, Any]:
    """A claim of an answer with all its fields."""
    usual = {
        "sentences": [*sentences],
        "speaker": None,
        "role": None,
        "cue": None,
        "via": [],
        "quotations": [],
        "text": "A fire destroyed the grain store in Pelm on Tuesday.",
        "kind": "event",
    }
    return usual | fields
