"""One run over many feeds by stage, and what becomes of hostile addresses.

    python -m benchmarks.fetching [--feeds 40] [--items 50] [--delay 0]
    python -m benchmarks.fetching --addresses

The feeds and their pages are invented; each feed has a host of its own (127.0.1.n), served by
another process. Stages: the feeds are asked and parsed, the pages are asked for (with robots.txt),
and what came is read. Then everything at once, as a job does it, and once more seven hours later,
when nothing has changed. CPU is that of the fetching process alone.

`--addresses` asks for every address of `tests.hostile_targets`, with nothing allowed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import multiprocessing
import resource
import threading
import time
from collections import Counter
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from summarizer.digest.fetching.asking import Asking
from summarizer.digest.fetching.collect import collect
from summarizer.digest.fetching.memory import MemoryOfOneRun, Validators
from summarizer.digest.fetching.pages import offered
from summarizer.digest.fetching.polling import poll
from summarizer.digest.fetching.turns import host_by_host
from summarizer.errors import InputError
from summarizer.read import article
from summarizer.read.load import load
from summarizer.read.web.fetch import safe_fetch
from summarizer.read.web.page import ACCEPT, page_of, readable
from summarizer.read.web.policy import FetchPolicy
from tests.digest.fetching.newsroom import LIMITS, NOW, feed, item, page, source, story
from tests.hostile_targets import resolver, targets
from tests.web_server import Page, serving

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from multiprocessing.connection import Connection

    from summarizer.digest.model import FeedSource
    from summarizer.digest.settings import FetchSettings

MARKS = {"ETag": '"1"', "Last-Modified": "Sat, 21 Nov 2026 04:00:00 GMT"}


def unless_known(told: Page, headers: Mapping[str, str]) -> Page:
    """The page, or that it has not changed."""
    known = headers.get("if-none-match") == MARKS["ETag"]
    return Page(status=304, headers=MARKS) if known else replace(told, headers=MARKS)


def serve(feeds: int, items: int, tell: Connection) -> None:
    """Serve the sites until the process ends."""
    with ExitStack() as stack:
        addresses = []
        for n in range(feeds):
            site = stack.enter_context(serving(host=f"127.0.1.{n + 1}"))
            for m in range(items):
                told = page(n + m, "".join(story(k) for k in range(m % 7)))
                site.give(f"/{m}", partial(unless_known, told))
            listed = feed(item(f"/{m}", hours=m % 20) for m in range(items))
            addresses.append(site.give("/feed", partial(unless_known, listed)))
        tell.send(addresses)
        threading.Event().wait()


@contextmanager
def sites(feeds: int, items: int) -> Iterator[list[FeedSource]]:
    """The feeds of running sites."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(feeds, items, there))
    process.start()
    try:
        yield [source(address) for address in here.recv()]
    finally:
        process.terminate()
        process.join()


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Print how long a stage took."""
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{name:34} {wall:8.1f} s  {cpu:8.1f} s CPU  {peak:5} MB at most")


def by_stage(feeds: list[FeedSource], limits: FetchSettings) -> None:
    """Each stage by itself."""
    asking = Asking(MemoryOfOneRun(), NOW, limits)
    with stage(f"ask and parse {len(feeds)} feeds"):
        polled = host_by_host(
            feeds,
            lambda each: each.place,
            lambda each: poll(each.place, None, asking, limits.floor),
            limits.concurrency,
        )
    offers = [
        offered(of, entry) for of, each in zip(feeds, polled, strict=True) for entry in each.entries
    ]
    with stage(f"ask for {len(offers)} pages"):
        answers = host_by_host(
            offers,
            lambda each: each.host,
            lambda each: asking.page(each.entry.address, ACCEPT, Validators(), readable),
            limits.concurrency,
        )
    with stage(f"take the text of {len(answers)} pages"):
        raws = [load(page_of(answer), None)[0] for answer in answers]
    with stage(f"read {len(raws)} texts"):
        words = sum(len(article("s1", raw).text.split()) for raw in raws)
    print(f"{words / len(raws):.0f} words an article")


def whole(feeds: list[FeedSource], limits: FetchSettings) -> None:
    """All stages, as a job does it; and again."""
    memory = MemoryOfOneRun()
    for name, hours in (("a whole run", 0), ("the same 7 hours later", 7)):
        with stage(name):
            now, since = NOW + dt.timedelta(hours=hours), NOW - dt.timedelta(days=1)
            found = collect(feeds, memory, now, limits, print, since=since)
        print(f"{len(found.items)} items, {len(found.problems)} problems")


def addresses() -> None:
    """What becomes of hostile addresses, by their kind."""
    outcomes: Counter[tuple[str, str]] = Counter()
    for kind, address, found in targets():
        try:
            safe_fetch(address, FetchPolicy(resolve=resolver(found), timeout=5))
            outcomes[kind, "READ"] += 1
        except InputError as error:
            outcomes[kind, error.code] += 1
    for (kind, code), count in outcomes.items():
        print(f"{kind:32} {code:16} {count:4}")
    print(f"{sum(outcomes.values())} addresses")


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--feeds", type=int, default=40)
    parser.add_argument("--items", type=int, default=50)
    parser.add_argument("--delay", type=float, default=0.0)
    parser.add_argument("--addresses", action="store_true")
    given = parser.parse_args()
    if given.addresses:
        addresses()
        return
    limits = replace(LIMITS, delay=given.delay, timeout=20.0)
    with sites(given.feeds, given.items) as feeds:
        by_stage(feeds, limits)
        whole(feeds, limits)


if __name__ == "__main__":
    main()
