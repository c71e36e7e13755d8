"""Asking a language model over the OpenAI protocol: one request, one answer.

`exchange` says what is asked and answered. A `Chat` is anything that answers; `open_chat` makes one
for a server, of parts that each wrap another: the client, retries, limits, the answer cache,
cassettes. `in_order` works on many stories at a time. openai and tenacity are imported at the first
question, not before.
"""

from __future__ import annotations

from summarizer.write.chat.keys import Key, read_key
from summarizer.write.chat.opening import list_models, only_model, open_chat
from summarizer.write.chat.pool import in_order
from summarizer.write.chat.settings import ChatSettings

__all__ = [
    "ChatSettings",
    "Key",
    "in_order",
    "list_models",
    "only_model",
    "open_chat",
    "read_key",
]
