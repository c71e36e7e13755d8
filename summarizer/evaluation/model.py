"""What judging and comparing give, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from summarizer.model.findings import CheckReport, Evidence, Support
from summarizer.model.summary import Citation, Summary

if TYPE_CHECKING:
    from collections.abc import Mapping

SubjectKind = Literal["prompt", "writer", "summaries"]
Better = Literal["higher", "lower"]
Change = Literal["regressed", "no evidence", "improved"]
ClaimFate = Literal["same", "reworded", "other citations", "added", "dropped"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Subject:
    """Who wrote: a prompt and the model that was given it, a writer without a model, or somebody.

    `name` is NAME@VERSION of a prompt, the name of a writer, or a folder of Markdown summaries.
    """

    kind: SubjectKind
    name: str
    model: str | None = None

    @property
    def own(self) -> bool:
        """Whether what it publishes has passed our check, so that a fault in it is a failure."""
        return self.kind != "summaries"

    def __str__(self) -> str:
        """The name, with the model where there is one: "summarize@1 gpt-5"."""
        return f"{self.name} {self.model}" if self.model else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldClaim:
    """A sentence of a summary, whether it comes from our JSON or from Markdown.

    `sources` are ids; `spans` the exact places, empty where the summary gives none (Markdown).
    `kind` is None where nobody says (Markdown, a headline).
    """

    text: str
    sources: tuple[str, ...]
    spans: tuple[Citation, ...] = ()
    speaker: str | None = None
    via: tuple[str, ...] = ()
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why there is no summary."""

    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """What the check says of a sentence that the suite calls faulty or sound.

    `found` are the rules at level error or warning that say something of it, `errors` those at
    level error. `right`: a faulty one is found by a rule that its case names, a sound one has no
    error and is not called unsupported.
    """

    id: str
    kind: Literal["faulty", "sound"]
    text: str
    families: tuple[str, ...]
    found: tuple[str, ...]
    errors: tuple[str, ...]
    verdict: Support
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a subject made of a case in one trial (from 1), and what the check says of it.

    `claims` are without the headline. `summary` is None for Markdown, `report` is the check by all
    selected rules of what is published (claims by index, -1 the headline); all three are empty
    where there is a `failure`. `seconds` and `tokens` (input and output) are the model's, `cost`
    is in US dollars; None where nobody knows. `planted` is the same for all trials of a case.
    `reordered` are the claims with the articles in the opposite order, where that costs nothing.
    """

    suite: str
    case: str
    subject: Subject
    trial: int
    headline: ToldClaim | None
    claims: tuple[ToldClaim, ...]
    summary: Summary | None
    report: CheckReport | None
    failure: Failure | None
    seconds: float | None
    tokens: int | None
    cost: float | None
    planted: tuple[Planted, ...] = ()
    reordered: tuple[ToldClaim, ...] | None = None

    @property
    def place(self) -> tuple[str, str, Subject, int]:
        """What it is the outcome of: suite, case, subject, trial."""
        return self.suite, self.case, self.subject, self.trial


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What a scorer says of an outcome: a value, or None if it does not apply, or a failure.

    `detail` are lines for people: what was missing, what was wrong.
    """

    metric: str
    value: float | None
    failure: str | None = None
    detail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """An outcome with its scores, by metric in the order of the scorers."""

    outcome: Outcome
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """The mean of a metric over cases (trials nested), with the bounds of its 95 % interval.

    The bounds are None where one case alone has the metric, and it has none of its own.
    """

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HardFailure:
    """What fails a judgement whatever the statistics say."""

    code: str
    case: str
    subject: str
    trial: int | None
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """Recorded answers to a request that is not the one that would be sent today."""

    case: str
    subject: str
    trial: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The judgement of one or several subjects: floors kept and no hard failure is a pass.

    `below` names floors that are not kept. `cases` and `trials` count what was judged.
    """

    verdict: Literal["pass", "fail"]
    cases: int
    trials: int
    metrics: Mapping[str, Metric]
    hard_failures: tuple[HardFailure, ...]
    below: tuple[str, ...]
    stale: tuple[Stale, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """B against A in one metric: `difference` is B - A with a 95 % interval, paired by case.

    `low` and `high` are None for one case alone. `p` is adjusted over the metrics (Holm).
    `smallest` is the smallest true difference that these cases would show (None: they can show
    none). `better` says which direction is good. `stories` counts the cases that have the metric
    on both sides. A metric that does not decide never is regressed or improved.
    """

    a: float
    b: float
    difference: float
    low: float | None
    high: float | None
    p: float
    verdict: Change
    better: Better
    smallest: float | None
    stories: int
    decides: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimChange:
    """A sentence of A beside its counterpart in B; None where it has none.

    `evidence` are sentences of the sources: those that the sentences cite.
    """

    kind: ClaimFate
    headline: bool
    a: ToldClaim | None
    b: ToldClaim | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialChange:
    """What changed in one trial, sentence by sentence in the order of B."""

    trial: int
    claims: tuple[ClaimChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChange:
    """What changed in a case: `values` are each metric's means over trials, of A and of B.

    `faults` are details of scores that B has and A has not, `mended` those that A alone has.
    `sources` are the names of the case's articles by id.
    """

    id: str
    changed: bool
    values: Mapping[str, tuple[float | None, float | None]]
    trials: tuple[TrialChange, ...] = ()
    faults: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """B against A: regressed if a metric is, or B has hard failures that A has not.

    `notes` are said before any number (another corpus, stale answers). `seed` and `rounds` are
    those of the resampling.
    """

    a: str
    b: str
    verdict: Change
    metrics: Mapping[str, Difference]
    cases: tuple[CaseChange, ...]
    hard_failures: tuple[HardFailure, ...] = ()
    notes: tuple[str, ...] = ()
    seed: int
    rounds: int
