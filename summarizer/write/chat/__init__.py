"""Asking a language model over the OpenAI protocol: one request, one answer.

`exchange` says what is asked and answered. A `Chat` is anything that answers; `open_chat` makes one
for a server, of parts that each wrap another (see `opening`). `in_order` works on many stories at a
time. openai and tenacity are imported at the first question, not before.
"""

from __future__ import annotations

from summarizer.write.chat.cache import Cache, CacheInfo, cache_folder
from summarizer.write.chat.keys import Key, read_key
from summarizer.write.chat.opening import list_models, only_model, open_chat
from summarizer.write.chat.pool import in_order
from summarizer.write.chat.settings import ChatSettings
from summarizer.write.chat.timing import Timing

__all__ = [
    "Cache",
    "CacheInfo",
    "ChatSettings",
    "Key",
    "Timing",
    "cache_folder",
    "in_order",
    "list_models",
    "only_model",
    "open_chat",
    "read_key",
]
