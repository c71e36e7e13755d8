"""The tables of the state, and the steps that lead from each of its versions to the next.

Times are ISO 8601 in UTC, so that they sort as texts; documents are JSON, deflated where large.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from collections.abc import Callable

METADATA = sa.MetaData()

# one row: the version of what follows
VERSIONS = sa.Table("digest_version", METADATA, sa.Column("version", sa.Integer, primary_key=True))
# the newest text of each article that a source of a job offered
ITEMS = sa.Table(
    "digest_items",
    METADATA,
    sa.Column("job", sa.Text, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("dated", sa.Text, nullable=False),  # published, or first seen where that is unknown
    sa.Column("revision", sa.Text, nullable=False),
    sa.Column("document", sa.LargeBinary, nullable=False),
    sa.Index("digest_items_by_date", "job", "dated"),
)
# what servers said of an address: validators, when to ask again
FETCHES = sa.Table(
    "digest_fetches",
    METADATA,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("used", sa.Text, nullable=False),
    sa.Column("document", sa.LargeBinary, nullable=False),
)
# a period of a job: what is told, when it began and when it was done
RUNS = sa.Table(
    "digest_runs",
    METADATA,
    sa.Column("job", sa.Text, primary_key=True),
    sa.Column("period", sa.Text, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("cutoff", sa.Text, nullable=False),
    sa.Column("status", sa.Text),
    sa.Column("started", sa.Text, nullable=False),
    sa.Column("finished", sa.Text),
    sa.Column("problems", sa.LargeBinary),
    sa.Column("document", sa.LargeBinary),
    sa.Index("digest_runs_by_time", "job", "at"),
)
# a story of a period: what was picked, and the summary or why there is none
STORIES = sa.Table(
    "digest_stories",
    METADATA,
    sa.Column("job", sa.Text, primary_key=True),
    sa.Column("period", sa.Text, primary_key=True),
    sa.Column("story", sa.Text, primary_key=True),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("pick", sa.LargeBinary, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("outcome", sa.LargeBinary),
)
# what the window of a period held, and why stories of it are not told
SELECTIONS = sa.Table(
    "digest_selections",
    METADATA,
    sa.Column("job", sa.Text, primary_key=True),
    sa.Column("period", sa.Text, primary_key=True),
    sa.Column("document", sa.LargeBinary, nullable=False),
)
# a delivery: intended before, done after
LEDGER = sa.Table(
    "digest_ledger",
    METADATA,
    sa.Column("job", sa.Text, primary_key=True),
    sa.Column("period", sa.Text, primary_key=True),
    sa.Column("channel", sa.Text, primary_key=True),
    sa.Column("recipient", sa.Text, primary_key=True),
    sa.Column("state", sa.Text, nullable=False),  # due, sending, done, failed
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("moment", sa.Text, nullable=False),
    sa.Column("reference", sa.Text),
    sa.Column("trouble", sa.Text),
)
# processes that work on this state, and their last sign of life
WORKERS = sa.Table(
    "digest_workers",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("host", sa.Text, nullable=False),
    sa.Column("pid", sa.Integer, nullable=False),
    sa.Column("beat", sa.Float, nullable=False),
)
# requests to a model's server within the last minute
BOOKINGS = sa.Table(
    "digest_bookings",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("server", sa.Text, nullable=False),
    sa.Column("moment", sa.Float, nullable=False),
    sa.Column("tokens", sa.Integer, nullable=False),
    sa.Index("digest_bookings_by_time", "server", "moment"),
)
# what models answered, by the SHA-256 of server and request
ANSWERS = sa.Table(
    "digest_answers",
    METADATA,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("moment", sa.Text, nullable=False),
    sa.Column("batched", sa.Boolean, nullable=False),
    sa.Column("document", sa.LargeBinary, nullable=False),
    sa.Index("digest_answers_by_time", "moment"),
)
# how a run stands with the batches that answer its requests
BATCHES = sa.Table(
    "digest_batches",
    METADATA,
    sa.Column("job", sa.Text, primary_key=True),
    sa.Column("period", sa.Text, primary_key=True),
    sa.Column("since", sa.Float, nullable=False),
    sa.Column("batch", sa.Text),
    sa.Column("cancelled", sa.Boolean, nullable=False),
    sa.Column("asked", sa.LargeBinary, nullable=False),
    sa.Column("over", sa.Boolean, nullable=False),
)


def _first(connection: sa.Connection) -> None:
    first = [ITEMS, FETCHES, RUNS, STORIES, LEDGER, WORKERS, BOOKINGS]
    METADATA.create_all(connection, tables=first)


def _second(connection: sa.Connection) -> None:
    METADATA.create_all(connection, tables=[SELECTIONS, ANSWERS, BATCHES])


# The n-th leads to version n. What is released is never changed: a change is a new step.
STEPS: tuple[Callable[[sa.Connection], None], ...] = (_first, _second)
