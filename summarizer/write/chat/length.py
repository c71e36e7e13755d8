"""Asking once more, with a higher limit, for an answer that met its limit of tokens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.model.summary import Tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.write.chat.exchange import Answer, Chat, Request

# A limit fits the answer that is expected; models that think before they write need more.
RAISE = 2


def raised(chat: Chat, notice: Callable[[str], None]) -> Chat:
    """A chat that raises the limit once; tokens and seconds are those of both answers."""

    def ask(request: Request) -> Answer:
        short = chat(request)
        if short.finish != "length":
            return short
        limit = request.max_tokens * RAISE
        notice(f"the answer was cut off at {request.max_tokens} tokens; asked again for {limit}")
        return _together(short, chat(replace(request, max_tokens=limit)))

    return ask


def _together(first: Answer, second: Answer) -> Answer:
    tokens = Tokens(
        input=first.tokens.input + second.tokens.input,
        output=first.tokens.output + second.tokens.output,
    )
    return replace(second, tokens=tokens, seconds=first.seconds + second.seconds)
