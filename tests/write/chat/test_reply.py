"""Whatever a server sends is an answer or a failure, never a surprise."""

from __future__ import annotations

import json
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import ProviderError
from summarizer.write.chat.exchange import Answer
from summarizer.write.chat.reply import answer

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
MESSAGES = st.fixed_dictionaries({}, optional={"content": VALUES, "refusal": VALUES}) | VALUES
CHOICES = st.fixed_dictionaries({"message": MESSAGES}, optional={"finish_reason": VALUES}) | VALUES
FIELDS = {"model": VALUES, "usage": VALUES, "error": VALUES}
DOCUMENTS = st.fixed_dictionaries({"choices": st.lists(CHOICES) | VALUES}, optional=FIELDS)


def read(content: bytes) -> Answer:
    return answer(content, model="m", host="127.0.0.1", seconds=0.0)


@given(st.binary())
def test_bytes(content: bytes) -> None:
    with suppress(ProviderError):
        assert isinstance(read(content), Answer)


@given(DOCUMENTS | VALUES)
def test_documents(document: object) -> None:
    with suppress(ProviderError):
        found = read(json.dumps(document).encode())
        found.text.encode()
        found.model.encode()
        assert min(found.tokens.input, found.tokens.output) >= 0
