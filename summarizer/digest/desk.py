"""The work of a digest, step by step; the engine calls it and sees that every step is done.

Each step is safe to repeat: what it leaves in the state is the same the second time.
"""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from summarizer.digest.batching import Batching
from summarizer.digest.deliver import send
from summarizer.digest.documents.wording import unread
from summarizer.digest.fetching.collect import collect
from summarizer.digest.model import Delivery, Digest, DigestStory, Failed, articles_of
from summarizer.digest.schedule import period_moment
from summarizer.digest.state import items, ledger, retention, runs, stories
from summarizer.digest.state.answers import SharedAnswers
from summarizer.digest.state.bookings import SharedBook
from summarizer.digest.state.memory import StoredMemory
from summarizer.digest.state.store import away
from summarizer.digest.stories import changes, choose
from summarizer.errors import SummarizerError, UsageError
from summarizer.pipeline.walk import limits_of, settings_of, summarized, unheard, writing_with
from summarizer.read.web.target import shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from summarizer.digest.journal import Journal
    from summarizer.digest.model import Channel, Item, PastStory, Pick, Problem, Status
    from summarizer.digest.settings import DigestSettings, Job
    from summarizer.digest.state.runs import Run
    from summarizer.digest.state.store import Store
    from summarizer.pipeline.drafts import Assignment, Drafted
    from summarizer.pipeline.settings import ModelSettings
    from summarizer.write.chat.exchange import Chat

    Write = Callable[[Assignment], Drafted]

# A story that nothing was told of for so long is new when it comes back.
MEMORY = timedelta(days=14)
# Fetching that begins so soon after its run counts as of the run's time.
SOON = timedelta(hours=1)
# So often a story is begun before it counts as one that kills whoever writes it.
ATTEMPTS = 5


class Desk:
    """Does the steps for the jobs of a `digest.toml`; used by several threads.

    `clock` says what time it is, `checkpoint` is told the name of each point that a process may die
    at, for those who try that out.
    """

    def __init__(
        self,
        settings: DigestSettings,
        store: Store,
        journal: Journal,
        clock: Callable[[], datetime],
        checkpoint: Callable[[str], None] = unheard,
    ) -> None:
        """Take over the jobs."""
        self.settings = settings
        self.store = store
        self.journal = journal
        self.clock = clock
        self._checkpoint = checkpoint
        self._writers: dict[str, Write] = {}
        self._lock = threading.Lock()
        self._left = threading.Event()

    def fetch(self, job: str, period: str) -> None:
        """Bring what the sources have; what could not be read is noted with the run."""
        order, run = self.job(job), self.run(job, period)
        now = self._moment(run)
        memory = StoredMemory(self.store, job, now)
        found = collect(
            order.sources,
            memory,
            now,
            order.fetch,
            self.heard(job, period),
            since=run.cutoff - order.window,
            count=self.journal.count,
        )
        memory.flush()
        self._checkpoint("fetched")
        runs.keep_problems(self.store, run, found.problems)
        told, problems = len(found.items), len(found.problems)
        self.journal.tell("fetched", job=job, period=period, items=told, problems=problems)
        about: dict[str, str] = {"job": job, "period": period, "outcome": "failed"}
        for each in order.lost(found.problems):
            fields = {"place": shown(each.place), "code": each.code, "message": unread(each)}
            self.journal.tell("source", "warning", **about, **fields)

    def choose(self, job: str, period: str) -> list[str]:
        """Choose the stories of the window and keep the picks; their ids."""
        order, run = self.job(job), self.run(job, period)
        chosen = stories.picks_of(self.store, job, period)
        if chosen:  # by a run that died before it could say so
            return [pick.story for pick in chosen]
        found = items.within(self.store, job, run.cutoff - order.window, run.cutoff)
        picks, selection = choose(found, order, self._past(run))
        self._checkpoint("chosen")
        stories.keep_picks(self.store, job, period, picks, selection)
        self.journal.tell("chosen", job=job, period=period, items=len(found), stories=len(picks))
        return [pick.story for pick in picks]

    def batch(self, job: str, period: str) -> bool:
        """Have the stories' requests answered in batches, where the job can wait for them.

        Looks once, and waits until it is time to look again; False if there is nothing to wait for.
        """
        order, run = self.job(job), self.run(job, period)
        if order.model is None or order.batch is None:
            return False
        batching = Batching(order.model, order.batch, run, self.store, self.journal)
        wait = batching.look(lambda chat: self._rehearse(order, run, chat), self._checkpoint)
        self._left.wait(wait)
        return wait > 0

    def tell(self, job: str, period: str, story: str) -> None:
        """Write a story up, and keep it or why it failed."""
        order, run = self.job(job), self.run(job, period)
        begun = stories.begin(self.store, job, period, story)
        if begun.told:
            return
        found = items.by_id(self.store, job, begun.pick.items)
        if begun.attempts > ATTEMPTS:
            message = f"it was begun {ATTEMPTS} times, and each time the process died"
            outcome: DigestStory | Failed = _failed(begun.pick, found, "given-up", message)
        else:
            outcome = self._told(order, run, begun.pick, found, self._writer(order))
        self._checkpoint("told")
        stories.keep_outcome(self.store, job, period, story, outcome)
        code = outcome.code if isinstance(outcome, Failed) else None
        about: dict[str, str] = {"job": job, "period": period, "story": story}
        if code is None:
            self.journal.tell("story", **about, outcome="told")
        else:
            self.journal.tell("story", "warning", **about, outcome="failed", code=code)

    def compose(self, job: str, period: str) -> Status:
        """Make the digest of what was told, and promise it to everybody; its status."""
        order, run = self.job(job), self.run(job, period)
        outcomes = stories.outcomes(self.store, job, period)
        told = tuple(each for each in outcomes if isinstance(each, DigestStory))
        failed = tuple(each for each in outcomes if isinstance(each, Failed))
        problems = runs.problems(self.store, run)
        digest = Digest(
            schema=1,
            job=job,
            period=period,
            at=period_moment(period).isoformat(),
            status=_status(order, told, failed, problems),
            stories=told,
            failed=failed,
            problems=problems,
            selection=stories.selection_of(self.store, job, period),
        )
        self._checkpoint("composed")
        runs.keep_digest(self.store, digest)
        promised = [self._delivery(run, *each) for each in order.deliver.recipients()]
        ledger.promise(self.store, promised, self.clock())
        self.journal.tell("digest", job=job, period=period, status=digest.status)
        return digest.status

    def owed(self, job: str, period: str) -> list[tuple[Channel, str]]:
        """The channels and recipients of the job that do not have the digest."""
        listed = set(self.job(job).deliver.recipients())
        owed = ledger.owed(self.store, job, period)
        pairs = [(each.channel, each.recipient) for each in owed]
        return [each for each in pairs if each in listed]

    def deliver(self, job: str, period: str, channel: Channel, recipient: str) -> bool:
        """Deliver to one recipient, unless that was done; whether it is done now.

        Between what is sent and the note that it was, a process may die: then it is sent again,
        with the same key, by which the receiving side knows it.
        """
        delivery = Delivery(job=job, period=period, channel=channel, recipient=recipient)
        digest = runs.digest_of(self.store, job, period)
        attempt = ledger.intend(self.store, delivery, self.clock())
        if digest is None or attempt is None:
            return True
        self._checkpoint("sending")
        if not ledger.current(self.store, delivery, attempt):
            return True
        told: dict[str, str] = {"job": job, "period": period, "channel": channel}
        try:
            receipt = send(digest, self.job(job), delivery, self.clock())
        except Exception as error:  # noqa: BLE001  (an outer edge: others wait for theirs)
            code = error.code if isinstance(error, SummarizerError) else "bug"
            ledger.failed(self.store, delivery, self.clock(), f"{code}: {error}")
            self.journal.tell("delivery", "warning", outcome="failed", code=code, **told)
            return False
        self._checkpoint("sent")
        ledger.done(self.store, receipt)
        self.journal.tell("delivery", outcome="done", **told)
        return True

    def finish(self, job: str, period: str) -> None:
        """Note that the run is over, and forget what is older than is kept."""
        run = self.run(job, period)
        runs.finish(self.store, job, period, self.clock())
        retention.forget(self.store, self.job(job), run.cutoff, self.settings.keep_days)
        self._checkpoint("finished")

    def job(self, name: str) -> Job:
        """The settings of a job.

        Raises:
            UsageError: there is no such job.
        """
        return self.settings.job(name)

    def run(self, job: str, period: str) -> Run:
        """The run of a period that was begun."""
        run = runs.get(self.store, job, period)
        if run is None:
            hint = "see 'summarizer digest history'"
            raise UsageError("no-run", f"there is no run of {job} for {period}", hint)
        return run

    def leave(self) -> None:
        """Let nobody wait any longer: the engine has stopped, and records nothing any more."""
        self._left.set()

    def heard(self, job: str, period: str | None) -> Callable[[str], None]:
        """What takes notes of the rooms, and tells them with the ids of the run."""
        return lambda message: self.journal.tell("note", job=job, period=period, message=message)

    def _moment(self, run: Run) -> datetime:
        """The time of fetching: where it can be the run's, so that what comes now is no later."""
        now = self.clock()
        return run.cutoff if abs(now - run.cutoff) < SOON else now

    def _told(
        self, order: Job, run: Run, pick: Pick, found: tuple[Item, ...], write: Write
    ) -> DigestStory | Failed:
        articles = articles_of(found)
        try:
            limits = limits_of(order.max_words, order.max_sentences)
            summary = summarized(articles, write, limits, run.at)
        except SummarizerError as error:
            return _failed(pick, found, error.code, error.message)
        except Exception as error:  # an outer edge: one story must not cost the others
            if away(error):  # the step is done again
                raise
            return _failed(pick, found, "bug", f"{type(error).__name__}: {error}")
        if summary.verification.verdict != "pass":
            return _failed(pick, found, "failed-check", "the summary did not pass the check")
        before = self._past(run, pick.story)
        changed = changes(summary, articles, before[0]) if before else None
        return DigestStory(story=pick.story, summary=summary, changes=changed)

    def _rehearse(self, order: Job, run: Run, chat: Chat) -> None:
        """Have each story of a run written with a chat that may have no answer yet.

        What comes of it is not kept: a story waits, or its own turn will tell what is wrong.
        """
        from summarizer.pipeline.modelled import ModelWriter  # noqa: PLC0415  (only for models)

        write = ModelWriter(settings_of(self._shared(order.model)), unheard, chat=chat).write
        for pick in stories.picks_of(self.store, run.job, run.period):
            self._told(order, run, pick, items.by_id(self.store, run.job, pick.items), write)

    def _writer(self, order: Job) -> Write:
        """One writer for all stories of a job: the limits of its model hold for all of them."""
        with self._lock:
            if order.name not in self._writers:
                heard, model = self.heard(order.name, None), self._shared(order.model)
                self._writers[order.name] = writing_with(order.writer, model, heard)
            return self._writers[order.name]

    def _shared(self, model: ModelSettings | None) -> ModelSettings | None:
        """The model, with answers and limits that hold for all workers together."""
        if model is None:
            return None
        shared = replace(model, answers=SharedAnswers(self.store))
        if (model.requests_per_minute, model.tokens_per_minute) == (None, None):
            return shared
        return replace(shared, book=SharedBook(self.store, model.connection().url))

    def _past(self, run: Run, only: str | None = None) -> tuple[PastStory, ...]:
        return stories.past(self.store, run.job, run.at, run.at - MEMORY, only=only)

    @staticmethod
    def _delivery(run: Run, channel: Channel, recipient: str) -> Delivery:
        return Delivery(job=run.job, period=run.period, channel=channel, recipient=recipient)


def _failed(pick: Pick, found: tuple[Item, ...], code: str, message: str) -> Failed:
    addresses = tuple(item.url for item in found)
    return Failed(
        story=pick.story, title=pick.title, addresses=addresses, code=code, message=message
    )


def _status(
    order: Job,
    told: tuple[DigestStory, ...],
    failed: tuple[Failed, ...],
    problems: tuple[Problem, ...],
) -> Status:
    """Degraded if a story failed or a whole source could not be read; else empty or complete."""
    if failed or order.lost(problems):
        return "degraded"
    return "complete" if told else "empty"
