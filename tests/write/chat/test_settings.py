"""Settings with which no model can be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from summarizer.errors import InputError, UsageError
from summarizer.write.chat import ChatSettings, Key, open_chat

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({}, "no-key"),
        ({"base_url": "ftp://127.0.0.1/v1"}, "bad-base-url"),
        ({"base_url": "127.0.0.1:8080"}, "bad-base-url"),
        ({"base_url": "http:///v1"}, "bad-base-url"),
        ({"base_url": "http://127.0.0.1:port/v1"}, "bad-base-url"),
        ({"base_url": "http://[::1/v1"}, "bad-base-url"),
        ({"base_url": "https://me:sk-secret@127.0.0.1/v1"}, "bad-base-url"),
        ({"base_url": "https://127.0.0.1/v1?key=sk-secret"}, "bad-base-url"),
        ({"base_url": "http://127.0.0.1/v1", "timeout": 0}, "bad-limit"),
        ({"base_url": "http://127.0.0.1/v1", "deadline": float("nan")}, "bad-limit"),
        ({"base_url": "http://127.0.0.1/v1", "requests_per_minute": 0}, "bad-limit"),
        ({"base_url": "http://127.0.0.1/v1", "concurrency": -1}, "bad-limit"),
        ({"base_url": "http://127.0.0.1/v1", "record": True}, "no-cassette"),
    ],
)
def test_what_cannot_be(settings: dict[str, Any], code: str) -> None:
    with pytest.raises(UsageError) as caught:
        open_chat(ChatSettings(**settings))
    assert caught.value.code == code
    assert "sk-secret" not in caught.value.message


@pytest.mark.parametrize(
    ("settings", "host"),
    [
        ({"key": Key("sk-secret")}, "api.openai.com"),
        ({"base_url": "http://127.0.0.1:8080/v1/"}, "127.0.0.1:8080"),
        ({"base_url": "http://[::1]:8080/v1"}, "[::1]:8080"),
    ],
)
def test_where_requests_go(settings: dict[str, Any], host: str) -> None:
    made = ChatSettings(**settings)
    open_chat(made)
    assert made.host == host


def test_a_cassette_needs_neither_key_nor_server(tmp_path: Path) -> None:
    open_chat(ChatSettings(cassette=tmp_path))
    with pytest.raises(InputError) as caught:
        open_chat(ChatSettings(cassette=tmp_path / "none"))
    assert caught.value.code == "no-cassette-folder"
