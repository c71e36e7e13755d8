"""A draft of a story that the check has passed, whoever writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.model.summary import Tokens
from summarizer.verify import Library, check, of_draft
from summarizer.verify.registry import selected
from summarizer.write.extractive.writer import write
from summarizer.write.repair import repair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.findings import CheckReport
    from summarizer.model.story import Story
    from summarizer.model.summary import Draft, Parameter, PromptReference, Withheld, Writing

# So often the extractive writer is asked for other sentences.
_ROUNDS = 3
_NONE = Tokens(input=0, output=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long a summary may be."""

    max_words: int
    max_sentences: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """How a draft was written; the fields are those of `Provenance`."""

    writer: str = "extractive"
    model: str | None = None
    prompt: PromptReference | None = None
    parameters: tuple[tuple[str, Parameter], ...] = ()
    tokens: Tokens = _NONE
    cost: float | None = None
    writing: Writing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A draft without errors, its report, and what was withheld on the way."""

    draft: Draft
    report: CheckReport
    withheld: tuple[Withheld, ...]
    made: Made = Made()


class Assignment:
    """A story to be written up: how long, and the check that its drafts have to pass."""

    def __init__(
        self,
        story: Story,
        limits: Limits,
        *,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
    ) -> None:
        """Prepare the sources, once for all drafts; `select` and `ignore` rules as `check`."""
        self.story = story
        self.limits = limits
        self.library = Library(story)
        self.rules = selected(select, ignore)
        self._select, self._ignore = select, ignore
        self._known: list[tuple[Draft, CheckReport]] = []

    def judge(self, draft: Draft) -> CheckReport:
        """What the check says of a draft; of one that it has seen, what it said."""
        for seen, report in self._known:
            if seen == draft:
                return report
        report = check(of_draft(draft), self.library, select=self._select, ignore=self._ignore)
        self._known.append((draft, report))
        return report


def extracted(task: Assignment) -> Drafted:
    """A draft in the sources' own sentences.

    A claim that cannot be repaired is withheld and the writer is asked again without it, so that
    another fact can take its place; the rounds are bounded, and the last one only takes away.
    """
    withheld: dict[str, Withheld] = {}
    for _ in range(_ROUNDS):
        draft = write(
            task.story,
            max_words=task.limits.max_words,
            max_sentences=task.limits.max_sentences,
            without=frozenset(withheld),
        )
        draft, refused, report = repair(draft, task.story, task.judge)
        withheld |= {each.text: each for each in refused}
        if not refused:
            break
    return Drafted(draft=draft, report=report, withheld=tuple(withheld.values()))
