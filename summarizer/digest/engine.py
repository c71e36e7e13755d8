"""The engine: DBOS over the state, with signs of life and a sweep that frees a dead worker's work.

One engine a process. It keeps its tables beside ours, asks no other host, and says what it has to
say through the journal.
"""

from __future__ import annotations

import contextlib
import logging
import secrets
import socket
import threading
import time
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from dbos import (
    DBOS,
    DBOSConfig,
    DBOSPortableJSONSerializer,
    PortableWorkflowError,
    SetWorkflowID,
)

from summarizer.digest.state import workers
from summarizer.digest.state.store import ASLEEP
from summarizer.digest.workflow import DIGESTS, LAYOUT, STORIES, WORK
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

    from dbos import WorkflowHandle

    from summarizer.digest.desk import Desk
    from summarizer.digest.journal import Journal, Level

# Digests that one worker makes at a time, beside those that may wait for batches for hours: they
# mostly wait for their stories.
_DIGESTS = 4
# Stories that one worker has in hand at a time, where no model says how many requests may be on
# their way, and for each request that may: while some wait, others read, merge and check.
AT_A_TIME = 8
_AHEAD = 2
# Seconds between two looks into a queue: fewer cost an idle worker more than they save.
_LOOK = 0.25
_WAITING = ("PENDING", "ENQUEUED", "DELAYED")
_LIVE = (*_WAITING, "SUCCESS")


class Engine:
    """Runs digests durably while it is open.

    with Engine(desk) as engine:
        engine.start("morning", "2026-11-21T0600+0100").get_result()
    """

    def __init__(self, desk: Desk) -> None:
        """Prepare; nothing runs yet."""
        self._desk = desk
        self._id = f"{socket.gethostname()}-{secrets.token_hex(6)}"
        self._stop = threading.Event()
        self._beating = threading.Thread(target=self._beat, name="digest-beat", daemon=True)

    def __enter__(self) -> Self:
        """Begin to work, with what dead workers left first."""
        WORK.desk = self._desk
        workers.beat(self._desk.store, self._id)
        logger = logging.getLogger("dbos")
        logger.handlers = [_Handler(self._desk.journal)]
        logger.propagate = False
        DBOS(config=self._config())
        DBOS.launch()
        stories = {job.model.concurrency * _AHEAD for job in self._desk.settings.jobs if job.model}
        waiting = sum(job.batch is not None for job in self._desk.settings.jobs)
        self._queue(DIGESTS, _DIGESTS + waiting)
        self._queue(STORIES, max(stories, default=AT_A_TIME))
        self.sweep()
        self._beating.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop; what is not done stays in the queues, for this process's next life or another."""
        self._stop.set()
        self._beating.join()
        with contextlib.suppress(sa.exc.DBAPIError):  # the database may be away
            workers.retire(self._desk.store, self._id)
        DBOS.destroy()
        logging.getLogger("dbos").handlers = [logging.NullHandler()]  # what is cut off is no error
        self._desk.leave()

    def start(self, job: str, period: str) -> WorkflowHandle[str]:
        """See that the digest of a period is made: begin it, or join in where others have."""
        with SetWorkflowID(_free_name(f"{job} {period}")):
            return DBOS.enqueue_workflow(DIGESTS, WORK.digest, job, period)

    def deliver(self, job: str, period: str, occasion: str) -> WorkflowHandle[None]:
        """See that what is owed of a period is delivered; once for each occasion."""
        with SetWorkflowID(_free_name(f"{job} {period} delivery {occasion}")):
            return DBOS.enqueue_workflow(DIGESTS, WORK.delivery, job, period)

    @staticmethod
    def wait(handle: WorkflowHandle[Any], look: Callable[[], None] | None = None) -> None:
        """Wait until the work is done, by whomever; `look` is called again and again meanwhile.

        Raises:
            SummarizerError: it broke off; the next call begins another attempt.
        """
        while look is not None and handle.get_status().status in _WAITING:
            look()
            time.sleep(_LOOK)
        try:
            handle.get_result(polling_interval_sec=_LOOK)
        except PortableWorkflowError as error:
            hint = "mend what it says, and run the job again: what is done is not done again"
            code = error.code if isinstance(error.code, str) else "broken-off"
            raise SummarizerError(code, f"the run broke off: {error.message}", hint) from error

    def sweep(self) -> int:
        """Free the work of dead workers; how many pieces."""
        store, freed = self._desk.store, 0
        for worker in workers.workers(store):
            if worker.id != self._id and worker.dead and workers.claim(store, worker):
                freed += self._free(worker.id)
                workers.strike_off(store, worker.id)
        return freed

    def _free(self, worker: str) -> int:
        pending = DBOS.list_workflows(
            status="PENDING", executor_id=worker, load_input=False, load_output=False
        )
        for queue in (DIGESTS, STORIES):
            ids = [each.workflow_id for each in pending if each.queue_name == queue]
            if ids:
                DBOS.resume_workflows(ids, queue_name=queue)
        if pending:  # a worker that was told to stop leaves its row, and mostly nothing else
            self._desk.journal.tell("freed", worker=worker, pieces=len(pending))
        return len(pending)

    def _queue(self, name: str, at_a_time: int) -> None:
        DBOS.register_queue(
            name,
            worker_concurrency=at_a_time,
            polling_interval_sec=_LOOK,
            on_conflict="always_update",
        )

    def _config(self) -> DBOSConfig:
        return DBOSConfig(
            name="summarizer-digest",
            system_database_url=self._desk.store.url.render_as_string(hide_password=False),
            executor_id=self._id,
            application_version=LAYOUT,
            serializer=DBOSPortableJSONSerializer(),
            log_level="WARNING",
            notification_listener_polling_interval_sec=_LOOK,  # so long may closing take
            enable_otlp=False,
            sys_db_idle_transaction_timeout_sec=ASLEEP / 1000,
        )

    def _beat(self) -> None:
        while not self._stop.wait(workers.BEAT):
            # a database that is away for a while must not end the signs of life
            with contextlib.suppress(Exception):
                workers.beat(self._desk.store, self._id)
                self.sweep()


def _free_name(name: str) -> str:
    """The name of this work; after an attempt that broke off with a bug, that of the next one."""
    attempt, whole = 1, name
    while (found := DBOS.get_workflow_status(whole)) and found.status not in _LIVE:
        attempt += 1
        whole = f"{name} #{attempt}"
    return whole


class _Handler(logging.Handler):
    """Hands the engine's log on to the journal."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(logging.WARNING)
        self._journal = journal

    def emit(self, record: logging.LogRecord) -> None:
        """Tell what the engine says, on one line."""
        level: Level = "error" if record.levelno >= logging.ERROR else "warning"
        message = record.getMessage()
        if record.exc_info and record.exc_info[1]:
            message += f" {type(record.exc_info[1]).__name__}: {record.exc_info[1]}"
        self._journal.tell("engine", level, message=" ".join(message.split()))
