"""A book of a model's requests that all workers share, so that limits hold for them together.

The engine's own limiter counts work by fixed spans: set to 10 a second it let 20 through within one
second. This book looks back over a sliding minute and a sliding second, by the database's clock
where there are several hosts.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from summarizer.digest.state.tables import BOOKINGS
from summarizer.write.chat.pace import SPAN

if TYPE_CHECKING:
    from summarizer.digest.state.store import Store
    from summarizer.write.chat.pace import Allowed, Booking

# Any number: who books holds this lock of Postgres, with the server's name.
_LOCK = 0x5D16E


@dataclass(frozen=True, slots=True, kw_only=True)
class _Booked:
    store: Store
    id: str
    taken: float  # by this process's clock, which goes on while it is stopped

    def age(self) -> float:
        return time.monotonic() - self.taken

    def mend(self, tokens: int) -> None:
        counted = BOOKINGS.update().where(BOOKINGS.c.id == self.id).values(tokens=tokens)
        with self.store.begin() as connection:
            connection.execute(counted)

    def withdraw(self) -> None:
        with self.store.begin() as connection:
            connection.execute(BOOKINGS.delete().where(BOOKINGS.c.id == self.id))


class SharedBook:
    """The requests to one server by all workers of a state."""

    def __init__(self, store: Store, server: str) -> None:
        """Book requests to this server."""
        self._store = store
        self._server = server

    def enter(self, tokens: int, allowed: Allowed) -> Booking | float:
        """Book a request of so many tokens, or the seconds until there may be room for it."""
        with self._store.begin() as connection:
            now, taken = self._now(connection), time.monotonic()
            of_server = BOOKINGS.c.server == self._server
            connection.execute(BOOKINGS.delete().where(of_server, BOOKINGS.c.moment <= now - SPAN))
            query = sa.select(BOOKINGS.c.moment, BOOKINGS.c.tokens).where(of_server)
            booked = connection.execute(query.order_by(BOOKINGS.c.moment)).all()
            free_at = allowed.free_at([(row.moment, row.tokens) for row in booked], tokens)
            if free_at > now:
                return free_at - now
            row = {"server": self._server, "moment": now, "tokens": tokens}
            key = secrets.token_hex(12)
            connection.execute(BOOKINGS.insert().values(id=key, **row))
        return _Booked(store=self._store, id=key, taken=taken)

    def _now(self, connection: sa.Connection) -> float:
        """Seconds by the clock that all workers share; who has it books alone until it is done."""
        if self._store.sqlite:  # one host, and the transaction has the lock
            return time.time()
        lock = sa.text("SELECT pg_advisory_xact_lock(:key, hashtext(:server))")
        connection.execute(lock, {"key": _LOCK, "server": self._server})
        clock = sa.text("SELECT extract(epoch FROM clock_timestamp())")
        return float(connection.execute(clock).scalar_one())
