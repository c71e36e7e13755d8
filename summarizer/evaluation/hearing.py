"""One case, heard: what each subject made of it, and what the check says of that.

Reading and merging are done once for all trials and subjects of a case.
"""

from __future__ import annotations

import functools
import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import InputError, NoCommonStory, NothingToPublish
from summarizer.evaluation.model import Failure, Outcome, ToldClaim
from summarizer.evaluation.planting import planted
from summarizer.evaluation.recipe import recipe_of
from summarizer.evaluation.reordering import reordered
from summarizer.evaluation.subjects import prompt_folder, summaries
from summarizer.evaluation.tape import Tape
from summarizer.evaluation.telling import told, told_claims
from summarizer.merge import merge
from summarizer.model.codec import encode
from summarizer.model.findings import CheckReport
from summarizer.pipeline.drafts import Assignment, Limits, extracted
from summarizer.pipeline.modelled import ModelWriter
from summarizer.pipeline.settings import ModelSettings
from summarizer.pipeline.stories import common_story
from summarizer.pipeline.walk import unheard, written_up
from summarizer.read.decode import decode
from summarizer.verify import Library, check, parse
from summarizer.write.prompted.budget import price_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Planted, Subject
    from summarizer.evaluation.suites import Place, Suite
    from summarizer.model.article import Article
    from summarizer.model.summary import Summary
    from summarizer.pipeline.drafts import Drafted

    Writing = Callable[[Assignment], Drafted]

# The time that a summary records, so that judging gives the same bytes every day.
_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Which rules there are while judging, as `check` takes them: in the walk and after it."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class Hearing:
    """A case with everything that all subjects share."""

    def __init__(
        self, where: Place, suite: Suite, case: Case, *, rules: Rules, prompts_dir: Path | None
    ) -> None:
        """Merge nothing yet."""
        self._where, self._suite, self._case = where, suite, case
        self._name = case.folder.name
        self._chosen = asdict(rules)
        self._prompts_dir = prompts_dir or where.prompts

    @functools.cached_property
    def _task(self) -> Assignment:
        return self._assigned(self._case.articles)

    def _assigned(self, articles: Sequence[Article]) -> Assignment:
        limits = Limits(max_words=self._suite.max_words, max_sentences=self._suite.max_sentences)
        return Assignment(common_story(articles), limits, **self._chosen)

    @functools.cached_property
    def _library(self) -> Library:
        """All inputs, as a reader has them, with those that the walk leaves aside."""
        articles = self._case.articles
        try:
            whole = len(self._task.story.articles) == len(articles)
        except NoCommonStory:
            whole = False
        return self._task.library if whole else Library(merge(articles))

    @functools.cached_property
    def _planted(self) -> tuple[Planted, ...]:
        return planted(self._case.expected, self._check)

    def _check(self, text: str) -> CheckReport:
        return check(parse(text), self._library, **self._chosen)

    def outcome(self, subject: Subject, trial: int) -> Outcome:
        """What a subject made of the case in a trial.

        Raises:
            StaleError: what was recorded answers another request than today's.
            SummarizerError: recorded answers or summaries cannot be read.
        """
        heard = {"prompt": self._prompted, "writer": self._written, "summaries": self._foreign}
        try:
            return heard[subject.kind](subject, trial)
        except (NoCommonStory, NothingToPublish) as reason:
            failure = Failure(code=reason.code, message=reason.message)
            return replace(self._blank(subject, trial), failure=failure)

    def _blank(self, subject: Subject, trial: int) -> Outcome:
        """An outcome with nothing in it yet."""
        return Outcome(
            suite=self._suite.name,
            case=self._name,
            subject=subject,
            trial=trial,
            headline=None,
            claims=(),
            summary=None,
            report=None,
            failure=None,
            seconds=None,
            tokens=None,
            cost=None,
            planted=self._planted,
        )

    def _prompted(self, subject: Subject, trial: int) -> Outcome:
        folder = prompt_folder(self._where, self._suite, self._name, subject)
        settings = ModelSettings(
            name=subject.model,
            prompt=subject.name,
            prompts_dir=self._prompts_dir,
            seed=trial,
            cache=False,
            **asdict(recipe_of(folder)),
        )
        tape = Tape(folder / str(trial))
        writer = ModelWriter(settings, unheard, chat=tape)
        price = price_of(subject.model or "")
        return replace(
            self._published(subject, trial, writer.write),
            seconds=tape.seconds,
            tokens=tape.tokens.input + tape.tokens.output,
            cost=price.of(tape.tokens) if price else None,
        )

    def _written(self, subject: Subject, trial: int) -> Outcome:
        outcome = self._published(subject, trial, extracted)
        return replace(outcome, reordered=reordered(self._case, self._assigned))

    def _published(self, subject: Subject, trial: int, write: Writing) -> Outcome:
        """What one of our own writers publishes, checked as a reader would."""
        made: list[Drafted] = []

        def noted(task: Assignment) -> Drafted:
            made.append(write(task))
            return made[-1]

        summary = written_up(self._case.articles, self._task, noted, _MOMENT)
        return replace(
            self._blank(subject, trial),
            headline=told(summary.headline.text, summary.headline.citations),
            claims=told_claims(summary.claims),
            summary=summary,
            report=self._report(summary, made[-1]),
        )

    def _report(self, summary: Summary, drafted: Drafted) -> CheckReport:
        """The check of a summary; the walk's own, where it knew all that a reader has."""
        if self._library is not self._task.library:
            return self._check(json.dumps(encode(summary)))
        found = summary.verification
        return CheckReport(
            verdict=found.verdict, claims=drafted.report.claims, findings=found.findings
        )

    def _foreign(self, subject: Subject, trial: int) -> Outcome:
        path = summaries(Path(subject.name), self._suite.name, self._name)[trial - 1]
        try:
            report = self._check(decode(path.read_bytes(), str(path), declared=False))
        except InputError as reason:  # no summary at all: this is what is wrong with it
            failure = Failure(code=reason.code, message=reason.message)
            return replace(self._blank(subject, trial), failure=failure)
        claims = {
            each.index: ToldClaim(text=each.text, sources=each.sources) for each in report.claims
        }
        return replace(
            self._blank(subject, trial),
            headline=claims.pop(-1, None),
            claims=tuple(claims.values()),
            report=report,
        )
