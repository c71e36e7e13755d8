"""Answers of models, kept in the state so that all workers find them."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from summarizer.digest.state.store import packed, unpacked
from summarizer.digest.state.tables import ANSWERS
from summarizer.digest.state.times import written
from summarizer.write.chat.stored import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import timedelta

    from summarizer.digest.state.store import Store
    from summarizer.write.chat.exchange import Answer


class SharedAnswers:
    """The answers that a state keeps; an answer of a batch is paid for by whom it is given to."""

    def __init__(self, store: Store) -> None:
        """Keep them in this state."""
        self._store = store

    def get(self, key: str) -> Answer | None:
        """The answer of this key, None if there is none that can be read."""
        with self._store.read() as connection:
            row = connection.execute(sa.select(ANSWERS).where(ANSWERS.c.key == key)).first()
        if row is None:
            return None
        try:
            answer = from_json(unpacked(row.document))
        except ValueError:  # kept by another version in another way
            return None
        return replace(answer, stored=not row.batched, batched=row.batched)

    def put(self, key: str, answer: Answer) -> None:
        """Keep an answer."""
        row = {
            "key": key,
            "moment": written(datetime.now(UTC)),
            "batched": answer.batched,
            "document": packed(to_json(answer)),
        }
        with self._store.begin() as connection:
            self._store.put(connection, ANSWERS, row)

    def delete(self, key: str) -> None:
        """Keep the answer of this key no longer."""
        with self._store.begin() as connection:
            connection.execute(ANSWERS.delete().where(ANSWERS.c.key == key))

    @staticmethod
    def alone(
        key: str,  # noqa: ARG004  (as `Answers` has it)
        *,
        seconds: float,  # noqa: ARG004
        given_up: Callable[[], bool],  # noqa: ARG004
    ) -> AbstractContextManager[None]:
        """Nobody waits: a story is one worker's, and asks only for itself."""
        return nullcontext()


def forget(connection: sa.Connection, kept: timedelta) -> None:
    """Delete the answers that were kept for so long."""
    old = ANSWERS.c.moment < written(datetime.now(UTC) - kept)
    connection.execute(ANSWERS.delete().where(old))
