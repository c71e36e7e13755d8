"""An invented story of two articles, with everything that a summary can hold."""

from __future__ import annotations

import hashlib

import pytest

from summarizer.model.article import Article, Region, Sentence, Span, Speaker, Statement
from summarizer.model.findings import CheckReport, ClaimVerdict, Evidence, Finding, Fix
from summarizer.model.story import (
    Dispute,
    Duplicate,
    InspectedStory,
    Inspection,
    Reading,
    Revision,
    Variant,
)
from summarizer.model.summary import (
    Attribution,
    Citation,
    Claim,
    Conflict,
    Event,
    Headline,
    Origin,
    Position,
    Provenance,
    Source,
    Summary,
    Tokens,
    Verification,
    Withheld,
)

FIRST = "Mill burns in Orvel\n\nThe mill burned down. “It was dry,” said Ada Brem.\n\nShare this\n"
SECOND = "Fire at the mill\n\nA mill burned down in Orvel. Two horses were hurt.\n"


def article(number: int, text: str, title: str, sentences: tuple[Span, ...]) -> Article:
    """An article whose first line is its headline."""
    name = f"s{number}"
    return Article(
        id=name,
        path=f"{number}.txt",
        url="https://orvel.example/mill" if number == 1 else None,
        outlet="Orvel Echo" if number == 1 else None,
        title=title,
        published="2025-05-02",
        dateline=None,
        byline=None,
        language="en",
        agency=None,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        regions=(Region(start=0, end=len(title), kind="headline"),),
        sentences=tuple(
            Sentence(id=f"{name}.{n}", start=a, end=b) for n, (a, b) in enumerate(sentences, 1)
        ),
        statements=(),
    )


def cite(source: Article, exact: str, sentence: int = 1) -> Citation:
    """A citation of these words."""
    start = source.text.index(exact)
    end = start + len(exact)
    return Citation(
        source=source.id,
        sentence=f"{source.id}.{sentence}",
        start=start,
        end=end,
        exact=exact,
        prefix=source.text[max(0, start - 32) : start],
        suffix=source.text[end : end + 32],
        link=None,
    )


@pytest.fixture
def articles() -> tuple[Article, Article]:
    first = article(1, FIRST, "Mill burns in Orvel", (Span(21, 42), Span(43, 71)))
    tail = FIRST.index("Share")
    quote = FIRST.index("It was dry")
    said = FIRST.index("said")
    statement = Statement(
        id="s1.a1",
        kind="direct",
        attitude="assertion",
        content=(Span(quote, quote + 10),),
        cue=Span(said, said + 4),
        speaker=Speaker(start=said + 5, end=said + 13, name="Ada Brem"),
        via=(),
    )
    second = article(2, SECOND, "Fire at the mill", (Span(18, 46), Span(47, 69)))
    return (
        Article(
            **{name: getattr(first, name) for name in Article.__slots__}
            | {
                "regions": (
                    *first.regions,
                    Region(
                        start=tail,
                        end=tail + 10,
                        kind="boilerplate",
                        reason="the words “share this”",
                    ),
                ),
                "statements": (statement,),
            }
        ),
        second,
    )


@pytest.fixture
def finding() -> Finding:
    return Finding(
        rule="NUM101",
        name="invented-number",
        level="error",
        verdict="value wrong",
        message="no source has 3",
        claim=1,
        start=30,
        end=35,
        evidence=(Evidence(source="s2", start=47, end=69, exact="Two horses were hurt."),),
        fix=Fix(message="write the source's number", replacement="Two"),
    )


def claims(first: Article, second: Article) -> tuple[Claim, Claim]:
    """An event that both articles tell, and a statement that one has."""
    event = Claim(
        id="c1",
        text="A mill burned down in Orvel.",
        kind="event",
        attribution=None,
        citations=(
            cite(first, "The mill burned down."),
            cite(second, "A mill burned down in Orvel."),
        ),
        origins=("o1",),
    )
    statement = Claim(
        id="c2",
        text="“It was dry,” said Ada Brem.",
        kind="statement",
        attribution=Attribution(speaker="Ada Brem", role="miller", cue="said", via=()),
        citations=(cite(first, "“It was dry,” said Ada Brem.", 2),),
        origins=("o1",),
    )
    return event, statement


def conflict(first: Article, second: Article) -> Conflict:
    """Two values for one slot."""
    return Conflict(
        topic="horses hurt",
        slot="count",
        positions=(
            Position(
                text="two",
                value="two",
                as_of=None,
                citations=(cite(second, "Two horses were hurt.", 2),),
            ),
            Position(
                text="none",
                value="none",
                as_of=None,
                citations=(cite(first, "The mill burned down."),),
            ),
        ),
    )


def source(each: Article) -> Source:
    """The article as a summary lists it."""
    shared = ("id", "path", "url", "outlet", "title", "published", "language", "sha256")
    fields = {name: getattr(each, name) for name in shared}
    return Source(**fields, event="e1", used=True, reason=None)


PROVENANCE = Provenance(
    writer="extractive",
    model=None,
    prompt=None,
    parameters={"max_words": 300},
    input_sha256="0" * 64,
    version="0.1.0",
    tokens=Tokens(input=0, output=0),
    cost=None,
    writing=None,
    created="2025-05-03T08:00:00+00:00",
)


@pytest.fixture
def summary(articles: tuple[Article, Article], finding: Finding) -> Summary:
    both = ("s1", "s2")
    return Summary(
        schema=1,
        headline=Headline(
            text="Mill burns down", citations=(cite(articles[0], "The mill burned down."),)
        ),
        claims=claims(*articles),
        conflicts=(conflict(*articles),),
        events=(
            Event(id="e1", label="the fire", date=None, sources=("s1",), main=True),
            Event(id="e2", label="the fair", date=None, sources=("s2",), main=False),
        ),
        origins=(Origin(id="o1", name="Brem Mills", kind="statement", sources=both, basis="b"),),
        sources=tuple(source(each) for each in articles),
        withheld=(Withheld(text="Three horses were hurt.", findings=(finding,)),),
        verification=Verification(verdict="pass", rules=("NUM101",), findings=()),
        provenance=PROVENANCE,
    )


@pytest.fixture
def report(finding: Finding) -> CheckReport:
    return CheckReport(
        verdict="fail",
        claims=(
            ClaimVerdict(
                index=-1,
                text="Mill burns",
                start=2,
                end=16,
                sources=("s1",),
                verdict="supported",
                score=1.0,
                reason=None,
            ),
            ClaimVerdict(
                index=1,
                text="Three hurt.",
                start=33,
                end=48,
                sources=("s2",),
                verdict="unsupported",
                score=0.2,
                reason=None,
            ),
        ),
        findings=(finding,),
    )


@pytest.fixture
def inspection(articles: tuple[Article, Article]) -> Inspection:
    return Inspection(
        articles=articles,
        stories=(
            InspectedStory(
                id="t1",
                members=("s1", "s2"),
                events=(
                    Event(id="e1", label="the fire", date="2025-05-01", sources=("s1",), main=True),
                    Event(id="e2", label="the fair", date=None, sources=("s2",), main=False),
                ),
                origins=(
                    Origin(
                        id="o1", name="Brem Mills", kind="statement", sources=("s1",), basis="b"
                    ),
                ),
                conflicts=(
                    Dispute(
                        topic="horses hurt",
                        slot="count",
                        readings=(
                            Reading(value="two", sentences=("s2.2",), origins=("o1",), as_of=None),
                            Reading(
                                value="none", sentences=("s1.1",), origins=(), as_of="2025-05-02"
                            ),
                        ),
                    ),
                ),
                revisions=(
                    Revision(
                        topic="houses burned",
                        slot="count",
                        outlet="Orvel Echo",
                        readings=(
                            Reading(value="1", sentences=("s1.1",), origins=(), as_of="2025-05-01"),
                            Reading(value="3", sentences=("s1.2",), origins=(), as_of="2025-05-02"),
                        ),
                    ),
                ),
                variants=(Variant(speaker="Ada Brem", sentences=("s1.2", "s2.1")),),
            ),
        ),
        duplicates=(Duplicate(members=("s1", "s2"), similarity=0.5),),
    )
