"""A state that cannot be had at once: locked, or ended in the middle by Postgres."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from summarizer.digest.state import ledger, runs
from summarizer.digest.state.store import Store, away, unusable

if TYPE_CHECKING:
    from pathlib import Path

    from tests.digest.postgres import Postgres


def test_who_falls_asleep_in_a_transaction_keeps_nobody_waiting(postgres: Postgres) -> None:
    store = Store(postgres.database())
    with store.begin() as connection:
        setting = sa.text("SHOW idle_in_transaction_session_timeout")
        assert connection.execute(setting).scalar() == "10s"
    store.close()


def test_a_transaction_that_postgres_ended_is_tried_again(postgres: Postgres) -> None:
    store = Store(postgres.database())
    with pytest.raises(sa.exc.DBAPIError) as caught:
        sleep_in_transaction(store)
    assert away(caught.value)
    with store.read() as connection:
        assert connection.execute(sa.text("SELECT 1")).scalar() == 1
        with pytest.raises(sa.exc.DBAPIError) as caught:
            connection.execute(sa.text("SELECT nothing"))
    assert not away(caught.value)
    store.close()


def sleep_in_transaction(store: Store) -> None:
    """Do nothing until the server has ended the transaction, and then go on with it."""
    with store.begin() as connection:
        connection.execute(sa.text("SET idle_in_transaction_session_timeout = 1"))
        until_gone(store, connection.execute(sa.text("SELECT pg_backend_pid()")).scalar())
        connection.execute(sa.text("SELECT 1"))


def until_gone(store: Store, session: object) -> None:
    """Wait until the server has ended a session."""
    end = time.monotonic() + 60
    there = sa.text("SELECT count(*) FROM pg_stat_activity WHERE pid = :pid")
    while True:
        with store.read() as connection:
            if not connection.execute(there, {"pid": session}).scalar():
                return
        assert time.monotonic() < end
        time.sleep(0.02)


def test_who_does_not_go_on_writing_keeps_no_reader_waiting(tmp_path: Path) -> None:
    path = str(tmp_path / "state.db")
    Store(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        store = Store(path)
        assert (runs.latest(store, "morning"), ledger.owed(store, "morning")) == ([], ())
        assert time.monotonic() - began < 20  # a writer waits for 30 s
        store.close()


def test_a_state_that_is_locked_says_what_helps() -> None:
    reason = sa.exc.OperationalError("BEGIN", None, sqlite3.OperationalError("database is locked"))
    error = unusable("state.db", reason)
    assert error.message == "the state cannot be used in state.db: database is locked"
    assert "wake it (kill -CONT)" in error.hint
    assert away(reason)
