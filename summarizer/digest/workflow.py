"""A digest as durable steps: what is done is not done again after a crash.

fetch → choose → batches, where they are waited for → each story by itself, on any worker → compose
→ each delivery → finish. A step may run twice (it ended, and the process died before that was
recorded), so each is safe to repeat.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dbos import DBOS, DBOSConfiguredInstance, SetWorkflowID

from summarizer.digest.state.store import away

if TYPE_CHECKING:
    from summarizer.digest.desk import Desk
    from summarizer.digest.model import Channel

# Which steps there are, in which order: work that was begun is gone on with by programs of the
# same layout alone, so any change of the steps below takes the next number.
LAYOUT = "digest-2"
DIGESTS, STORIES = "digests", "stories"
# Seconds between the attempts of a delivery; what then fails stays owed and is tried again later.
_WAITS = (1.0, 5.0)
# Seconds between two looks whether a story is done.
_LOOK = 0.2


# Waits of 1 to 64 seconds: a database that is restarted, or moved to another host, comes back.
_STEP: dict[str, Any] = {
    "retries_allowed": True,
    "max_attempts": 8,
    "should_retry": away,
}


@DBOS.dbos_class()
class DigestWork(DBOSConfiguredInstance):
    """The workflows of digest jobs; `desk` does the work."""

    desk: Desk

    def __init__(self) -> None:
        """Tell the engine by what name to find the work after a crash."""
        super().__init__("digest")

    @DBOS.workflow(name="digest")
    def digest(self, job: str, period: str) -> str:
        """Make and deliver the digest of a period; its status."""
        self.fetch(job, period)
        chosen = self.choose(job, period)
        while self.batch(job, period):
            pass
        waiting = [self._begin(job, period, story) for story in chosen]
        for handle in waiting:
            handle.get_result(polling_interval_sec=_LOOK)
        status = self.compose(job, period)
        self._deliver(job, period)
        self.finish(job, period)
        return status

    @DBOS.workflow(name="story")
    def story(self, job: str, period: str, story: str) -> None:
        """Write one story up."""
        self.tell(job, period, story)

    @DBOS.workflow(name="delivery")
    def delivery(self, job: str, period: str) -> None:
        """Deliver what is still owed of a period."""
        self._deliver(job, period)

    def _begin(self, job: str, period: str, story: str) -> Any:  # noqa: ANN401  (DBOS's handle)
        with SetWorkflowID(f"{DBOS.workflow_id} {story}"):
            return DBOS.enqueue_workflow(STORIES, self.story, job, period, story)

    def _deliver(self, job: str, period: str) -> None:
        for channel, recipient in self.owed(job, period):
            for wait in (*_WAITS, None):
                if self.deliver(job, period, channel, recipient) or wait is None:
                    break
                DBOS.sleep(wait)

    @DBOS.step(**_STEP)
    def fetch(self, job: str, period: str) -> None:
        """Bring what the sources have."""
        self.desk.fetch(job, period)

    @DBOS.step(**_STEP)
    def choose(self, job: str, period: str) -> list[str]:
        """Choose what is told; the ids of the stories."""
        return self.desk.choose(job, period)

    @DBOS.step(**_STEP)
    def batch(self, job: str, period: str) -> bool:
        """Look after batches of requests and wait a while; whether that is to be done again.

        The waiting is within the step, so that it is not done again after a crash.
        """
        return self.desk.batch(job, period)

    @DBOS.step(**_STEP)
    def tell(self, job: str, period: str, story: str) -> None:
        """Write a story up and keep it."""
        self.desk.tell(job, period, story)

    @DBOS.step(**_STEP)
    def compose(self, job: str, period: str) -> str:
        """Make the digest of what was told; its status."""
        return self.desk.compose(job, period)

    @DBOS.step(**_STEP)
    def owed(self, job: str, period: str) -> list[tuple[Channel, str]]:
        """The channels and recipients that do not have the digest."""
        return self.desk.owed(job, period)

    @DBOS.step(**_STEP)
    def deliver(self, job: str, period: str, channel: Channel, recipient: str) -> bool:
        """Deliver to one recipient; whether that is done."""
        return self.desk.deliver(job, period, channel, recipient)

    @DBOS.step(**_STEP)
    def finish(self, job: str, period: str) -> None:
        """Note that the run is over, and forget what is old."""
        self.desk.finish(job, period)


WORK = DigestWork()
