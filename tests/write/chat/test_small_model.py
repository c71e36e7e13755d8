"""A real model behind a real server: the protocol as another program speaks it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from summarizer.errors import ProviderError
from summarizer.write.chat import ChatSettings, list_models, only_model, open_chat
from tests.question import question
from tests.small_model import NAME

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.write.chat.exchange import Request

SCHEMA = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "maxLength": 20},
        "sentence": {"enum": ["s1.1", "s1.2"]},
    },
    "required": ["name", "sentence"],
    "additionalProperties": False,
}


@pytest.fixture
def request_() -> Request:
    text = "s1.1 Ida Holm is the mayor. s1.2 The harbour is closed. Who is the mayor, says which?"
    return question(text, model=NAME, schema=SCHEMA, max_tokens=60, seed=1, temperature=0.0)


def test_its_name_can_be_asked_for(small_model: str) -> None:
    settings = ChatSettings(base_url=small_model)
    assert (list_models(settings), only_model(settings)) == ((NAME,), NAME)


def test_it_answers_by_the_schema_and_again_for_nothing(
    small_model: str, request_: Request, tmp_path: Path
) -> None:
    notes: list[str] = []
    settings = ChatSettings(base_url=small_model, cache=tmp_path)
    answer = open_chat(settings, notice=notes.append)(request_)
    found = json.loads(answer.text)
    assert set(found) == {"name", "sentence"}
    assert found["sentence"] in {"s1.1", "s1.2"}
    assert (answer.finish, answer.model, notes) == ("stop", NAME, [])
    assert min(answer.tokens.input, answer.tokens.output) > 0
    assert open_chat(settings)(request_).text == answer.text


def test_an_answer_without_room_is_cut_off(small_model: str) -> None:
    request = question("Tell a story.", model=NAME, max_tokens=3)
    answer = open_chat(ChatSettings(base_url=small_model))(request)
    assert (answer.finish, answer.tokens.output) == ("length", 3)


def test_a_request_that_is_too_long_is_named_so(small_model: str) -> None:
    with pytest.raises(ProviderError) as caught:
        open_chat(ChatSettings(base_url=small_model))(question("word " * 9000, model=NAME))
    assert caught.value.code == "request-too-long"
