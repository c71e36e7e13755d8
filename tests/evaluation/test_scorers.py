"""Each scorer on a summary that is right and on one with the fault that it looks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

import pytest

from summarizer import summarize
from summarizer.evaluation.case import (
    ExpectedOrigin,
    ExpectedSource,
    ExpectedValue,
    Length,
    OtherEvent,
)
from summarizer.evaluation.model import Failure, Planted, Score, ToldClaim
from summarizer.evaluation.scoring import Told, measure, scored, scorer, scorer_of, scorers
from summarizer.evaluation.suites import place, read_case, suites
from summarizer.model.findings import Finding
from summarizer.model.summary import Writing
from tests.evaluation.told import GOOD, citing, outcome_of

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome
    from summarizer.evaluation.scoring import Scorer
    from summarizer.model.summary import Summary


@pytest.fixture
def case(eval_dir: Path) -> Case:
    (suite,) = suites(place(eval_dir))
    return read_case(suite, "fire")


@pytest.fixture
def good(case: Case) -> Outcome:
    return outcome_of(case, GOOD)


@pytest.fixture
def summary(case: Case) -> Summary:
    return summarize(case.articles)


def value(metric: str, outcome: Outcome, case: Case) -> float | None:
    score = measure(scorer_of(metric), outcome, case)
    assert score.failure is None
    return score.value


def expecting(case: Case, **values: object) -> Case:
    fields: dict[str, Any] = {**values}
    return replace(case, expected=replace(case.expected, **fields))


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        ("published", 1.0),
        ("schema-validity", None),
        ("support", 1.0),
        ("fact-coverage", 1.0),
        ("omissions", 0.0),
        ("forbidden-facts", 0.0),
        ("values", None),
        ("speaker-correctness", 1.0),
        ("quote-fidelity", 1.0),
        ("citation-precision", 1.0),
        ("citation-recall", 1.0),
        ("conflicts-reported", 1.0),
        ("origin-correctness", None),
        ("neutrality", 1.0),
        ("other-events", None),
        ("headline", 1.0),
        ("length", None),
        ("kept", None),
        ("attribution-NUM", 1.0),
        ("attribution-QUO", 1.0),
        ("faulty-found", None),
        ("tokens", None),
    ],
)
def test_a_good_summary_scores_well(
    metric: str, expected: float | None, good: Outcome, case: Case
) -> None:
    assert value(metric, good, case) == expected


@pytest.mark.parametrize(
    ("metric", "old", "new", "expected"),
    [
        ("support", "Three workers were hurt [1], or four workers [2]", "Nine were hurt [1]", 0.8),
        ("attribution-NUM", "Three workers were hurt", "Nine workers were hurt", 0.8),
        ("fact-coverage", "had started in the drying hall", "began indoors", 0.5),
        ("omissions", "had started in the drying hall", "began indoors", 0.5),
        ("forbidden-facts", "“Nobody is missing,” Brandt said", "Two workers died", 1.0),
        ("speaker-correctness", "fire chief Ida Brandt said", "the owner, Tarn Grain, said", 0.0),
        ("quote-fidelity", "Nobody is missing", "Nobody at all is missing", 0.0),
        ("conflicts-reported", "Three workers were hurt [1], or four", "Four", 0.0),
        ("neutrality", "“Nobody is missing,” Brandt said", "It was a shameful ruin", 0.8),
        ("headline", "destroys warehouse", "kills nine", 0.0),
    ],
)
def test_a_fault_lowers_its_metric(
    metric: str, old: str, new: str, expected: float, case: Case
) -> None:
    assert value(metric, outcome_of(case, GOOD.replace(old, new)), case) == pytest.approx(expected)


def test_words_left_out_of_a_quotation_are_looked_for_piece_by_piece(case: Case) -> None:
    text = "# Fire\n\nBrandt: “the fire … started in the [grain’s] drying hall.” [1]\n"
    assert value("quote-fidelity", outcome_of(case, text), case) == 1.0


def test_a_citation_counts_where_its_place_carries_the_fact(case: Case) -> None:
    text = "A fire destroyed the warehouse."
    right = citing(case, text, "s1", "A fire destroyed the grain warehouse")
    wrong = citing(case, text, "s2", "The owner, Tarn Grain, said")
    both = replace(right, sources=("s1", "s2"), spans=(*right.spans, *wrong.spans))
    outcomes = [outcome_of(case, GOOD, headline=None, claims=(c,)) for c in (right, wrong, both)]
    found = [
        [value(metric, each, case) for metric in ("citation-precision", "citation-recall")]
        for each in outcomes
    ]
    assert found == [[1.0, 1.0], [0.0, 0.0], [0.5, 1.0]]
    assert [value("fact-coverage", each, case) for each in outcomes] == [0.5, 0.0, 0.5]


def test_a_speaker_that_is_given_decides_and_not_the_text(case: Case) -> None:
    text = "Brandt’s critics say the fire started in the drying hall."
    claims = [ToldClaim(text=text, sources=("s1",), speaker=name) for name in ("Brandt", "Grain")]
    outcomes = [outcome_of(case, GOOD, claims=(each,)) for each in claims]
    assert [value("speaker-correctness", each, case) for each in outcomes] == [1.0, 0.0]


def test_what_is_forbidden_may_be_somebodys_word(case: Case) -> None:
    (dead,) = case.expected.forbidden
    allowed = expecting(case, forbidden=(replace(dead, unless_attributed_to=("Brandt",)),))
    outcome = outcome_of(case, GOOD + "Two workers died, Brandt said. [1]\n")
    assert [value("forbidden-facts", outcome, each) for each in (case, allowed)] == [1.0, 0.0]


def test_a_value_is_right_if_a_right_figure_stands_beside_another_one(case: Case) -> None:
    hurt = ExpectedValue(name="hurt", words=("hurt",), right=("three", "four"), wrong=("nine",))
    mine = expecting(case, values=(hurt,))
    wrong = GOOD.replace("Three", "Nine").replace(" [1], or four workers", "")
    found = [value("values", outcome_of(case, text), mine) for text in (GOOD, wrong)]
    assert found == [1.0, 0.0]


def test_words_of_another_event_are_allowed_in_its_background(case: Case) -> None:
    mine = expecting(case, other_events=(OtherEvent(files=(), words=("2019", "Orvel")),))
    told = [
        ToldClaim(text="A fire in 2019 burned it too.", sources=("s1",), kind=kind)
        for kind in ("event", "background")
    ]
    found = [value("other-events", outcome_of(case, GOOD, claims=(t,)), mine) for t in told]
    assert found == [1.0, 0.0]


def test_origins_are_counted_once(case: Case, summary: Summary) -> None:
    files = ("1-quay-post.txt", "2-marlow-sun.txt")
    shared = expecting(case, origins=(ExpectedOrigin(name="Brandt", files=files),))
    apart = expecting(case, origins=tuple(ExpectedOrigin(name=f, files=(f,)) for f in files))
    claims = tuple(replace(each, origins=("o1", "o2")) for each in summary.claims)
    twice = outcome_of(case, GOOD, summary=replace(summary, claims=claims))
    assert [value("origin-correctness", twice, each) for each in (shared, apart)] == [0.0, 1.0]


def test_sources_are_used_or_explained(case: Case, summary: Summary) -> None:
    second = ExpectedSource(file="2-marlow-sun.txt", must="used", why="it has the owner")
    mine = [
        expecting(case, sources=(replace(second, must=must),))
        for must in ("used", "used or explained", "not used")
    ]
    first, last = summary.sources
    idle = replace(summary, sources=(first, replace(last, used=False, reason="no room")))
    outcome = outcome_of(case, GOOD, headline=None, claims=(), summary=idle)
    assert [value("source-use", outcome, each) for each in mine] == [0.0, 1.0, 1.0]
    assert value("source-use", outcome_of(case, GOOD), mine[2]) == 0.0


def test_balance_is_evenness(case: Case) -> None:
    def claims(*sources: str) -> Outcome:
        told = tuple(ToldClaim(text="A fire.", sources=(each,)) for each in sources)
        return outcome_of(case, GOOD, claims=told)

    found = [value("source-balance", claims(*each), case) for each in (["s1"], ["s1", "s2"])]
    assert found == pytest.approx([0.0, 1.0])


def test_what_one_order_tells_alone_is_unstable(case: Case) -> None:
    fire, rain = (ToldClaim(text=t, sources=("s1",)) for t in ("A fire broke out.", "Rain fell."))
    told = [
        outcome_of(case, GOOD, claims=(fire, rain), reordered=other)
        for other in (None, (rain, fire), (rain,))
    ]
    assert [value("order-stability", each, case) for each in told] == [None, 1.0, 0.5]


def test_a_repeated_claim_is_redundant(case: Case) -> None:
    once, twice = (
        outcome_of(case, GOOD, claims=tuple(ToldClaim(text=t, sources=("s1",)) for t in texts))
        for texts in (("The harbour is closed.", "Rain fell."), ("Rain fell.", "Rain fell."))
    )
    assert (value("redundancy", once, case), value("redundancy", twice, case)) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("most", "least", "expected"), [(300, 4, 1.0), (10, 4, 0.0), (300, 5, 0.0)]
)
def test_length_is_what_the_case_says(
    most: int, least: int, expected: float, good: Outcome, case: Case
) -> None:
    mine = expecting(case, length=Length(max_words=most, min_claims=least))
    assert value("length", good, mine) == expected


WRITING = Writing(
    strategy="one-call",
    kept=5,
    repaired=2,
    replaced=1,
    withheld=2,
    requests=3,
    stored=0,
    seconds=1.5,
    fallback=None,
)


@pytest.mark.parametrize(
    ("fallback", "expected"),
    [(None, [0.5, 0.2, 0.1, 0.2]), ("its answer could not be read", [0.0, 0.0, 1.0, 0.0])],
)
def test_fates_are_shares(
    fallback: str | None, expected: list[float], case: Case, summary: Summary
) -> None:
    made = replace(summary.provenance, writing=replace(WRITING, fallback=fallback))
    outcome = outcome_of(case, GOOD, summary=replace(summary, provenance=made))
    fates = ("kept", "repaired", "replaced", "withheld")
    assert [value(each, outcome, case) for each in fates] == expected


def test_spending_is_told_where_it_is_known(case: Case) -> None:
    outcome = outcome_of(case, GOOD, tokens=1200, cost=0.02, seconds=2.5)
    assert [value(each, outcome, case) for each in ("tokens", "cost", "latency")] == [
        1200,
        0.02,
        2.5,
    ]


def test_planted_sentences_score_the_rules(case: Case) -> None:
    marks: tuple[tuple[str, Literal["faulty", "sound"], bool], ...] = (
        ("a", "faulty", True),
        ("b", "faulty", False),
        ("c", "sound", True),
    )
    planted = tuple(
        Planted(
            id=name,
            kind=kind,
            text="Nine were hurt. [1]",
            families=("NUM",) if kind == "faulty" else (),
            found=(),
            errors=(),
            verdict="supported",
            right=right,
        )
        for name, kind, right in marks
    )
    outcome = outcome_of(case, GOOD, planted=planted, failure=Failure(code="x", message="none"))
    assert [value(each, outcome, case) for each in ("faulty-found", "sound-passed")] == [0.5, 1.0]


def test_an_invalid_document_is_no_valid_schema(case: Case, summary: Summary) -> None:
    fault = Finding(
        rule="SCH101",
        name="invalid-document",
        level="error",
        verdict="invalid",
        message="$.claims is missing",
        claim=None,
        start=0,
        end=0,
        evidence=(),
        fix=None,
    )
    spoilt = replace(summary, verification=replace(summary.verification, findings=(fault,)))
    outcomes = [outcome_of(case, GOOD, summary=each) for each in (summary, spoilt)]
    assert [value("schema-validity", each, case) for each in outcomes] == [1.0, 0.0]


def test_without_a_summary_only_what_it_would_hold_counts(case: Case) -> None:
    nothing = outcome_of(
        case, GOOD, headline=None, claims=(), report=None, failure=Failure(code="x", message="none")
    )
    found = {each.metric: each.value for each in scored(nothing, case).scores}
    told = {name: value for name, value in found.items() if value is not None}
    assert told == {
        "published": 0.0,
        "schema-validity": 0.0,
        "fact-coverage": 0.0,
        "omissions": 1.0,
        "conflicts-reported": 0.0,
        "headline": 0.0,
        "length": 0.0,
    }


def test_a_scorer_that_raises_is_a_score_with_a_failure(good: Outcome, case: Case) -> None:
    @scorer(better="higher", unit="share")
    def broken(outcome: Outcome, case: Case) -> Told:  # noqa: ARG001
        """Divide by nothing."""
        return Told(len(outcome.claims) / 0)

    expected = Score(metric="broken", value=None, failure="ZeroDivisionError: division by zero")
    assert scored(good, case, [broken]).scores == (expected,)


def test_a_value_that_is_no_number_is_a_failure(good: Outcome, case: Case) -> None:
    @scorer(better="higher", unit="share")
    def endless(outcome: Outcome, case: Case) -> Told:  # noqa: ARG001
        """Give what no mean can be taken of."""
        return Told(float("inf"))

    expected = Score(metric="endless", value=None, failure="its value is inf")
    assert scored(good, case, [endless]).scores == (expected,)


@pytest.mark.parametrize("metric", scorers(), ids=lambda each: each.name)
def test_a_scorer_is_documented(metric: Scorer) -> None:
    assert (metric.title != "", metric.version > 0) == (True, True)
    assert metric.name == metric.name.replace("_", "-")


def test_names_of_metrics_are_unique() -> None:
    names = [each.name for each in scorers()]
    assert sorted(set(names)) == sorted(names)
