"""How well many stories use a model's server: concurrency, memory, and CPU for each story.

    python -m benchmarks.many_stories [--stories 1000] [--concurrency 4] [--seconds 1]

The stories are invented, three short articles each, and read while others are written; the server
is `answering_server`. "Used" is the mean number of requests at the server, from the first to the
last, as a share of those permitted.

One process computes on one core at a time. A story that costs C seconds of CPU and makes R requests
of S seconds each keeps at most R·S/C requests on their way, however many are permitted.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.model.summary import Summary
from summarizer.pipeline import summarize_many
from summarizer.pipeline.settings import ModelSettings
from summarizer.read import article
from summarizer.read.raw import Given, Raw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.article import Article

TOWNS = ("Arden", "Belmouth", "Corran", "Dunfold", "Elsway", "Farholt", "Gransby", "Hollen")
PLACES = ("grain store", "paper mill", "boat yard", "glass works", "timber hall", "brewery")
TELLINGS = (
    (
        "Harbour Courier",
        (
            "Fire destroys {place} in {town}\n\n"
            "A fire destroyed the {place} in {town} on Tuesday. Mayor Ilva Brandt said that {hurt}"
            " people were hurt. The fire brigade sent {engines} engines to the {place}.\n\n"
            "The owner of the {place} was abroad when the fire broke out."
        ),
    ),
    (
        "Daily Meridian",
        (
            "{hurt} hurt as {place} burns down\n\n"
            "{hurt} people were hurt when the {place} in {town} burned down on Tuesday. The police"
            " closed the road to the harbour until Wednesday morning.\n\n"
            "“We heard a loud bang,” said Tomas Reve, who lives in the same street."
        ),
    ),
    (
        "Evening Beacon",
        (
            "{town} {place} lost to flames\n\n"
            "The {place} in {town} was lost to a fire on Tuesday. It was built in 1931 and had been"
            " empty since April. The cause of the fire is not known, the police said."
        ),
    ),
)


def stories(count: int) -> Iterator[list[Article]]:
    """So many invented fires, each told by three outlets."""
    for number in range(count):
        words = {
            "town": TOWNS[number % 8],
            "place": PLACES[number // 8 % 6],
            "hurt": 13 + number % 40,
            "engines": 2 + number % 9,
        }
        yield [
            _article(n, outlet, text.format(**words))
            for n, (outlet, text) in enumerate(TELLINGS, 1)
        ]


def _article(number: int, outlet: str, text: str) -> Article:
    given = Given(outlet=outlet, published="2026-03-11")
    raw = Raw(text=text, path=f"{number}.txt", sha256=f"{number}", given=given)
    return article(f"s{number}", raw)


@contextmanager
def serving(seconds: float, told: dict[str, Any]) -> Iterator[str]:
    """The address of a server; what it counted is in `told` afterwards."""
    command = [sys.executable, "-m", "benchmarks.answering_server", str(seconds)]
    with subprocess.Popen(  # noqa: S603  (this very folder's program)
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError(command)
        yield process.stdout.readline().strip()
        process.stdin.close()
        told.update(json.loads(process.stdout.readline()))


def memory() -> float:
    """What this process has in memory now, in MiB (Linux)."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * 4096 / 2**20


def run(count: int, concurrency: int, seconds: float) -> None:
    """Summarise so many stories and print what it took."""
    told: dict[str, Any] = {}
    outcomes: Counter[str] = Counter()
    with serving(seconds, told) as url:
        settings = ModelSettings(
            name="answering", base_url=url, cache=False, concurrency=concurrency
        )
        began, worked = time.monotonic(), time.process_time()
        results = summarize_many(stories(count), writer="openai", model=settings)
        for number, result in enumerate(results, 1):
            outcomes[_outcome(result)] += 1
            if number % max(1, count // 10) == 0:
                print(f"{number:6} stories  {memory():6.1f} MiB", flush=True)
        took, cpu = time.monotonic() - began, time.process_time() - worked
    share = told["mean"] / concurrency
    print(f"{count} stories in {took:.1f} s, {told['requests']} requests of {seconds:g} s")
    print(f"used {share:.1%} of {concurrency} permitted (most {told['most']})")
    bound = told["requests"] * seconds / cpu
    print(f"CPU for a story {cpu / count:.3f} s: at most {bound:.1f} requests at a time")
    print(", ".join(f"{outcome}: {n}" for outcome, n in sorted(outcomes.items())))


def _outcome(result: object) -> str:
    if not isinstance(result, Summary):
        return repr(result)
    writing = result.provenance.writing
    return "fallback" if writing is None or writing.fallback else "written"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--concurrency", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=1.0)
    given = parser.parse_args()
    run(given.stories, given.concurrency, given.seconds)
