"""Two schedulers and three workers on one Postgres, killed, stopped and cut off: is anything lost?

    python -m benchmarks.digest_faults [--stories 500] [--per-minute 600]

The processes share nothing but the database, as on hosts of their own. While the digest of the
stories is made, one worker is killed, one is stopped for longer than a worker counts as alive and
goes on then, and Postgres is restarted. The model's server counts what it is asked, when, and how
often twice: from its log come the most requests in any minute and in any second, and how close
together one request more than a second may have came. It takes about four minutes.
"""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from benchmarks.answering_server import body, summary_of
from benchmarks.digest_jobs import chosen, configured
from summarizer.digest.configuration.reading import read_settings
from summarizer.digest.state import runs
from summarizer.digest.state.store import Store
from summarizer.digest.state.tables import LEDGER, STORIES
from summarizer.digest.state.workers import DEAD
from summarizer.write.chat.pace import Allowed
from tests.digest.postgres import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

MODEL = """\
writer = "openai"
model = "answering"
base_url = "{url}"
limits = {{ requests_per_minute = {per_minute}, concurrency = 4 }}
"""


@dataclass
class Asked:
    """What a model's server was asked: when, and each request how often."""

    moments: list[float] = field(default_factory=list)
    requests: Counter[bytes] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def most_within(self, seconds: float) -> int:
        """The most requests in any span of so many seconds."""
        most, first = 0, 0
        for last, moment in enumerate(self.moments):
            while self.moments[first] <= moment - seconds:
                first += 1
            most = max(most, last - first + 1)
        return most

    def shortest_with(self, count: int) -> float:
        """The seconds of the shortest span with so many requests."""
        spans = zip(self.moments, self.moments[count - 1 :], strict=False)
        return min((last - first for first, last in spans), default=float("inf"))


@contextmanager
def model(asked: Asked) -> Iterator[str]:
    """The address of a server that answers at once."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers["Content-Length"]))
            with asked.lock:
                asked.moments.append(time.monotonic())
                asked.requests[data] += 1
            answer = body(summary_of(json.loads(data)["messages"]))
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()


class Crew:
    """The processes that work, each with its own cache of answers and log."""

    def __init__(self, folder: Path) -> None:
        """Start two schedulers and three workers."""
        self._folder = folder
        self._names = ("serve", "serve", "worker", "worker", "worker")
        self.processes = [self._start(n, name) for n, name in enumerate(self._names)]

    def _start(self, number: int, command: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603  (this very program)
            # behind the server, which would otherwise be late to see what it is asked
            ["nice", sys.executable, "-m", "summarizer", "digest", command],  # noqa: S607  (in PATH)
            cwd=self._folder,
            stderr=(self._folder / f"log{number}").open("wb"),
        )

    def end(self) -> None:
        """End them as a host does."""
        for each in self.processes:
            each.send_signal(signal.SIGCONT)
            each.terminate()
        for name, each in zip(self._names, self.processes, strict=True):
            began = time.monotonic()
            each.wait(60)
            print(f"a process of {name} ended after {time.monotonic() - began:.1f} s")


def told(store: Store) -> int:
    """How many stories are written up; the database may be away for a moment."""
    query = sa.select(sa.func.count()).where(STORIES.c.outcome.is_not(None))
    try:
        with store.begin() as connection:
            return int(connection.execute(query).scalar_one())
    except sa.exc.OperationalError:
        return -1


def until(what: Any, seconds: float = 600) -> None:  # noqa: ANN401  (a condition)
    """Wait for it."""
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            sys.exit("it takes too long")
        time.sleep(0.1)


def main() -> None:
    """Run, disturb, and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=500)
    parser.add_argument("--per-minute", type=int, default=600)
    given = parser.parse_args()
    asked = Asked()
    with (
        tempfile.TemporaryDirectory() as folder,
        serving() as postgres,
        model(asked) as url,
    ):
        path = configured(
            Path(folder), postgres.url, MODEL.format(url=url, per_minute=given.per_minute)
        )
        settings = read_settings(path)
        store = Store(settings.state)
        period = chosen(store, settings.jobs[0], given.stories)
        began = time.monotonic()
        crew = Crew(Path(folder))
        _, _, first, second, _ = crew.processes
        until(lambda: told(store) >= given.stories // 5)
        first.kill()
        until(lambda: told(store) >= given.stories * 3 // 10)
        second.send_signal(signal.SIGSTOP)
        stopped = time.monotonic()
        until(lambda: told(store) >= given.stories * 4 // 10)
        postgres.stop()
        postgres.start()
        until(lambda: time.monotonic() - stopped > DEAD + 15)
        second.send_signal(signal.SIGCONT)
        until(lambda: told(store) == given.stories)
        until(lambda: not runs.unfinished(store, "yearly"))
        seconds = time.monotonic() - began
        time.sleep(10)  # who slept may yet do harm
        crew.end()
        report(store, Path(folder), period, asked, given)
        print(f"it took {seconds:.0f} s")
        store.close()


def report(
    store: Store, folder: Path, period: str, asked: Asked, given: argparse.Namespace
) -> None:
    """What became of it."""
    digest = json.loads((folder / "out" / "yearly" / period / "digest.json").read_bytes())
    with store.begin() as connection:
        deliveries = connection.execute(sa.select(LEDGER)).all()
        attempts = connection.execute(sa.select(STORIES.c.attempts)).scalars().all()
        left = connection.execute(
            sa.text("SELECT count(*) FROM dbos.workflow_status WHERE status <> 'SUCCESS'")
        ).scalar()
    repeated = sum(asked.requests.values()) - len(asked.requests)
    print(
        f"stories: {given.stories}, told: {len(digest['stories'])}, failed: {len(digest['failed'])}"
    )
    print(f"stories begun more than once: {sum(each > 1 for each in attempts)}")
    print(f"deliveries: {[(each.state, each.attempts) for each in deliveries]}")
    print(f"work of the engine that is not done: {left}")
    print(f"requests: {sum(asked.requests.values())}, of these repeated: {repeated}")
    share = Allowed(given.per_minute, None).within_a_second or 0
    print(f"most requests in any minute: {asked.most_within(60)} (allowed: {given.per_minute})")
    print(
        f"most requests in any second: {asked.most_within(1)} (allowed: {share});"
        f" {share + 1} came within {asked.shortest_with(share + 1):.2f} s at the closest"
    )


if __name__ == "__main__":
    main()
