"""Answers at half the price: a run's requests as batches, as long as its digest can wait.

In rounds: what the stories would ask is found out, sent as one batch, and its answers are kept;
what follows from them (a sentence to be put otherwise) is the next one. What no batch answers in
time is asked directly, by the stories themselves.
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.digest.state import batches
from summarizer.digest.state.answers import SharedAnswers
from summarizer.errors import SummarizerError
from summarizer.write.chat.cache import key_at
from summarizer.write.chat.failures import TransientError
from summarizer.write.chat.gathering import Gathering

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta

    from summarizer.digest.journal import Field, Journal, Level
    from summarizer.digest.state.batches import Waiting
    from summarizer.digest.state.runs import Run
    from summarizer.digest.state.store import Store
    from summarizer.pipeline.settings import ModelSettings
    from summarizer.write.chat.batches import Batches
    from summarizer.write.chat.exchange import Chat

# Looks within the time that a digest can wait, and seconds between two of them at most.
_LOOKS = 50
_LONGEST = 60.0
# Seconds that a server may take to end a batch: OpenAI speaks of ten minutes.
_ENDING = 600.0


class Batching:
    """The batches of one run of a job that can wait for them.

    `clock` tells seconds that all workers agree on.
    """

    def __init__(  # noqa: PLR0913  (who is asked, for which run, how long, and who hears of it)
        self,
        model: ModelSettings,
        patience: timedelta,
        run: Run,
        store: Store,
        journal: Journal,
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Get ready; nothing is asked yet. The digest can wait for `patience`."""
        self._patience = patience.total_seconds()
        self._settings = model.connection()
        self._answers = SharedAnswers(store)
        self._run = run
        self._store = store
        self._journal = journal
        self._clock = clock

    def look(self, gather: Callable[[Chat], None], checkpoint: Callable[[str], None]) -> float:
        """See how it is, and do what is to be done; seconds until the next look, 0 if it is over.

        `gather` has each story written with a chat that takes down what has no answer;
        `checkpoint` is told when a batch was sent and that is not yet noted.
        """
        now = self._clock()
        state = batches.waiting(self._store, self._run.job, self._run.period, now)
        late = now - state.since - self._patience
        if state.over:
            return 0.0
        try:
            server = self._server()
            if state.batch is not None:
                state = self._followed(server, state, state.batch, late)
            if state.batch is None and late < 0 and not state.over:
                state = self._sent(server, state, gather, checkpoint)
        except SummarizerError as error:
            self._tell("failed", "warning", code=error.code)
            passing = isinstance(error, TransientError) and late < 0
            state = replace(state, over=not passing)
        if state.batch is None and late >= 0:
            state = replace(state, over=True)
        batches.keep(self._store, state)
        return 0.0 if state.over else min(_LONGEST, self._patience / _LOOKS)

    def _followed(self, server: Batches, state: Waiting, name: str, late: float) -> Waiting:
        """Take what a batch that has ended has; end one that would come too late."""
        batch = server.look(name)
        if batch.ended:
            answers = server.answers(batch)
            for key, answer in answers.items():
                self._answers.put(key_at(self._settings.url, key), answer)
            state = replace(state, batch=None, over=batch.trouble is not None)
            batches.keep(self._store, state)
            server.forget(batch)
            if batch.trouble:
                self._tell("failed", "warning", message=batch.trouble)
            else:
                self._tell("answered", answers=len(answers))
        elif late >= _ENDING:
            state = replace(state, over=True)
            self._tell("given-up", "warning")
        elif late >= 0 and not state.cancelled:
            server.cancel(name)
            state = replace(state, cancelled=True)
            self._tell("cancelled")
        return state

    def _sent(
        self,
        server: Batches,
        state: Waiting,
        gather: Callable[[Chat], None],
        checkpoint: Callable[[str], None],
    ) -> Waiting:
        """Send what has no answer and was in no batch before."""
        gathering = Gathering(self._answers, self._settings.url)
        gather(gathering.ask)
        wanted = [each for key, each in gathering.requests.items() if key not in state.asked]
        if not wanted:
            return replace(state, over=True)
        batch, count = server.submit(wanted, self._purpose(gathering))
        checkpoint("batched")
        self._tell("sent", requests=count)
        asked = state.asked | {each.key for each in wanted[:count]}
        return replace(state, batch=batch.id, asked=asked)

    def _purpose(self, gathering: Gathering) -> str:
        """What a batch of these requests is for: the same for who asks again after a crash."""
        named = "\0".join((self._run.job, self._run.period, *sorted(gathering.requests)))
        return hashlib.sha256(named.encode()).hexdigest()

    def _server(self) -> Batches:
        from summarizer.write.chat.batches import Batches  # noqa: PLC0415  (openai: 1.2 s, 30 MiB)

        return Batches(self._settings)

    def _tell(self, outcome: str, level: Level = "info", **fields: Field) -> None:
        about = {"job": self._run.job, "period": self._run.period}
        self._journal.tell("batch", level, **about, outcome=outcome, **fields)
