"""One run of a job over 40 feeds and 2,000 new articles, by all its stages.

    python -m benchmarks.digest_stages [--feeds 40] [--items 50] [--stories 50] [--runs 2]

The news is invented, 240 words an article; every feed has a host of its own on loopback, served by
another process. Of each feed's articles 14 are of stories
that five outlets tell, the others nobody else has. A second run, five days later with as many new
articles, has the first one's stories before it and forgets what is old. The digest goes into a
folder, an Atom feed, to a mail server and to a webhook, all on loopback.

Printed are, by step of the digest, seconds and CPU of the process, and within the steps the CPU of
their parts, which several threads work on.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import tempfile
import threading
import time
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.digest_month import FIRST, PAGE, Web, entry, name, rss, serving
from benchmarks.many_stories import memory
from summarizer.digest import desk as desks
from summarizer.digest.configuration.reading import read_settings
from summarizer.digest.deliver import mail
from summarizer.digest.deliver import webhook as calling
from summarizer.digest.documents import atom, data, markdown
from summarizer.digest.documents import page as html
from summarizer.digest.engine import Engine
from summarizer.digest.fetching import asking, collect, pages
from summarizer.digest.journal import Journal
from summarizer.digest.periods import begin_latest
from summarizer.digest.state import items, ledger, retention, runs, stories
from summarizer.digest.state.memory import StoredMemory
from summarizer.digest.state.store import Store
from summarizer.digest.stories import choosing
from summarizer.pipeline import walk
from tests.digest.receivers import mail_server, webhook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection

SETTINGS = """\
state = "state.db"
keep_days = 2
[job.morning]
schedule = "0 6 * * *"
feeds = [{feeds}]
max_stories = {stories}
allow_private_network = true
fetch = {{ delay = 0.001, articles_per_feed = {items} }}
[job.morning.deliver]
folder = "out"
atom = "feed.xml"
email = {{ smtp = "{smtp}", from = "desk@example.org", to = ["a@example.org"] }}
webhook = {{ url = "{webhook}" }}
"""
# Articles of a feed that are of stories which others tell too, and how many outlets tell each.
SHARED, OUTLETS = 14, 5
GAP = timedelta(days=5)  # in which the articles of the first run leave all windows
# Each story has words of its own, so that stories differ as they do in newspapers.
TITLES = (
    "{N} of {a} {v} {m}",
    "{m} of {a} {p}: {n} told",
    "{a}: {n} {v} {m} on {day}",
    "{c} speaks of the {m} of {a}",
    "What the {n} of {a} {v}",
)
SENTENCES = (
    "The {n} of {a} {v} the {m} on {day}, and {count} people were {p}.",
    "{b} {c}, who leads the {n}, said that the {o} would be {q} by the {r}.",
    "“Nobody here had expected the {s},” said {d} {e}, who has lived beside the {m} for years.",
    "The {m} was {p} near the {t} of {f}, where the {r} had been {q} before.",
    "A report on the {o} found that {count} of them were {q}, {c} said.",
    "The {t} of {a} asked the {r} of {g} to have the {s} {p}.",
)
# Nouns, things done, and things done to people: each story draws its own.
NOUNS, VERBS, STATES = (
    line.split()
    for line in """\
council harbour orchestra hospital quarry vineyard railway library festival parliament laboratory \
airport bakery cathedral dairy embassy factory glacier hotel institute jury mint lighthouse \
museum nursery observatory palace quay refinery stadium theatre union vault warehouse yacht zoo \
aqueduct brewery castle depot estuary forge greenhouse hangar island jetty kiosk lagoon monastery
sold closed searched rebuilt flooded opened bought emptied painted guarded moved lit fenced dug
hurt evicted honoured arrested rescued paid fined hired tested trained fed warned counted invited
""".splitlines()
)
# Paragraphs that make an article as long as one is: 240 words.
BACKGROUND = """\
{a} lies between {b} and {c}, and most of its people work in the mills along the river. The road \
from {b} was widened ten years ago, when the quarry at {d} was opened.
The council of {a} meets every second week in the old school. Its budget for this year was \
accepted in spring, against the votes of those who had wanted a new hall at {c}.
In the market of {a} people spoke of little else. {e} {f}, who has sold fruit there for years, had \
heard of it from her sister in {d} before the papers came.
The last train from {a} to {c} leaves at nine in the evening; a bus goes on to {d}. On holidays \
the museum of {b} is open until six, and the boats run every hour.
Visitors come to {a} for the lake and for the gardens that {g} {h} laid out. The house in which he \
lived belongs to a society from {b}, which wants to open it next year.
""".splitlines()
# What is measured: the step, the part, and the name that leads to it.
PARTS: tuple[tuple[str, str, Any, str], ...] = (
    ("fetch", "ask for feeds, parse them", collect, "poll"),
    ("fetch", "ask for pages and robots.txt", asking.Asking, "page"),
    ("fetch", "take the text of pages", pages, "load"),
    ("fetch", "read the articles", pages, "article"),
    ("fetch", "keep them", StoredMemory, "keep_page"),
    ("choose", "read the window from the state", items, "within"),
    ("choose", "read what was told before", stories, "past"),
    ("choose", "group and continue stories", choosing, "grouped"),
    ("choose", "count origins", choosing, "common_story"),
    ("tell", "read articles from the state", items, "by_id"),
    ("tell", "read the stories (merge)", walk, "common_story"),
    ("tell", "write and check", walk, "written_up"),
    ("tell", "keep the summary", stories, "keep_outcome"),
    ("compose", "read the summaries", stories, "outcomes"),
    ("compose", "keep the digest", runs, "keep_digest"),
    ("deliver", "read the digest", runs, "digest_of"),
    ("deliver", "render the page", html, "text"),
    ("deliver", "render Markdown", markdown, "text"),
    ("deliver", "render JSON", data, "text"),
    ("deliver", "render Atom", atom, "text"),
    ("deliver", "render and send the mail", mail, "send"),
    ("deliver", "render and call the webhook", calling, "call"),
    ("finish", "forget what is old", retention, "forget"),
)
STEPS = ("fetch", "choose", "tell", "compose", "deliver", "finish")


@dataclass(slots=True)
class Taken:
    """How often a part was called, and the seconds of CPU that it took."""

    calls: int = 0
    cpu: float = 0.0


@dataclass(slots=True)
class Meter:
    """What everything took since it was read last."""

    parts: dict[tuple[str, str], Taken] = field(default_factory=lambda: defaultdict(Taken))
    spans: dict[str, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))
    lock: threading.Lock = field(default_factory=threading.Lock)

    def part(self, step: str, label: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """The call, measured by the CPU of its thread."""

        @wraps(call)
        def measured(*given: Any, **named: Any) -> Any:  # noqa: ANN401  (those of the call)
            cpu = time.thread_time()
            try:
                return call(*given, **named)
            finally:
                with self.lock:
                    taken = self.parts[step, label]
                    taken.calls += 1
                    taken.cpu += time.thread_time() - cpu

        return measured

    def step(self, label: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """The call, of which the first begin and the last end count, with all that ran between."""

        @wraps(call)
        def measured(*given: Any, **named: Any) -> Any:  # noqa: ANN401  (those of the call)
            began = (time.perf_counter(), time.process_time())
            try:
                return call(*given, **named)
            finally:
                with self.lock:
                    self.spans[label] += [began, (time.perf_counter(), time.process_time())]

        return measured

    def told(self) -> Iterator[str]:
        """The lines of the table; then everything begins anew."""
        for step in STEPS:
            moments = sorted(self.spans[step])
            wall, cpu = moments[-1][0] - moments[0][0], moments[-1][1] - moments[0][1]
            yield f"| **{step}** | {len(moments) // 2} | {wall:.1f} | {cpu:.2f} |"
            for (of, label), taken in self.parts.items():
                if of == step:
                    yield f"| – {label} | {taken.calls} | | {taken.cpu:.2f} |"
        self.parts.clear()
        self.spans.clear()


def page(day: int, feed: int, number: int) -> str:
    """An article of a day: the first of each feed are of stories that several tell."""
    of = feed // OUTLETS * SHARED + number
    story = 100_000 * day + (of if number < SHARED else 1000 * (feed + 1) + number)
    words = {key: name(story * 8 + n) for n, key in enumerate("abcdefgh")}
    drawn = hashlib.sha256(str(story).encode()).digest()
    words |= {key: NOUNS[drawn[n] % len(NOUNS)] for n, key in enumerate("nmorst")}
    words |= {key: STATES[drawn[6 + n] % len(STATES)] for n, key in enumerate("pq")}
    words |= {"v": VERBS[drawn[8] % len(VERBS)], "count": str(3 + drawn[9] % 90)}
    words["N"] = words["n"].capitalize()
    words["day"] = (FIRST + timedelta(days=day)).strftime("%A")
    own = 10_000_000 * (feed + 1) + 1000 * day + 2 * number
    told = [SENTENCES[(feed + n) % len(SENTENCES)].format(**words) for n in range(5)]
    if number >= SHARED:  # of something else altogether
        told = background(own + 1)
    text = "".join(f"<p>{each}</p>" for each in (*told, *background(own)))
    return PAGE.format(title=TITLES[feed % OUTLETS].format(**words), text=text)


def background(number: int) -> list[str]:
    """Paragraphs about people and places that nobody else writes of."""
    names = {key: name(number * 8 + n) for n, key in enumerate("abcdefgh")}
    return [each.format(**names) for each in BACKGROUND]


def todays_feed(day: int, feed: int, root: str, *, count: int) -> str:
    """What a feed names: the articles of the day."""
    return rss(feed, (entry(f"{root}/page/{day}/{feed}/{n}", day) for n in range(count)))


def serve(count: int, there: Connection) -> None:
    """Serve the sites of a day until the process ends; the day is what comes through the pipe."""
    web = Web(page=page, feed=partial(todays_feed, count=count))
    with serving(web, "0.0.0.0"):  # noqa: S104  (127.0.1.n: each feed is a host of its own)
        there.send(web.url)
        while True:
            web.day = there.recv()


@contextmanager
def sites(feeds: int, count: int) -> Iterator[tuple[list[str], Connection]]:
    """The addresses of the feeds, and what sets the day."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(count, there))
    process.start()
    port = here.recv().rpartition(":")[2]
    try:
        yield [f"http://127.0.1.{n + 1}:{port}/feed/{n}" for n in range(feeds)], here
    finally:
        process.terminate()
        process.join()


def watched(desk: desks.Desk) -> Meter:
    """Measure the steps of a desk and their parts."""
    meter = Meter()
    for step, label, holder, called in PARTS:
        setattr(holder, called, meter.part(step, label, getattr(holder, called)))
    for step in STEPS:
        setattr(desk, step, meter.step(step, getattr(desk, step)))
    return meter


def one_run(engine: Engine, desk: desks.Desk, meter: Meter) -> None:
    """Make a digest, and print the table."""
    run = begin_latest(desk.store, desk.settings.jobs[0], desk.clock())
    wall, cpu = time.perf_counter(), time.process_time()
    engine.wait(engine.start("morning", run.period))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    digest = runs.digest_of(desk.store, "morning", run.period)
    assert digest is not None  # noqa: S101  (a benchmark of what is done)
    owed = ledger.owed(desk.store, "morning", run.period)
    print(f"\n{run.period}: {digest.status}, {len(digest.stories)} stories, {len(owed)} owed\n")
    print("| step – part | calls | s | CPU s |\n|---|--:|--:|--:|")
    for line in meter.told():
        print(line)
    print(f"| **everything** | | {wall:.1f} | {cpu:.2f} |\n\n{memory():.0f} MiB", flush=True)


def main() -> None:
    """Make digests and measure them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=40)
    parser.add_argument("--items", type=int, default=50)
    parser.add_argument("--stories", type=int, default=50)
    parser.add_argument("--runs", type=int, default=2)
    given = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        sites(given.feeds, given.items) as (addresses, day),
        mail_server() as (_, smtp),
        webhook() as (_, hook),
    ):
        feeds = ", ".join(f'"{each}"' for each in addresses)
        told = {"stories": given.stories, "items": given.items, "smtp": smtp, "webhook": hook}
        path = Path(folder) / "digest.toml"
        path.write_text(SETTINGS.format(feeds=feeds, **told), encoding="utf-8")
        settings = read_settings(path)
        store, now = Store(settings.state), [FIRST]
        desk = desks.Desk(settings, store, Journal(lambda _: None, people=False), lambda: now[0])
        meter = watched(desk)
        with Engine(desk) as engine:
            for number in range(given.runs):
                now[0] = FIRST + number * GAP
                day.send(number * GAP.days)
                one_run(engine, desk, meter)
        store.close()


if __name__ == "__main__":
    main()
