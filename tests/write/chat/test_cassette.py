"""Recorded answers: readable, exact, and none for what was never asked."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summarizer.errors import InputError, UsageError
from summarizer.write.chat import ChatSettings, Key, open_chat
from summarizer.write.chat.exchange import Message
from tests.fault_server import answers
from tests.question import question

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from summarizer.write.chat.exchange import Chat
    from tests.fault_server import FaultServer

TEXT = '{\r\n  "name": "Ida “Ö” Holm"\n}\n'


@pytest.fixture
def recorded(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    tmp_path: Path,
) -> Path:
    """A folder with the answer to one question of two lines."""
    fault_server.give(answers(TEXT, model="small-1"))
    chat = opened(cassette=tmp_path / "tape", record=True, key=Key("sk-secret"))
    chat(question("Line one.\nLine two."))
    return tmp_path / "tape"


def replayed(folder: Path) -> Chat:
    return open_chat(ChatSettings(cassette=folder))


def test_what_was_recorded_comes_back_exactly(recorded: Path, fault_server: FaultServer) -> None:
    answer = replayed(recorded)(question("Line one.\nLine two."))
    assert (answer.text, answer.model, answer.stored) == (TEXT, "small-1", True)
    assert len(fault_server.requests) == 1


def test_a_file_can_be_reviewed_and_holds_no_key(recorded: Path) -> None:
    (path,) = recorded.iterdir()
    request = question("Line one.\nLine two.")
    document = json.loads(path.read_text(encoding="utf-8"))
    assert path.name == f"person-{request.key[:16]}.json"
    assert document["recorded_from"] == "small-1 at 127.0.0.1"
    assert document["request"]["messages"][0]["content"] == ["Line one.", "Line two."]
    assert document["answer"]["text"] == ["{\r", '  "name": "Ida “Ö” Holm"', "}", ""]
    assert "sk-secret" not in path.read_text(encoding="utf-8")


def test_recording_again_writes_the_same_bytes(recorded: Path, opened: Callable[..., Chat]) -> None:
    (path,) = recorded.iterdir()
    before = path.read_bytes()
    path.unlink()
    opened(cassette=recorded, record=True)(question("Line one.\nLine two."))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"model": "other"}, "; the closest one differs in model"),
        ({"seed": 4, "max_tokens": 9}, "; the closest one differs in max_completion_tokens, seed"),
        ({"messages": (Message(role="user", content="Hm?"),)}, "differs in messages"),
        ({"schema_name": "place"}, "key "),
    ],
    ids=["model", "parameters", "messages", "name"],
)
def test_an_unknown_request_is_an_error_that_says_what_differs(
    recorded: Path, change: dict[str, object], told: str
) -> None:
    request = replace(question("Line one.\nLine two."), **change)  # type: ignore[arg-type]
    with pytest.raises(UsageError) as caught:
        replayed(recorded)(request)
    assert caught.value.code == "not-recorded"
    assert told in caught.value.message


@pytest.mark.parametrize("content", ["", "[]", '{"key": "x"}', None])
def test_a_file_that_was_changed_is_an_error(recorded: Path, content: str | None) -> None:
    (path,) = recorded.iterdir()
    document = json.loads(path.read_text(encoding="utf-8"))
    changed = json.dumps(document | {"answer": {}}) if content is None else content
    path.write_text(changed, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        replayed(recorded)(question("Line one.\nLine two."))
    assert caught.value.code == "bad-cassette"
    assert str(path) in caught.value.message


def test_a_folder_that_cannot_be_written_to(opened: Callable[..., Chat], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError) as caught:
        opened(cassette=tmp_path / "file" / "tape", record=True)
    assert caught.value.code == "unwritable-cassette"


def test_a_stored_answer_can_be_recorded_without_paying_again(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    tmp_path: Path,
) -> None:
    fault_server.give(answers(TEXT))
    opened(cache=tmp_path / "cache")(question())
    opened(cache=tmp_path / "cache", cassette=tmp_path / "tape", record=True)(question())
    assert replayed(tmp_path / "tape")(question()).text == TEXT
    assert len(fault_server.requests) == 1
