"""Answers that were paid for, kept on disk so that nothing is paid for twice.

One file an answer, named by the SHA-256 of the server's address and the request. A lock for each
lets only one of several processes or threads ask: the others wait for its answer.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from summarizer.files import write_whole
from summarizer.write.chat.stored import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from summarizer.write.chat.exchange import Answer, Chat, Request
    from summarizer.write.chat.settings import ChatSettings
    from summarizer.write.chat.timing import Timing

# Bytes: about 12,000 answers. Beyond it those that were not used for longest go.
LIMIT = 100 << 20
# After so many answers the size is looked at again, and goes down to this part of the limit.
_BETWEEN = 64
_DOWN_TO = 0.9
# Seconds after which the file of a process that was ended in the middle is a leftover.
_LEFTOVER = 86_400.0
_ENDING = ".json"


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheInfo:
    """How many answers there are, and their bytes on disk."""

    folder: Path
    answers: int
    size: int


def cache_folder(environment: Mapping[str, str]) -> Path | None:
    """SUMMARIZER_CACHE_DIR, else the platform's folder for caches; None if there is no home."""
    if given := environment.get("SUMMARIZER_CACHE_DIR"):
        return Path(given)
    if sys.platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return Path(local) / "summarizer" / "Cache" if local else None
    if sys.platform != "darwin" and (folder := environment.get("XDG_CACHE_HOME")):
        return Path(folder) / "summarizer"
    home = environment.get("HOME")
    below = "Library/Caches" if sys.platform == "darwin" else ".cache"
    return Path(home) / below / "summarizer" if home else None


class Answers(Protocol):
    """Where answers are kept, by the SHA-256 of the server's address and the request."""

    def get(self, key: str) -> Answer | None:
        """The answer of this key, None if there is none."""

    def put(self, key: str, answer: Answer) -> None:
        """Keep an answer."""

    def delete(self, key: str) -> None:
        """Keep the answer of this key no longer."""

    def alone(
        self, key: str, *, seconds: float, given_up: Callable[[], bool]
    ) -> AbstractContextManager[None]:
        """Be the only one that asks for this key, as far as that can be, or have waited so long."""


class Cache:
    """The answers in one folder. A folder that cannot be read or written holds none."""

    def __init__(self, folder: Path, *, limit: int = LIMIT) -> None:
        """Use a folder, which is made when the first answer is kept."""
        self._folder = folder
        self._limit = limit
        self._kept = 0

    def get(self, key: str) -> Answer | None:
        """The answer of this key, which counts as used now; None if there is none that is whole."""
        path = self._path(key)
        try:
            document = json.loads(path.read_bytes())
            answer = from_json(document["answer"]) if document["key"] == key else None
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        with suppress(OSError):
            os.utime(path)
        return answer

    def put(self, key: str, answer: Answer) -> None:
        """Keep an answer; now and then make room."""
        document = {"key": key, "answer": to_json(answer)}
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(self._path(key), json.dumps(document, ensure_ascii=False))
        if self._kept % _BETWEEN == 0:
            self._make_room()
        self._kept += 1

    def delete(self, key: str) -> None:
        """Keep the answer of this key no longer."""
        with suppress(OSError):
            self._path(key).unlink()

    @contextmanager
    def alone(self, key: str, *, seconds: float, given_up: Callable[[], bool]) -> Iterator[None]:
        """Be the only one that asks for this key, or have waited so long.

        The lock's file goes with its last holder: who waited for a file that is gone tries anew.
        """
        from filelock import FileLock, Timeout  # noqa: PLC0415  (only who asks a model locks)

        path = self._path(key).with_suffix(".lock")
        lock = FileLock(path, timeout=seconds)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock.acquire(cancel_check=given_up)
        except (OSError, Timeout, NotImplementedError):  # asking twice beats not asking
            yield
            return
        try:
            yield
        finally:
            with suppress(OSError):  # Windows deletes no open file
                path.unlink(missing_ok=True)
            lock.release()

    def info(self) -> CacheInfo:
        """What is kept now."""
        files = self._answers()
        return CacheInfo(
            folder=self._folder, answers=len(files), size=sum(size for _, size, _ in files)
        )

    def clear(self) -> CacheInfo:
        """Delete all answers; says what there was."""
        before = self.info()
        for _, _, path in self._answers():
            with suppress(OSError):
                path.unlink()
        self._sweep(older_than=0)
        return before

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{_ENDING}"

    def _answers(self) -> list[tuple[float, int, Path]]:
        """The time of the last use, size and path of each answer, longest unused first."""
        return sorted(self._files(_ENDING))

    def _files(self, *endings: str) -> Iterator[tuple[float, int, Path]]:
        with suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.name.endswith(endings):
                    with suppress(OSError):  # another process deleted it
                        status = entry.stat(follow_symlinks=False)
                        yield status.st_mtime, status.st_size, Path(entry.path)

    def _make_room(self) -> None:
        """Delete what was unused longest until the folder is within its limit."""
        files = self._answers()
        size = sum(each for _, each, _ in files)
        if size > self._limit:
            for _, bytes_, path in files:
                if size <= self._limit * _DOWN_TO:
                    break
                with suppress(OSError):
                    path.unlink()
                size -= bytes_
        self._sweep(older_than=_LEFTOVER)

    def _sweep(self, *, older_than: float) -> None:
        """Delete what processes that were ended left behind."""
        now = time.time()
        for moment, _, path in self._files(".part", ".lock"):
            if now - moment >= older_than:
                with suppress(OSError):
                    path.unlink()


def key_at(url: str, request: str) -> str:
    """The key of the answer that the server at an address gives to the request of this key."""
    return hashlib.sha256(f"{url}\n{request}".encode()).hexdigest()


def cached(chat: Chat, cache: Answers, settings: ChatSettings, timing: Timing) -> Chat:
    """A chat that asks only what no stored answer answers.

    Kept is every answer with a text, also one that was cut off, until somebody says `forget`.
    """

    def ask(request: Request) -> Answer:
        key = key_at(settings.url, request.key)
        forget = functools.partial(cache.delete, key)
        if kept := cache.get(key):
            return replace(kept, forget=forget)
        wait = settings.deadline
        with cache.alone(key, seconds=wait, given_up=timing.stop.is_set):
            if kept := cache.get(key):
                return replace(kept, forget=forget)
            answer = chat(request)
            if answer.text.strip():
                cache.put(key, answer)
            return replace(answer, forget=forget)

    return ask
