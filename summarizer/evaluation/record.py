"""Recording: a model is asked about each case, and its answers become cassettes.

Each trial is the walk itself with a `Tape`: what was recorded before is replayed, the rest is asked
and kept at once. So a recording that was ended in any way goes on where it was, and asks for
nothing again that was answered.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from summarizer.errors import NoCommonStory, NothingToPublish, ProviderError, UsageError
from summarizer.evaluation.budget import UnpaidError
from summarizer.evaluation.recipe import Recipe, settle
from summarizer.evaluation.subjects import prompt_folder
from summarizer.evaluation.suites import read_case
from summarizer.evaluation.tape import Tape
from summarizer.files import PART
from summarizer.pipeline.drafts import Assignment, Limits
from summarizer.pipeline.modelled import ModelWriter
from summarizer.pipeline.stories import common_story
from summarizer.pipeline.walk import unheard, written_up
from summarizer.write.chat import Timing, in_order, open_chat
from summarizer.write.chat.cassette import recording
from summarizer.write.prompted.budget import price_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from summarizer.evaluation.budget import Budget
    from summarizer.evaluation.model import Subject
    from summarizer.evaluation.suites import Place, Suite
    from summarizer.model.article import Article
    from summarizer.model.story import Story
    from summarizer.pipeline.settings import ModelSettings
    from summarizer.write.chat.exchange import Answer, Chat, Request
    from summarizer.write.prompted.budget import Price

# Workers for each request under way: some read and check while others wait for the model.
_AHEAD = 2
State = Literal["recorded", "there", "failed", "unpaid"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One summary to be written: a case, a prompt with a model, and which time."""

    suite: Suite
    case: str
    subject: Subject
    number: int

    def __str__(self) -> str:
        """The trial for people: "news/river, summarize@1 quill-2, trial 3"."""
        return f"{self.suite.name}/{self.case}, {self.subject}, trial {self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What became of a trial: recorded now, `there` before, failed, or left unpaid.

    `asked` are new answers.
    """

    trial: Trial
    state: State
    asked: int
    problem: str | None = None


def planned(suites: Sequence[Suite], subjects: Sequence[Subject], trials: int) -> tuple[Trial, ...]:
    """The first trial of everything, then the second: what is cut short has all cases alike."""
    return tuple(
        Trial(suite=suite, case=case, subject=subject, number=number)
        for number in range(1, trials + 1)
        for suite in suites
        for case in suite.cases
        for subject in subjects
    )


class Recorder:
    """Asks for trials with the same settings, several at a time."""

    def __init__(
        self,
        where: Place,
        settings: ModelSettings,
        *,
        budget: Budget,
        seeded: bool,
        notice: Callable[[str], None],
    ) -> None:
        """Get ready to ask; nothing is asked yet. `seeded`: each trial has its number as the seed.

        Raises:
            UsageError: settings that cannot be.
        """
        self._where, self._seeded, self._budget = where, seeded, budget
        self._settings = replace(settings, cache=False, max_cost=None)
        self._timing = Timing()
        connection = self._settings.connection()
        self._host = connection.host.partition(":")[0]
        self._own_server = connection.base_url
        self._chat = open_chat(connection, notice=notice, timing=self._timing)
        self._stories: dict[str, tuple[tuple[Article, ...], Story]] = {}
        # held by the one thread that computes: an answer that comes is then written at once,
        # and does not wait for its turn behind all who read and check
        self._turn = threading.Lock()

    def record(self, trials: Sequence[Trial]) -> Iterator[Done]:
        """What became of each trial, in order; where the iterator is closed nothing more is sent.

        Raises:
            UsageError: there is no such prompt, no price for the budget, another recording is under
                way, or answers are there that were asked for otherwise.
            InputError: a case is wrong.
        """
        for model in dict.fromkeys(each.subject.model for each in trials):
            self._budget.require(model, self._price(model))
        with _alone(self._where):
            workers = _AHEAD * self._settings.concurrency
            yield from in_order(self._recorded, trials, workers=workers, stop=self._timing.stop)

    def _price(self, model: str | None) -> Price | None:
        return price_of(model or "", self._settings.prices, self._own_server)

    def _recorded(self, trial: Trial) -> Done:
        folder = prompt_folder(self._where, trial.suite, trial.case, trial.subject)
        target = folder / str(trial.number)
        paying = self._budget.paying(self._chat, self._price(trial.subject.model))
        tape = Tape(target, self._aside(recording(paying, target, self._host)))
        try:
            with self._turn:
                settle(folder, self._recipe)
                self._write(trial, tape)
        except (NoCommonStory, NothingToPublish):
            pass  # answered all the same
        except UnpaidError:
            return Done(trial=trial, state="unpaid", asked=tape.new)
        except ProviderError as error:
            return Done(trial=trial, state="failed", asked=tape.new, problem=error.message)
        return Done(trial=trial, state="recorded" if tape.new else "there", asked=tape.new)

    def _aside(self, chat: Chat) -> Chat:
        """A chat that lets others compute until its answer is there and kept."""

        def ask(request: Request) -> Answer:
            self._turn.release()
            try:
                return chat(request)
            finally:
                self._turn.acquire()

        return ask

    def _write(self, trial: Trial, tape: Tape) -> None:
        """Walk through the case as judging will."""
        settings = replace(
            self._settings,
            name=trial.subject.model,
            prompt=trial.subject.name,
            prompts_dir=self._settings.prompts_dir or self._where.prompts,
            seed=trial.number if self._seeded else None,
        )
        articles, story = self._story(trial)
        limits = Limits(max_words=trial.suite.max_words, max_sentences=trial.suite.max_sentences)
        writer = ModelWriter(settings, unheard, chat=tape)  # judging tells what it was worth
        written_up(articles, Assignment(story, limits), writer.write)

    def _story(self, trial: Trial) -> tuple[tuple[Article, ...], Story]:
        """The articles of a case and their story, read and merged once for all trials."""
        key = f"{trial.suite.name}/{trial.case}"
        if key not in self._stories:
            articles = read_case(trial.suite, trial.case).articles
            self._stories[key] = articles, common_story(articles)
        return self._stories[key]

    @property
    def _recipe(self) -> Recipe:
        given = self._settings
        return Recipe(
            temperature=given.temperature,
            input_tokens=given.input_tokens,
            max_tokens=given.max_tokens,
            datamarking=given.datamarking,
        )


@contextmanager
def _alone(where: Place) -> Iterator[None]:
    """Be the only recording in a folder, and clear away what one that was killed left half done.

    Raises:
        UsageError: another one is under way.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  (only who asks a model locks)

    for folder in (where.cassettes, where.runs):
        folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(where.runs / ".recording.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as reason:
        message = f"another recording into {where.cassettes} is under way"
        raise UsageError("recording-under-way", message, "wait for its end") from reason
    try:
        for path in where.cassettes.rglob(f"*{PART}"):
            path.unlink(missing_ok=True)
        yield
    finally:
        lock.release()
