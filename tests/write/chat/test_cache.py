"""Nothing is paid for twice: stored answers, locks, and the limit of size."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.model.summary import Tokens
from summarizer.write.chat import Cache, cache_folder
from summarizer.write.chat.exchange import Answer
from tests.fault_server import Fault, answers, fails
from tests.question import question

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.write.chat.exchange import Chat
    from tests.fault_server import FaultServer

GOOD = answers('{"name": "Ida Holm"}')
ASKING = """
import sys
from pathlib import Path
from summarizer.write.chat import ChatSettings, open_chat
from tests.question import question
chat = open_chat(ChatSettings(base_url=sys.argv[1], cache=Path(sys.argv[2])))
print(chat(question()).stored)
"""


def kept(text: str) -> Answer:
    tokens = Tokens(input=1, output=2)
    return Answer(text=text, finish="stop", model="m", tokens=tokens, seconds=0.5, stored=True)


def test_an_answer_is_paid_for_once(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    tmp_path: Path,
) -> None:
    fault_server.give(GOOD)
    first = opened(cache=tmp_path)(question())
    again = opened(cache=tmp_path)(question())  # another run: only the folder is common
    assert len(fault_server.requests) == 1
    assert (first.stored, again.stored) == (False, True)
    assert (again.text, again.tokens, again.model) == (first.text, first.tokens, first.model)


@pytest.mark.parametrize(
    "other", [{"text": "Who else?"}, {"model": "other"}, {"seed": 1}, {"max_tokens": 41}]
)
def test_another_question_is_another_answer(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    tmp_path: Path,
    other: dict[str, Any],
) -> None:
    fault_server.give(GOOD)
    chat = opened(cache=tmp_path)
    chat(question())
    chat(question(**other))
    assert len(fault_server.requests) == 2


def test_another_server_is_another_answer(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    tmp_path: Path,
) -> None:
    fault_server.give(GOOD)
    opened(cache=tmp_path)(question())
    other = fault_server.url.replace("127.0.0.1", "localhost")
    opened(cache=tmp_path, base_url=other)(question())
    assert len(fault_server.requests) == 2


@pytest.mark.parametrize(
    ("fault", "paid"),
    [(answers(""), 2), (answers("{", finish_reason="length"), 1)],
    ids=["empty", "cut off"],
)
def test_what_is_no_answer_is_not_kept(
    opened: Callable[..., Chat], fault_server: FaultServer, tmp_path: Path, fault: Fault, paid: int
) -> None:
    fault_server.give(fault)
    chat = opened(cache=tmp_path)
    assert chat(question()).finish == chat(question()).finish
    assert len(fault_server.requests) == paid


def test_an_answer_is_kept_until_somebody_says_to_forget_it(
    opened: Callable[..., Chat], fault_server: FaultServer, tmp_path: Path
) -> None:
    fault_server.give(GOOD)
    chat = opened(cache=tmp_path)
    chat(question()).forget()
    chat(question())
    chat(question()).forget()  # a stored one
    assert chat(question()).stored is False
    assert len(fault_server.requests) == 3


def test_a_failure_leaves_neither_an_answer_nor_a_lock(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    tmp_path: Path,
) -> None:
    fault_server.give(fails(400), GOOD)
    chat = opened(cache=tmp_path)
    with pytest.raises(Exception, match="refuses the request"):
        chat(question())
    assert list(tmp_path.iterdir()) == []
    assert chat(question()).stored is False


def test_threads_that_ask_the_same_pay_once(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    tmp_path: Path,
) -> None:
    fault_server.give(Fault(body=GOOD.body, drip=0.0005))
    chat, found = opened(cache=tmp_path), []
    threads = [threading.Thread(target=lambda: found.append(chat(question()))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(fault_server.requests) == 1
    assert sorted(answer.stored for answer in found) == [False] + [True] * 5
    assert [path.suffix for path in tmp_path.iterdir()] == [".json"]


def test_processes_that_ask_the_same_pay_once(fault_server: FaultServer, tmp_path: Path) -> None:
    arrived, go_on = threading.Event(), threading.Event()

    def hold(_: object) -> Fault:
        arrived.set()
        go_on.wait(30)
        return GOOD

    fault_server.made = hold
    command = [sys.executable, "-c", ASKING, fault_server.url, str(tmp_path)]
    root = Path(__file__).parents[3]
    first, second = (
        subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) for _ in range(2)
    )
    assert arrived.wait(30)
    with pytest.raises(subprocess.TimeoutExpired):  # neither can be done while one is held
        first.wait(0.2)
    go_on.set()
    told = sorted(process.communicate(timeout=30)[0].strip() for process in (first, second))
    assert told == ["False", "True"]
    assert len(fault_server.requests) == 1


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"key": "k"}', '{"key": "other", "answer": {}}', "\x00\xff"]
)
def test_a_damaged_file_is_no_answer(tmp_path: Path, damage: str) -> None:
    cache = Cache(tmp_path)
    cache.put("k", kept("text"))
    assert cache.get("k") == kept("text")
    (tmp_path / "k.json").write_bytes(damage.encode("latin-1"))
    assert cache.get("k") is None


@pytest.mark.parametrize("text", ["{}", "", "a\nb\r\nc\u2028d\n", "“ä” 😀 \ufffd"])
def test_a_text_comes_back_exactly(tmp_path: Path, text: str) -> None:
    cache = Cache(tmp_path)
    cache.put("k", kept(text))
    assert cache.get("k") == kept(text)


def test_what_was_unused_longest_goes_first(tmp_path: Path) -> None:
    Cache(tmp_path).put("a", kept("x" * 1000))
    size = Cache(tmp_path).info().size
    for name in ("b", "c", "d"):
        Cache(tmp_path).put(name, kept("x" * 1000))
    for age, name in enumerate(("b", "d", "a", "c")):  # c was used last, long ago
        os.utime(tmp_path / f"{name}.json", (age, age))
    Cache(tmp_path).get("b")  # now b was
    Cache(tmp_path, limit=4 * size).put("e", kept("x" * 1000))
    assert sorted(path.stem for path in tmp_path.iterdir()) == ["b", "c", "e"]


def test_leftovers_of_ended_processes_go(tmp_path: Path) -> None:
    for name in ("old.part", "old.lock", "new.part", "new.lock"):
        (tmp_path / name).touch()
    for name in ("old.part", "old.lock"):
        os.utime(tmp_path / name, (1, 1))
    Cache(tmp_path).put("a", kept("x"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "new.lock", "new.part"]


def test_the_cache_says_what_it_holds_and_is_cleared(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("a", kept("x"))
    cache.put("b", kept("y"))
    (tmp_path / "README").write_text("not ours")
    before = cache.info()
    assert (before.folder, before.answers) == (tmp_path, 2)
    assert before.size == 2 * (tmp_path / "a.json").stat().st_size
    assert cache.clear() == before
    assert [path.name for path in tmp_path.iterdir()] == ["README"]


def test_a_folder_that_cannot_be_made_keeps_nothing_and_breaks_nothing(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    tmp_path: Path,
) -> None:
    fault_server.give(GOOD)
    (tmp_path / "file").touch()
    chat = opened(cache=tmp_path / "file" / "cache")
    assert (chat(question()).stored, chat(question()).stored) == (False, False)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="other platforms, other folders")
@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"SUMMARIZER_CACHE_DIR": "/a", "XDG_CACHE_HOME": "/b", "HOME": "/c"}, "/a"),
        ({"XDG_CACHE_HOME": "/b", "HOME": "/c"}, "/b/summarizer"),
        ({"HOME": "/c"}, "/c/.cache/summarizer"),
        ({}, None),
    ],
)
def test_where_the_cache_is(environment: dict[str, str], expected: str | None) -> None:
    assert cache_folder(environment) == (Path(expected) if expected else None)
