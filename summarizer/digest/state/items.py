"""Items that sources offered, with the text of their articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from summarizer.digest.model import Item
from summarizer.digest.state.store import packed, unpacked
from summarizer.digest.state.tables import ITEMS
from summarizer.digest.state.times import written
from summarizer.model.codec import CodecError, decode, encode

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from summarizer.digest.state.store import Store


def keep(store: Store, connection: sa.Connection, job: str, item: Item) -> None:
    """Keep the newest text of an item."""
    store.put(connection, ITEMS, _row(job, item))


def within(store: Store, job: str, after: datetime, until: datetime) -> tuple[Item, ...]:
    """The items dated after `after` and not after `until`, the oldest first, then by id."""
    query = (
        sa.select(ITEMS.c.document)
        .where(ITEMS.c.job == job, ITEMS.c.dated > written(after), ITEMS.c.dated <= written(until))
        .order_by(ITEMS.c.dated, ITEMS.c.id)
    )
    with store.read() as connection:
        found = connection.execute(query).scalars().all()
    return tuple(item for document in found if (item := _item(document)) is not None)


def by_id(store: Store, job: str, ids: Sequence[str]) -> tuple[Item, ...]:
    """The items with these ids, in their order; one that is not kept any more is left out."""
    with store.read() as connection:
        found = connection.execute(_select(job, ids)).all()
    items = {row.id: _item(row.document) for row in found}
    return tuple(item for each in ids if (item := items.get(each)) is not None)


def forget(connection: sa.Connection, job: str, before: datetime) -> int:
    """Delete the items dated before; how many."""
    old = ITEMS.delete().where(ITEMS.c.job == job, ITEMS.c.dated < written(before))
    return int(connection.execute(old).rowcount)


def _select(job: str, ids: Sequence[str]) -> Any:  # noqa: ANN401  (a select)
    wanted = sa.and_(ITEMS.c.job == job, ITEMS.c.id.in_(ids))
    return sa.select(ITEMS.c.id, ITEMS.c.document).where(wanted)


def _row(job: str, item: Item) -> dict[str, Any]:
    return {
        "job": job,
        "id": item.id,
        "dated": written(item.published or item.first_seen),
        "revision": item.revision,
        "document": packed(encode(item)),
    }


def _item(document: bytes) -> Item | None:
    """The item; None of one that another version of the program kept in another way."""
    try:
        return decode(Item, unpacked(document))
    except CodecError:
        return None
