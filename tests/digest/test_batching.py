"""Digests whose answers come of batches, over a server of the Batch API."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.digest.batching import Batching
from summarizer.digest.configuration.reading import read_settings
from summarizer.digest.journal import Journal
from summarizer.digest.periods import begin_latest
from summarizer.digest.state.answers import SharedAnswers
from summarizer.write.chat.cache import key_at
from summarizer.write.chat.exchange import Message, Request
from tests.batch_server import BatchServer, batch_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.digest.state.store import Store
    from summarizer.write.chat.exchange import Chat
    from tests.digest.conftest import Place

NOW = "2026-11-21T06:00:00+01:00"
PERIOD = "2026-11-21T0600+0100"
DYING = Path(__file__).with_name("dying.py")
MODEL = """\
writer = "openai"
model = "gpt-5.4-mini"
base_url = "{url}"
batch = "{batch}"
"""


@pytest.fixture
def server() -> Iterator[BatchServer]:
    with batch_server() as server:
        yield server


def configure(place: Place, server: BatchServer, batch: str = "1m") -> None:
    place.configure(MODEL.format(url=server.url, batch=batch))


def outcomes(place: Place) -> tuple[list[str], dict[str, Any]]:
    """What became of the batches of a run, and its digest."""
    done = place.run("run", "morning", "--now", NOW)
    assert (done.returncode, done.stdout) == (0, f"morning {PERIOD}: complete, 1 story\n")
    events = [json.loads(line) for line in done.stderr.splitlines()]
    told = [each["outcome"] for each in events if each["event"] == "batch"]
    return told, place.digest(PERIOD)


def test_the_answers_of_a_batch_are_used_and_its_files_deleted(
    place: Place, server: BatchServer
) -> None:
    configure(place, server)
    told, digest = outcomes(place)
    assert told == ["sent", "answered"]
    assert (len(server.orders()), server.direct, server.files) == (1, [], {})
    writing = digest["stories"][0]["provenance"]["writing"]
    assert (writing["requests"], writing["stored"], writing["fallback"]) == (1, 0, None)
    assert digest["stories"][0]["provenance"]["tokens"] == {"input": 1000, "output": 400}


def test_what_follows_from_an_answer_is_the_next_batch(place: Place, server: BatchServer) -> None:
    server.first = "I would rather not say it in JSON."
    configure(place, server)
    told, digest = outcomes(place)
    assert told == ["sent", "answered", "sent", "answered"]
    assert ([len(each) for each in server.orders()], server.direct) == ([1, 1], [])
    assert digest["stories"][0]["provenance"]["writing"]["fallback"] is None


def test_what_a_batch_does_not_answer_is_asked_directly(place: Place, server: BatchServer) -> None:
    server.spoiled = 1
    configure(place, server)
    told, _ = outcomes(place)
    assert told == ["sent", "answered"]
    assert (len(server.orders()), len(server.direct)) == (1, 1)


@pytest.mark.parametrize("fault", ["absent", "refusal"])
def test_a_server_that_takes_no_batches_is_asked_directly(
    place: Place, server: BatchServer, fault: str
) -> None:
    server.absent = fault == "absent"
    server.refusal = "The model takes no batches." if fault == "refusal" else None
    configure(place, server)
    told, digest = outcomes(place)
    assert told == (["failed"] if fault == "absent" else ["sent", "failed"])
    assert (len(server.direct), digest["status"]) == (1, "complete")


def test_a_batch_that_was_sent_by_a_process_that_died_is_found_again(
    place: Place, server: BatchServer
) -> None:
    configure(place, server)
    command = [sys.executable, str(DYING), "digest.toml", "morning", NOW, "batched"]
    died = subprocess.run(command, cwd=place.folder, capture_output=True, check=False, timeout=60)
    assert (died.returncode, len(server.batches)) == (-signal.SIGKILL, 1)
    outcomes(place)
    assert (len(server.batches), server.direct) == (1, [])


def test_who_waits_for_a_batch_can_be_stopped_and_gone_on_with(
    place: Place, server: BatchServer
) -> None:
    server.looks = None
    configure(place, server, batch="24h")
    command = [sys.executable, "-m", "summarizer", "digest", "run", "morning", "--now", NOW]
    running = subprocess.Popen(command, cwd=place.folder, stderr=subprocess.DEVNULL)
    end = time.monotonic() + 60
    while not server.batches and time.monotonic() < end:
        time.sleep(0.05)
    began = time.monotonic()
    running.send_signal(signal.SIGINT)
    assert running.wait(30) != 0
    assert time.monotonic() - began < 20  # a look is a minute away
    server.looks = 1
    configure(place, server)
    outcomes(place)
    assert (len(server.batches), server.direct) == (1, [])


class Watched:
    """Batches of a run, looked at by a clock that is put on by hand."""

    def __init__(self, place: Place, server: BatchServer, store: Store) -> None:
        configure(place, server, batch="1h")
        order = read_settings(place.folder / "digest.toml").job("morning")
        run = begin_latest(store, order, datetime(2026, 11, 21, 6, tzinfo=UTC))
        self.told: list[str] = []
        self.now = 1000.0
        journal = Journal(self.told.append, people=True)
        assert order.model
        assert order.batch
        self.batching = Batching(
            order.model, order.batch, run, store, journal, clock=lambda: self.now
        )
        self.requests = [_request(each) for each in ("first", "second")]

    def gather(self, chat: Chat) -> None:
        for each in self.requests:
            try:
                chat(each)
            except Exception:  # noqa: BLE001, S112  (as the desk does: it waits for its answer)
                continue

    def look(self, after: timedelta) -> float:
        self.now = 1000 + after.total_seconds()
        return self.batching.look(self.gather, lambda _: None)


def _request(text: str) -> Request:
    message = Message(role="user", content=text)
    return Request(model="m", messages=(message,), schema_name="s", schema={}, max_tokens=9)


def test_a_batch_that_comes_too_late_is_cancelled_and_what_it_has_is_kept(
    place: Place, server: BatchServer, store: Store
) -> None:
    server.looks = None
    watched = Watched(place, server, store)
    looks = [watched.look(timedelta(minutes=each)) for each in (0, 59, 60, 61, 62)]
    assert looks == [60.0, 60.0, 60.0, 0.0, 0.0]
    assert [each.partition("outcome ")[2] for each in watched.told] == [
        "sent, requests 2",
        "cancelled",
        "answered, answers 1",
    ]
    answers = SharedAnswers(store)
    kept = [answers.get(_key(server, each)) for each in watched.requests]
    assert [each.batched if each else None for each in kept] == [True, None]


def test_a_batch_that_does_not_even_end_is_given_up(
    place: Place, server: BatchServer, store: Store
) -> None:
    server.looks, server.stubborn = None, True
    watched = Watched(place, server, store)
    looks = [watched.look(timedelta(minutes=each)) for each in (0, 61, 69, 71)]
    assert looks == [60.0, 60.0, 60.0, 0.0]
    assert watched.told[-1].endswith("outcome given-up")


def test_a_server_that_is_away_for_a_while_is_asked_again(
    place: Place, server: BatchServer, store: Store
) -> None:
    watched = Watched(place, server, store)
    server.away = True
    assert watched.look(timedelta()) == 60.0
    server.away = False
    looks = [watched.look(timedelta(minutes=each)) for each in (1, 2)]
    assert (looks, len(server.batches)) == ([60.0, 0.0], 1)


def _key(server: BatchServer, request: Request) -> str:
    return key_at(server.url, request.key)
