"""Cassettes: requests and answers as files that people review, replayed exactly.

One file a request, `<schema>-<start of its key>.json`, with the request as it was sent, the answer,
and `recorded_from`, which says what answered. Texts are lists of their lines. Nothing in it depends
on the machine that recorded it but the seconds, and a key is no part of a request.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from summarizer.errors import InputError, UsageError
from summarizer.files import write_whole
from summarizer.write.chat.stored import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from summarizer.write.chat.exchange import Answer, Chat, Request

_KEY_SHOWN = 16


def replaying(folder: Path) -> Chat:
    """A chat that answers from a cassette alone.

    Raises:
        InputError: there is no such folder. The chat raises it for a file that was changed by hand,
            and UsageError for a request that was never recorded.
    """
    if not folder.is_dir():
        raise InputError(
            "no-cassette-folder", f"{folder} is no folder of recorded answers", "record it first"
        )

    def ask(request: Request) -> Answer:
        answer = recorded(folder, request)
        if answer is None:
            raise unknown(folder, request)
        return answer

    return ask


def recorded(folder: Path, request: Request) -> Answer | None:
    """The answer to this request that a folder has, None if it has none.

    Raises:
        InputError: the file was changed by hand.
    """
    path = _path(folder, request)
    return _read(path, request.key) if path.is_file() else None


def recording(chat: Chat, folder: Path, source: str) -> Chat:
    """A chat that writes what it is asked and answers into a folder; `source` is what answers.

    Raises:
        UsageError: the folder cannot be written to, as the chat may too.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise _unwritable(folder, reason) from reason

    def ask(request: Request) -> Answer:
        answer = chat(request)
        document = {
            "recorded_from": f"{answer.model} at {source}",
            "key": request.key,
            "request": _in_lines(request.body()),
            "answer": to_json(answer),
        }
        try:
            text = json.dumps(document, ensure_ascii=False, indent=2)
            write_whole(_path(folder, request), text + "\n")
        except OSError as reason:
            raise _unwritable(folder, reason) from reason
        return answer

    return ask


def _path(folder: Path, request: Request) -> Path:
    return folder / f"{request.schema_name}-{request.key[:_KEY_SHOWN]}.json"


def _in_lines(body: dict[str, Any]) -> dict[str, Any]:
    """The body of a request with the text of each message as a list of its lines."""
    messages = [each | {"content": each["content"].split("\n")} for each in body["messages"]]
    return body | {"messages": messages}


def _read(path: Path, key: str) -> Answer:
    """The answer in a file that was recorded for this key."""
    try:
        document = json.loads(path.read_bytes())
        if document["key"] == key:
            return from_json(document["answer"])
        problem = "its key is that of another request"
    except OSError as reason:
        problem = reason.strerror or "it cannot be read"
    except (ValueError, KeyError, TypeError, RecursionError) as reason:
        problem = f"it is no recorded answer: {reason}"
    raise InputError("bad-cassette", f"{path}: {problem}", "record it again with --record")


def unknown(folder: Path, request: Request) -> UsageError:
    """The error of a request that was never recorded, with what it differs in from one that was."""
    asked = _in_lines(request.body())
    differences = [_different(asked, each) for each in _recorded(folder, request.schema_name)]
    closest = min(differences, key=len, default=None)
    told = f"; the closest one differs in {', '.join(closest)}" if closest else ""
    return UsageError(
        "not-recorded",
        f"{folder} has no answer to this request ({request.schema_name} to {request.model}, key "
        f"{request.key[:_KEY_SHOWN]}){told}",
        "a change of prompt, evidence, model or parameters makes another request: record it with "
        "--record",
    )


def _recorded(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The requests of this name that were recorded, as far as they can be read."""
    for path in sorted(folder.glob(f"{name}-*.json")):
        try:
            request = json.loads(path.read_bytes())["request"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            continue
        if isinstance(request, dict):
            yield request


def _different(one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    """The fields in which two requests differ."""
    return [key for key in sorted(one | other) if one.get(key) != other.get(key)]


def _unwritable(folder: Path, reason: OSError) -> UsageError:
    told = f"{folder}: {reason.strerror or 'it cannot be written to'}"
    return UsageError("unwritable-cassette", told, "name another folder with --cassette")
