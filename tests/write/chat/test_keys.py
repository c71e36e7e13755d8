"""Where a key comes from, and that it shows itself nowhere."""

from __future__ import annotations

import pickle
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summarizer.errors import UsageError
from summarizer.write.chat import ChatSettings, Key, read_key

if TYPE_CHECKING:
    from pathlib import Path


def revealed(key: Key | None) -> str | None:
    return key.reveal() if key else None


def test_the_first_place_that_is_given_counts(tmp_path: Path) -> None:
    option, named = tmp_path / "option", tmp_path / "named"
    option.write_text("sk-option\n")
    named.write_text("  sk-named  \r\n")
    both = {"OPENAI_API_KEY": "sk-variable", "OPENAI_API_KEY_FILE": str(named)}
    assert revealed(read_key(both, option)) == "sk-option"
    assert revealed(read_key(both)) == "sk-variable"
    assert revealed(read_key(both | {"OPENAI_API_KEY": " "})) == "sk-named"
    assert read_key({}) is None


@pytest.mark.parametrize(
    "content", ["", " \n", "sk-one\nsk-two", "sk-wíth-accent", "sk-\x00", "k" * 10_000]
)
def test_a_file_that_holds_no_key(tmp_path: Path, content: str) -> None:
    path = tmp_path / "key"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_key({"OPENAI_API_KEY_FILE": str(path)})
    assert caught.value.code == "bad-key"
    assert caught.value.message.startswith(f"OPENAI_API_KEY_FILE: {path}")
    assert "sk-" not in caught.value.message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"--api-key-file: .*No such file"):
        read_key({}, tmp_path / "none")


def test_a_key_shows_itself_nowhere() -> None:
    settings = replace(ChatSettings(key=Key("sk-secret")), timeout=1)
    assert "sk-secret" not in f"{settings!r}{settings.key}{settings.key!r}"
    with pytest.raises(TypeError, match="not stored"):
        pickle.dumps(settings.key)


def test_a_word_that_stands_in_for_a_key_stays_in_answers() -> None:
    assert Key("x").hidden("six boxes") == "six boxes"
    assert Key("sk-secret").hidden("my sk-secret here") == "my [key] here"
