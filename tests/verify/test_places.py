"""Rules that compare order, roles and occasions see what they are for, and nothing else."""

from __future__ import annotations

import pytest

from summarizer.model.summary import Event
from summarizer.verify import check, parse
from summarizer.verify.pairs import example_story
from summarizer.verify.registry import Example

TALKS = (
    "The council of Arden opened its inquiry in May. Tom Reyes had already repaid the loan.\n\n"
    "Ann Ode gave evidence to the inquiry in June. A few days later, Karl Brenner closed the file."
)
BODIES = (
    "Ann Ode, president of the Arden Trust, spoke at noon.\n\nIt rained all day.\n\n"
    "The market was busy.\n\nA survey by Save the Harbour said the water was clean."
)
UNION = "The Dockers’ Union of Arden spoke at noon. Its president, Ann Ode, said it was late."


def fired(source: str, claim: str) -> set[str]:
    story = example_story(Example(sources=(source,), bad="", good=""))
    return {finding.rule for finding in check(parse(f"# T\n\n{claim} [1]"), story).findings}


@pytest.mark.parametrize(
    ("source", "claim", "rule", "expected"),
    [
        (TALKS, "After the inquiry opened in May, Tom Reyes repaid the loan.", "SUP106", True),
        (TALKS, "Before the inquiry opened in May, Tom Reyes repaid the loan.", "SUP106", False),
        (
            TALKS,
            "A few days before evidence was given to the inquiry, Karl Brenner closed the file.",
            "SUP106",
            True,
        ),
        (BODIES, "Ann Ode, president of Save the Harbour, spoke at noon.", "SPK102", True),
        (BODIES, "Ann Ode, president of the Arden Trust, spoke at noon.", "SPK102", False),
        (UNION, "Ann Ode, president of the Dockers' Union, said it was late.", "SPK102", False),
    ],
)
def test_order_and_roles(source: str, claim: str, rule: str, expected: bool) -> None:  # noqa: FBT001  (a table of cases)
    assert (rule in fired(source, claim)) == expected


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("A fire in Holt hurt 3 people. [2]", set()),
        ("A fire in Arden hurt 12 people. [1]\n\nA fire in Holt hurt 3 people. [2]", {"error"}),
    ],
)
def test_another_event_is_a_fault_only_where_it_is_mixed_in(
    summary: str, expected: set[str]
) -> None:
    sources = ("A fire in Arden hurt 12 people.", "A fire in Holt hurt 3 people.")
    events = (
        Event(id="e1", label="Arden", date=None, sources=("s1",), main=True),
        Event(id="e2", label="Holt", date=None, sources=("s2",), main=False),
    )
    story = example_story(Example(sources=sources, bad="", good="", events=events))
    found = check(parse(summary), story).findings
    assert {finding.level for finding in found if finding.rule == "EVT101"} == expected
