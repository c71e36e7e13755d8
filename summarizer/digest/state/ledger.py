"""The ledger: a row for each digest, channel and recipient, written before and after delivery."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from summarizer.digest.model import Delivery, Receipt
from summarizer.digest.state.tables import LEDGER
from summarizer.digest.state.times import moment, written

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from summarizer.digest.state.store import Store


def promise(store: Store, deliveries: Iterable[Delivery], at: datetime) -> None:
    """Note what is to be delivered, so that nothing is missed silently; what is known stays."""
    with store.begin() as connection:
        for each in deliveries:
            row = {**_key(each), "state": "due", "attempts": 0, "moment": written(at)}
            store.add(connection, LEDGER, row)


def intend(store: Store, delivery: Delivery, at: datetime) -> int | None:
    """Note that a delivery begins; the number of the attempt, None if it was made already."""
    begins = (
        LEDGER.update()
        .where(_is(delivery), LEDGER.c.state != "done")
        .values(state="sending", attempts=LEDGER.c.attempts + 1, moment=written(at), trouble=None)
    )
    with store.begin() as connection:
        found: int | None = connection.execute(begins.returning(LEDGER.c.attempts)).scalar()
    return found


def current(store: Store, delivery: Delivery, attempt: int) -> bool:
    """Whether nobody made or began the delivery since this attempt: who slept looks once more."""
    query = sa.select(LEDGER.c.state, LEDGER.c.attempts).where(_is(delivery))
    with store.begin() as connection:
        found = connection.execute(query).one()
    return (found.state, found.attempts) == ("sending", attempt)


def done(store: Store, receipt: Receipt) -> None:
    """Note that a delivery was made."""
    made = (
        LEDGER.update()
        .where(_is(receipt.delivery), LEDGER.c.state != "done")
        .values(state="done", moment=written(receipt.at), reference=receipt.reference)
    )
    with store.begin() as connection:
        connection.execute(made)


def failed(store: Store, delivery: Delivery, at: datetime, trouble: str) -> None:
    """Note why a delivery could not be made; it stays owed."""
    missed = (
        LEDGER.update()
        .where(_is(delivery), LEDGER.c.state != "done")
        .values(state="failed", moment=written(at), trouble=trouble)
    )
    with store.begin() as connection:
        connection.execute(missed)


def owed(store: Store, job: str, period: str | None = None) -> tuple[Delivery, ...]:
    """What is not delivered yet, the oldest first."""
    query = sa.select(LEDGER).where(LEDGER.c.job == job, LEDGER.c.state != "done")
    if period is not None:
        query = query.where(LEDGER.c.period == period)
    with store.read() as connection:
        found = connection.execute(query.order_by(LEDGER.c.moment)).all()
    return tuple(
        Delivery(job=row.job, period=row.period, channel=row.channel, recipient=row.recipient)
        for row in found
    )


def progress(store: Store, job: str, period: str) -> tuple[int, int]:
    """How many deliveries of a period are made, of how many."""
    states = sa.select(LEDGER.c.state).where(LEDGER.c.job == job, LEDGER.c.period == period)
    with store.read() as connection:
        found = connection.execute(states).scalars().all()
    return found.count("done"), len(found)


def trouble(store: Store, delivery: Delivery) -> str | None:
    """Why the last attempt of a delivery failed; None if it did not, or there was none."""
    with store.read() as connection:
        found: str | None = connection.execute(
            sa.select(LEDGER.c.trouble).where(_is(delivery))
        ).scalar()
    return found


def owe_again(store: Store, delivery: Delivery, at: datetime) -> bool:
    """Note that a delivery is to be made once more; whether it was ever promised."""
    again = LEDGER.update().where(_is(delivery)).values(state="due", moment=written(at))
    with store.begin() as connection:
        return bool(connection.execute(again).rowcount)


def receipt(store: Store, delivery: Delivery) -> Receipt | None:
    """The receipt of a delivery that was made."""
    query = sa.select(LEDGER).where(_is(delivery), LEDGER.c.state == "done")
    with store.read() as connection:
        row = connection.execute(query).first()
    if row is None:
        return None
    return Receipt(delivery=delivery, at=moment(row.moment), reference=row.reference)


def _key(delivery: Delivery) -> dict[str, str]:
    return {name: getattr(delivery, name) for name in Delivery.__dataclass_fields__}


def _is(delivery: Delivery) -> sa.ColumnElement[bool]:
    return sa.and_(*(LEDGER.c[name] == value for name, value in _key(delivery).items()))
