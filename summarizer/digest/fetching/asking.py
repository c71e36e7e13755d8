"""Requests of a run: in turn, by the rules of each host, and not for ever."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING

from summarizer.digest.fetching.freshness import wait_told
from summarizer.digest.fetching.robots import Robots, ask_robots
from summarizer.digest.fetching.turns import Turns
from summarizer.errors import InputError
from summarizer.read.web.failures import PASSING
from summarizer.read.web.fetch import safe_fetch
from summarizer.read.web.policy import FetchPolicy
from summarizer.read.web.target import shown, target

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from summarizer.digest.fetching.memory import FetchMemory, Validators
    from summarizer.digest.settings import FetchSettings
    from summarizer.read.web.fetch import Fetched, Gate, Wanted
    from summarizer.read.web.target import Target

# A host that fails so often in a row is left alone for the rest of a run: with 20 s each, a hundred
# articles of a host that is down would take half an hour.
_PATIENCE = 3
# Seconds that a run spends on one host, its pauses included; what is left is for the next run.
_LONGEST = 600.0
# Seconds that a run waits for a server that asks for patience; else the host waits for the next.
SHORT_WAIT = 30.0
# Codes of what another run may bring.
PASSING_HERE = PASSING | {"host-silent", "host-slow"}


class Asking:
    """Asks for addresses on behalf of one run."""

    def __init__(
        self,
        memory: FetchMemory,
        now: datetime,
        limits: FetchSettings,
        longest: float = _LONGEST,
    ) -> None:
        """Keep to these limits, and to so many seconds for each host.

        The time of the run seeds the pauses between requests.
        """
        self.now = now
        self.turns = Turns(limits.delay, now.isoformat())
        self._policy = FetchPolicy(
            allow_private_network=limits.allow_private_network,
            timeout=limits.timeout,
            raw_bytes=limits.raw_bytes,
            decoded_bytes=limits.decoded_bytes,
            contact=limits.contact,
        )
        self._memory = memory
        self._longest = longest
        self._spent: dict[str, float] = defaultdict(float)
        self._failures: dict[str, int] = defaultdict(int)
        self._locks: dict[str, threading.Lock] = defaultdict(threading.Lock)

    def feed(self, address: str, accept: str, validators: Validators) -> Fetched:
        """A feed, unless it is as it was. Feeds are there for programs: robots.txt is not asked.

        Raises:
            InputError: there is no answer.
        """
        return self._get(address, accept, validators, None, self.turns.turn)

    def page(self, address: str, accept: str, validators: Validators, wanted: Wanted) -> Fetched:
        """The page of an article, unless it is as it was; its body if its headers are wanted.

        Raises:
            InputError: there is no answer; "robots" where robots.txt does not want one.
        """
        fetched = self._get(address, accept, validators, wanted, self._allowed_turn)
        if is_busy(fetched.status):
            self._rest(fetched)
        return fetched

    def _get(
        self,
        address: str,
        accept: str,
        validators: Validators,
        wanted: Wanted | None,
        gate: Gate,
    ) -> Fetched:
        host = target(address).host
        self._require_patience(host, address)
        headers = {"accept": accept, **_conditions(validators)}
        began = time.monotonic()
        try:
            fetched = safe_fetch(address, self._policy, headers=headers, wanted=wanted, gate=gate)
        except InputError as error:
            self._failures[host] += error.code in PASSING
            raise
        finally:
            self._spent[host] += time.monotonic() - began
        self._failures[host] = self._failures[host] + 1 if is_busy(fetched.status) else 0
        return fetched

    def _require_patience(self, host: str, address: str) -> None:
        """Hold that a host may still be asked in this run.

        Raises:
            InputError: it failed too often, or took too long.
        """
        hint = "it is tried again at the next run"
        if self._failures[host] >= _PATIENCE:
            told = f"{shown(address)} was not asked for: {host} does not answer or wants to rest"
            raise InputError("host-silent", told, hint)
        if self._spent[host] > self._longest:
            told = f"{shown(address)} was not asked for: {host} has taken long enough"
            raise InputError("host-slow", told, hint)

    def _rest(self, fetched: Fetched) -> None:
        """Leave a host alone that has had enough: for a short time, or for the rest of the run."""
        host, wait = target(fetched.url).host, wait_told(fetched.headers, self.now)
        if wait is not None and wait.total_seconds() <= SHORT_WAIT:
            self.turns.rest(host, wait.total_seconds())
        elif wait is not None:
            self._failures[host] = _PATIENCE

    @contextmanager
    def _allowed_turn(self, place: Target) -> Iterator[None]:
        rules = self._robots(place)
        if not rules.allows(place.url):
            raise InputError(
                "robots",
                f"{shown(place.url)} is closed to programs by the site's robots.txt",
                "leave the source out, or ask the site",
            )
        self.turns.slow(place.host, rules.delay)
        with self.turns.turn(place):
            yield

    def _robots(self, place: Target) -> Robots:
        """The rules of a site, asked for once a day."""
        with self._locks[place.origin]:
            kept = self._memory.robots(place.origin)
            if kept is None or kept.expires <= self.now:
                kept = ask_robots(place, self.now, self._ask_robots)
                self._memory.keep_robots(kept)
        return Robots(kept)

    def _ask_robots(self, address: str) -> Fetched:
        return safe_fetch(address, self._policy, gate=self.turns.turn)


def is_busy(status: int) -> bool:
    """Whether a server says that it cannot answer now."""
    return status == 429 or status >= 500


def _conditions(validators: Validators) -> dict[str, str]:
    """The headers that ask only for what has changed."""
    told = {"if-none-match": validators.etag, "if-modified-since": validators.last_modified}
    return {name: value for name, value in told.items() if value}
