"""Thirty simulated days of a job with forty feeds: do state, memory and time stay flat?

    python -m benchmarks.digest_month [--days 30]

Every day each of the feeds on a server of the benchmark names two new articles and those of the two
days before; ten stories a day are told by four outlets each. Runs keep seven days. Printed are, for
every fifth day, the seconds of the run, the state's size and the memory of the process.
"""

from __future__ import annotations

import argparse
import tempfile
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.many_stories import PLACES, memory
from summarizer.digest.configuration.reading import read_settings
from summarizer.digest.desk import Desk
from summarizer.digest.engine import Engine
from summarizer.digest.journal import Journal
from summarizer.digest.periods import begin_latest
from summarizer.digest.state import runs
from summarizer.digest.state.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

FEEDS = 40
FIRST = datetime(2026, 3, 1, 6, 0, tzinfo=UTC)
SETTINGS = """\
state = "state.db"
keep_days = 7
[job.morning]
schedule = "0 6 * * *"
feeds = [{feeds}]
max_stories = 5
allow_private_network = true
fetch = {{ delay = 0.001 }}
[job.morning.deliver]
folder = "out"
"""
PAGE = "<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{text}</article>"
TITLES = (
    "{a} {thing} shut after fire",
    "Fire shuts {a} {thing}",
    "{thing} of {a} damaged by flames",
    "Blaze at the {thing} in {a}",
)
# Sentences of a story; each outlet has four of them, in an order of its own.
SENTENCES = (
    "A fire damaged the {thing} in {a} on {day}, and {n} people were hurt.",
    "{b} {c}, the mayor of {a}, thanked the crews of {d} and {e} for their help.",
    "The {thing} belongs to the {f} family and made {g} for the shops of {d}.",
    "“We heard a bang from the {thing},” said {h} {e}, who sells {g} across the street.",
    "The police of {a} closed the bridge to {f} and asked drivers to go by {h}.",
    "Repairs of the {thing} will take {n} weeks, the council of {a} said.",
)


def page(day: int, feed: int, number: int) -> str:
    """An article: of a story that four outlets tell, or (number 1) of one that nobody else has."""
    story = 100 * day + (feed // 4 if number == 0 else 20 + feed)
    names = {key: name(story * 8 + n) for n, key in enumerate("abcdefgh")}
    day_name = (FIRST + timedelta(days=day)).strftime("%A")
    words = {**names, "thing": PLACES[story % 6], "n": str(3 + story % 40), "day": day_name}
    order = [(feed * 5 + n * (1 + feed % 2 * 4)) % 6 for n in range(4)]
    text = "".join(f"<p>{SENTENCES[each]}</p>" for each in dict.fromkeys((0, *order)))
    title = TITLES[feed % 4].format(**words)
    return PAGE.format(title=title, text=text.format(**words))


def name(number: int) -> str:
    """An invented name for each number."""
    parts = ("bel", "dor", "fen", "gar", "hol", "kel", "lun", "mor", "nor", "sel")
    return "".join(parts[int(digit)] for digit in str(number)).capitalize()


def entry(address: str, day: int) -> str:
    """An item of a feed."""
    date = format_datetime(FIRST + timedelta(days=day, hours=-3))
    return f"<item><title>Fire</title><link>{address}</link><pubDate>{date}</pubDate></item>"


def rss(feed: int, entries: Iterable[str]) -> str:
    """A feed with these items."""
    title = f"<title>Outlet {name(feed)}</title>"
    return f"<rss version='2.0'><channel>{title}{''.join(entries)}</channel></rss>"


def days_feed(day: int, feed: int, root: str) -> str:
    """What a feed names on a day: the articles of that day and of the two before."""
    days = [(then, number) for then in range(max(0, day - 2), day + 1) for number in range(2)]
    return rss(feed, (entry(f"{root}/page/{then}/{feed}/{n}", then) for then, n in days))


@dataclass(slots=True, kw_only=True)
class Web:
    """The server: its day, its pages (of day, feed, number) and its feeds (of day, feed, root)."""

    page: Callable[[int, int, int], str] = page
    feed: Callable[[int, int, str], str] = days_feed
    day: int = 0
    url: str = ""


@contextmanager
def serving(web: Web, host: str = "127.0.0.1") -> Iterator[None]:
    """Serve feeds and pages."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            kind, *numbers = self.path.strip("/").split("/")
            if kind == "page":
                day, feed, number = map(int, numbers)
                self._say(web.page(day, feed, number), "text/html; charset=utf-8")
            elif kind == "feed":
                root = f"http://{self.headers['Host']}"
                self._say(web.feed(web.day, int(numbers[0]), root), "application/rss+xml")
            else:
                self.send_error(404)

        def _say(self, text: str, kind: str) -> None:
            body = text.encode()
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = True
    web.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield
    server.shutdown()


def main() -> None:
    """Simulate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=30)
    days = parser.parse_args().days
    web = Web()
    with tempfile.TemporaryDirectory() as name, serving(web):
        folder = Path(name)
        feeds = ", ".join(f'"{web.url}/feed/{number}"' for number in range(FEEDS))
        path = folder / "digest.toml"
        path.write_text(SETTINGS.format(feeds=feeds), encoding="utf-8")
        settings = read_settings(path)
        store = Store(settings.state)
        print(
            "| day | s | stories | status | state, MiB | memory, MiB |\n|---|---|---|---|---|---|"
        )
        now = [FIRST]
        desk = Desk(settings, store, Journal(lambda _: None, people=False), lambda: now[0])
        with Engine(desk) as engine:  # resident, as `digest serve` is
            for day in range(days):
                web.day, now[0] = day, FIRST + timedelta(days=day)
                began = time.monotonic()
                run = begin_latest(store, settings.jobs[0], now[0])
                engine.wait(engine.start("morning", run.period))
                seconds = time.monotonic() - began
                digest = runs.digest_of(store, "morning", run.period)
                if digest and (day % 5 == 4 or day == 0):
                    size = sum(each.stat().st_size for each in folder.glob("state.db*"))
                    print(
                        f"| {day + 1} | {seconds:.1f} | {len(digest.stories)} | {digest.status}"
                        f" | {size / (1 << 20):.1f} | {memory():.0f} |",
                        flush=True,
                    )
        store.close()


if __name__ == "__main__":
    main()
