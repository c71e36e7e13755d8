"""A value of the source that stands for something else there is seen, however it is reworded."""

from __future__ import annotations

import pytest

from summarizer.verify import check, parse
from summarizer.verify.pairs import plain_article, plain_story

FIRE = (
    "The fire at the mill in Holt killed 41 workers and injured three firefighters on Monday.\n\n"
    "It burned for nine hours. The owner, who paid $2 million for the mill in 2009 and another"
    " $5 million for a new roof in 2014, will meet the mayor on Thursday.\n\n"
    "Of the 214 people who were inside, 19 were treated for smoke. A 48-page report lists the"
    " failings. Rents in Holt rose by an average of 6 percent between 2005 and 2008."
)


def fired(claim: str, source: str = FIRE) -> set[tuple[str, str]]:
    story = plain_story([plain_article(1, source, titled=False)])
    findings = check(parse(f"{claim} [1]"), story, select=("NUM", "DAT")).findings
    return {(finding.rule, finding.level) for finding in findings}


@pytest.mark.parametrize(
    "claim",
    [
        "On Monday, 41 workers were killed and three firefighters hurt in a fire at the Holt mill.",
        "Three firefighters were wounded and 41 workers died in the fire at the mill.",
        "The mill cost its owner $2 million in 2009, and its new roof $5 million in 2014.",
        "The owner will meet the mayor on Thursday.",
        "There were 214 people inside; 19 of them were treated for smoke.",
        "The failings are listed in a report of 48 pages.",
        "Rents rose between 2005 and 2008 by an average of 6 percent in Holt.",
        "The mill's owner paid $7 million for it and its roof.",
    ],
)
def test_figures_and_dates_in_their_places(claim: str) -> None:
    assert fired(claim) == set()


@pytest.mark.parametrize(
    ("claim", "rule"),
    [
        ("Three workers were killed and 41 firefighters hurt in the fire in Holt.", "NUM106"),
        ("The owner paid $5 million for the mill in 2009.", "NUM106"),
        ("Of the 19 people who were inside, 214 were treated for smoke.", "NUM106"),
        ("The fire at the mill in Holt killed 41 workers on Thursday.", "DAT101"),
        ("The owner paid $2 million for the mill in 2014.", "DAT101"),
        ("The failings fill a report of 48 workers.", "NUM102"),
        ("The fire at the mill burned for nine days.", "NUM102"),
    ],
)
def test_values_of_something_else(claim: str, rule: str) -> None:
    assert (rule, "error") in fired(claim)


def test_sum_of_unrelated_figures_is_not_derived() -> None:
    assert ("NUM101", "error") in fired("A report lists 262 failings at the mill.")


def test_claim_may_not_be_more_exact_than_the_source() -> None:
    source = "The estate of the painter in Holt is worth more than $26 million, the court said."
    assert fired("The estate of the painter is worth more than $26 million.", source) == set()
    assert ("NUM101", "error") in fired("The estate of the painter is worth $26.6 million.", source)


VISIT = (
    "Ann Ode opened a clinic in Arden on Monday. The clinic in Holt, which Karl Brenner runs for a"
    " charity from Upper Norlen, has no doctor yet.\n\n"
    "Senators Mark Oster of Marl and Ina Vale of Ester welcomed the clinic."
)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Ann Ode opened a clinic in Arden.", set()),
        ("A clinic was opened by Ann Ode in Arden on Monday.", set()),
        ("She opened a clinic in Holt on Monday.", {("ENT103", "error")}),
        ("The clinic pleased Ina Vale of Ester and Mark Oster of Marl.", set()),
        ("The clinic pleased Ina Vale of Marl and Mark Oster of Ester.", {("ENT103", "error")}),
    ],
)
def test_names_behind_prepositions(claim: str, expected: set[tuple[str, str]]) -> None:
    story = plain_story([plain_article(1, VISIT, titled=False)])
    findings = check(parse(f"{claim} [1]"), story, select=("ENT103",)).findings
    assert {(finding.rule, finding.level) for finding in findings} == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The mill in Holt County burned, Mill Watch reported.", set()),
        ("The mayor of Holt wrote on Twitter that nobody was hurt.", set()),
        ("The mill in Marl County burned.", {"ENT101"}),
        ("The mayor of Holt wrote on Chirper that nobody was hurt.", {"ENT101"}),
    ],
)
def test_names_in_other_words(claim: str, expected: set[str]) -> None:
    source = "The mill in Holt burned, MillWatch reported. Nobody was hurt, the mayor tweeted."
    story = plain_story([plain_article(1, source, titled=False)])
    findings = check(parse(f"{claim} [1]"), story, select=("ENT101",)).findings
    assert {finding.rule for finding in findings} == expected
