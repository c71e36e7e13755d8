"""Opening the state: SQLite in a file, or Postgres by its address; the same tables in both."""

from __future__ import annotations

import json
import sqlite3
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from summarizer.digest.state.tables import STEPS, VERSIONS
from summarizer.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

# Milliseconds that a writer waits for another one.
_PATIENCE = 30_000
# Milliseconds after which Postgres ends the transaction of a process that does nothing in it. A
# worker that was stopped while it booked a request kept all others waiting until it woke.
ASLEEP = 10_000
# The option of a connection that only reads.
_READS = "summarizer_reads"
# Any number, the same in all versions: who migrates holds this lock of Postgres.
_MIGRATION_LOCK = 0x5D16E57


class Store:
    """The state of all jobs of a `digest.toml`; may be used by several threads and processes."""

    def __init__(self, state: str) -> None:
        """Open it, make or migrate its tables.

        Raises:
            UsageError: the address is of a kind that is not known.
            InputError: it cannot be opened, is damaged, or is of a later version than this.
        """
        self.url = _url(state)
        self.engine = _engine(self.url)
        self._reading = self.engine.execution_options(**{_READS: True})
        try:
            if not self._current():
                self._migrate()
        except sa.exc.DatabaseError as reason:
            self.close()
            raise unusable(state, reason) from reason
        except InputError:
            self.close()
            raise

    @property
    def sqlite(self) -> bool:
        """Whether it is a file."""
        return self.engine.dialect.name == "sqlite"

    @property
    def begin(self) -> Any:  # noqa: ANN401  (SQLAlchemy's context of a connection)
        """A connection in a transaction, which ends with the block."""
        return self.engine.begin

    @property
    def read(self) -> Any:  # noqa: ANN401  (SQLAlchemy's context of a connection)
        """The same for who only reads, and so waits for nobody who writes."""
        return self._reading.begin

    def put(self, connection: sa.Connection, table: sa.Table, row: Mapping[str, Any]) -> None:
        """Write a row in the place of the one with the same key."""
        keys = [column.name for column in table.primary_key]
        changed = {key: value for key, value in row.items() if key not in keys}
        connection.execute(
            self._insert(table)
            .values(**row)
            .on_conflict_do_update(index_elements=keys, set_=changed)
        )

    def add(self, connection: sa.Connection, table: sa.Table, row: Mapping[str, Any]) -> bool:
        """Write a row unless there is one with the same key; whether it was written."""
        done = connection.execute(self._insert(table).values(**row).on_conflict_do_nothing())
        return bool(done.rowcount)

    def trouble(self) -> tuple[str, ...]:
        """What the database itself finds wrong with its file; nothing is looked for in Postgres."""
        if not self.sqlite:
            return ()
        with self.read() as connection:
            found = connection.execute(sa.text("PRAGMA integrity_check")).scalars().all()
        return tuple(each for each in found if each != "ok")

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()

    def _insert(self, table: sa.Table) -> Any:  # noqa: ANN401  (either dialect's)
        return sqlite.insert(table) if self.sqlite else postgresql.insert(table)

    def _current(self) -> bool:
        """Whether there is nothing to migrate, which is seen without waiting for a writer."""
        with self.read() as connection:
            if not sa.inspect(connection).has_table(VERSIONS.name):
                return False
            version = connection.execute(sa.select(VERSIONS.c.version)).scalar()
        return bool(version == len(STEPS))

    def _migrate(self) -> None:
        with self.begin() as connection:
            if not self.sqlite:
                lock = sa.text("SELECT pg_advisory_xact_lock(:key)")
                connection.execute(lock, {"key": _MIGRATION_LOCK})
            VERSIONS.create(connection, checkfirst=True)
            version = connection.execute(sa.select(VERSIONS.c.version)).scalar()
            if version is None:
                connection.execute(VERSIONS.insert().values(version=0))
            if (version or 0) > len(STEPS):
                message = f"the state is of version {version}, and this program knows {len(STEPS)}"
                raise InputError("newer-state", message, "use the newer version of summarizer")
            for step in STEPS[version or 0 :]:
                step(connection)
            connection.execute(VERSIONS.update().values(version=len(STEPS)))


def packed(value: object) -> bytes:
    """A JSON value, deflated."""
    return zlib.compress(json.dumps(value, ensure_ascii=False).encode())


def unpacked(data: bytes) -> Any:  # noqa: ANN401  (any JSON value)
    """What `packed` packed."""
    return json.loads(zlib.decompress(data))


def _url(state: str) -> sa.URL:
    if "://" not in state:
        return sa.URL.create("sqlite", database=state)
    try:
        url = sa.make_url(state)
    except (sa.exc.ArgumentError, ValueError) as reason:
        hint = "it looks like postgresql://user@host/database"
        raise UsageError("bad-state", "'state' is no address of a database", hint) from reason
    if url.get_backend_name() not in ("postgresql", "postgres", "sqlite"):
        hint = "give the path of a file, or postgresql://…"
        raise UsageError("bad-state", f"'state' is in '{url.get_backend_name()}'", hint)
    postgres = url.get_backend_name() != "sqlite"
    return url.set(drivername="postgresql+psycopg") if postgres else url


def _engine(url: sa.URL) -> sa.Engine:
    if url.get_backend_name() != "sqlite":
        options = f"-c idle_in_transaction_session_timeout={ASLEEP}"
        return sa.create_engine(url, pool_pre_ping=True, connect_args={"options": options})
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(url)
    sa.event.listen(engine, "connect", _prepare)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: object) -> None:  # noqa: ANN401  (sqlite3's)
    """Readers do not wait for the writer, writers wait for each other, and what is done is kept."""
    connection.isolation_level = None  # transactions begin below, not where sqlite3 thinks
    try:
        connection.execute(f"PRAGMA busy_timeout={_PATIENCE}")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
    except sqlite3.Error:
        connection.close()
        raise


def _begin(connection: sa.Connection) -> None:
    reads = connection.get_execution_options().get(_READS)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def away(reason: BaseException) -> bool:
    """Whether something failed because the database could not be had, and may be tried again.

    It was restarted, cannot be reached, is locked for long, or ended the transaction of a process
    that did nothing in it (which Postgres calls an internal error).
    """
    if isinstance(reason, sa.exc.OperationalError | sa.exc.InterfaceError):
        return True
    return isinstance(reason, sa.exc.DBAPIError) and reason.connection_invalidated


def unusable(state: str, reason: Exception) -> InputError:
    """A database that cannot be had, as an error that says what to do."""
    text = " ".join(str(getattr(reason, "orig", reason)).split())
    where = "the database" if "://" in state else state
    hint = "see that it exists and that you may write to it; 'summarizer digest doctor' tells more"
    if "locked" in text:
        hint = (
            "another process has begun to write and does not go on: wake it (kill -CONT) or end "
            "it, and try again; nothing is lost"
        )
    return InputError("bad-state", f"the state cannot be used in {where}: {text}", hint)
