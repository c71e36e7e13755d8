"""What prompt evaluation costs, and what a recording loses where it is killed.

    python -m benchmarks.evaluation judge [--trials 5] [--suite NAME]
    python -m benchmarks.evaluation kill [--kills 20] [--trials 40] [--seed 1]

`judge` records every story of the suites with two prompts against a server in this process, whose
answers are the first nine sentences of the evidence, other ones in each trial, and then measures
`summarizer eval judge` on what was recorded: seconds, and CPU seconds of all its processes.

`kill` records and kills the program with SIGKILL at random moments while it asks, until it has been
killed so often; then lets it end. The server counts what was asked. An answer that had
been sent more than a tenth of a second before the kill must never be asked for again; a request
that was under way is asked once more, as nobody can know what its answer would have been.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.answering_server import summary_of
from tests.fault_server import answers, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fault_server import Fault, Received

ROOT = Path(__file__).resolve().parent.parent
# Seconds before a kill within which an answer may not have been read yet.
_UNDER_WAY = 0.1
# Seconds that an answer takes while recordings are killed.
_ANSWERING = 0.3


def answer(received: Received) -> Fault:
    """Nine sentences of the evidence; others for another seed."""
    return answers(json.dumps(summary_of(received.body["messages"], 9, received.body["seed"])))


@contextmanager
def evaluation(suites: list[str]) -> Iterator[Path]:
    """A folder with these suites and a second prompt: the first one, put a little otherwise."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for suite in suites:
            shutil.copytree(ROOT / "eval" / "suites" / suite, folder / "suites" / suite)
        prompt = folder / "prompts" / "summarize" / "9.md"
        prompt.parent.mkdir(parents=True)
        text = (ROOT / "prompts" / "summarize" / "1.md").read_text(encoding="utf-8")
        text = text.replace('version = "1"', 'version = "9"')
        prompt.write_text(text.replace("You write news", "You write short news"), encoding="utf-8")
        yield folder


def command(folder: Path, *arguments: str) -> list[str]:
    """A call of `summarizer eval` on a folder."""
    program = [sys.executable, "-m", "summarizer", "eval", *arguments]
    return [*program, "--eval-dir", str(folder), "--format", "json"]


def asking(folder: Path, url: str, trials: int, *prompts: str) -> list[str]:
    """A call that records."""
    named = [part for prompt in prompts for part in ("--prompt", prompt)]
    options = ["--model", "quill", "--base-url", url, "--trials", str(trials), *named]
    return command(folder, "record", *options)


def judge(trials: int, suites: list[str]) -> None:
    """Measure judging."""
    prompts = ("summarize@1", "summarize@9")
    with evaluation(suites) as folder, serving() as server:
        server.made = answer
        done = subprocess.run(  # noqa: S603  (this very program)
            asking(folder, server.url, trials, *prompts), stdout=subprocess.PIPE, check=True
        )
        print(f"recorded: {done.stdout.decode().strip()}")
        began, before = time.perf_counter(), _cpu()
        named = [part for prompt in prompts for part in ("--prompt", prompt)]
        done = subprocess.run(  # noqa: S603  (this very program)
            command(folder, "judge", *named), stdout=subprocess.PIPE, check=False
        )
        seconds, cpu = time.perf_counter() - began, _cpu() - before
        found = json.loads(done.stdout)
    print(f"judged: {found['trials']} summaries of {found['cases']} stories in {seconds:.1f} s")
    print(f"CPU of all processes: {cpu:.1f} s, {cpu / found['trials']:.2f} s a summary")


def _cpu() -> float:
    """CPU seconds of the processes that this one has waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Log:
    """When each request came and its answer was sent."""

    def __init__(self) -> None:
        """Nothing came yet."""
        self._lock = threading.Lock()
        self.sent: dict[str, list[float]] = defaultdict(list)
        self.asked: Counter[str] = Counter()

    def answer(self, received: Received) -> Fault:
        """Answer after a while, and note it."""
        key = json.dumps(received.body, sort_keys=True)
        with self._lock:
            self.asked[key] += 1
        time.sleep(_ANSWERING)
        with self._lock:
            self.sent[key].append(time.monotonic())
        return answer(received)

    def wait(self, more: int, process: subprocess.Popen[bytes]) -> None:
        """Until so many more requests came, or the process has ended."""
        goal = self.asked.total() + more
        while self.asked.total() < goal and process.poll() is None:
            time.sleep(0.005)

    def twice(self, kills: list[float]) -> tuple[int, int]:
        """Requests that came again: under way at a kill, and those whose answer was long there."""
        under_way = late = 0
        for key, times in self.sent.items():
            for moment in sorted(times)[: self.asked[key] - 1]:
                near = any(moment > kill - _UNDER_WAY for kill in kills)
                before = any(kill - _UNDER_WAY < moment < kill + 2 * _ANSWERING for kill in kills)
                under_way, late = under_way + (near and before), late + (not before)
        return under_way, late


def kill(kills: int, trials: int, seed: int) -> None:
    """Measure what is asked twice."""
    chance, log, killed = random.Random(seed), Log(), list[float]()  # noqa: S311  (no secret)
    with evaluation(["demo"]) as folder, serving() as server:
        server.made = log.answer
        call = asking(folder, server.url, trials, "summarize@1")
        while len(killed) < kills:
            with subprocess.Popen(call, stdout=subprocess.DEVNULL) as process:  # noqa: S603
                log.wait(chance.randint(1, 8), process)
                try:
                    process.wait(chance.uniform(0, 2 * _ANSWERING))
                    break
                except subprocess.TimeoutExpired:
                    process.kill()
                    killed.append(time.monotonic())
        last = subprocess.run(call, stdout=subprocess.PIPE, check=True)  # noqa: S603
        again = subprocess.run(call, stdout=subprocess.PIPE, check=True)  # noqa: S603
        parts = list(folder.rglob("*.part"))
    under_way, late = log.twice(killed)
    told: dict[str, Any] = json.loads(last.stdout)
    requests = f"{len(log.asked)} requests, {log.asked.total()} times asked"
    print(f"killed {len(killed)} times; {told['trials']} trials, {requests}")
    print(f"asked again: {under_way} under way at a kill, {late} answered before it")
    print(f"asked by another run at the end: {json.loads(again.stdout)['answers']}")
    print(f"files left half written: {len(parts)}")


def main(arguments: list[str] | None = None) -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("what", choices=("judge", "kill"))
    parser.add_argument("--trials", type=int)
    parser.add_argument("--suite", action="append")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    if options.what == "judge":
        judge(options.trials or 5, options.suite or ["news"])
    else:
        kill(options.kills, options.trials or 40, options.seed)


if __name__ == "__main__":
    main()
