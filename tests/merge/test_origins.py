from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.merge import merge

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.model.article import Article
    from summarizer.model.summary import Origin

    Write = Callable[..., Article]

WORDS = (
    "the rescue of the ferry will be paid from a fund for coastal towns until next spring",
    "The fund for coastal towns will pay for the rescue of the ferry until next spring",
    "until next spring the ferry's rescue will be paid out of the fund for coastal towns",
)
OWN = (
    "Anglers on the quay at Port Lund watched two tugs leave in heavy rain.",
    "Shares of the ferry's owner fell nine percent in early trading in Sorn.",
    "A choir sang for the crew in the seamen's chapel on Sunday evening.",
)


def statement(write: Write, *, outlet: bool) -> list[Article]:
    """Three articles that carry one statement of one ministry, each with a sentence of its own."""
    return [
        write(
            n,
            f"Ferry {n}",
            [f"In a statement, the Harbour Ministry said {words}.", OWN[n - 1]],
            outlet=f"Outlet {n}" if outlet else None,
            said=[(words, "Harbour Ministry")],
        )
        for n, words in enumerate(WORDS, 1)
    ]


def kinds(origins: tuple[Origin, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.kind, each.sources) for each in origins]


def test_a_press_statement_in_three_outlets_is_one_origin(write: Write) -> None:
    story = merge(statement(write, outlet=True))
    first = story.origins[0]
    assert (first.kind, first.sources) == ("statement", ("s1", "s2", "s3"))
    assert first.name == "statement of Harbour Ministry"
    (shared,) = [fact for fact in story.facts if len(fact.sentences) > 1]
    assert shared.origins == (first.id,)


def test_each_outlets_own_sentence_has_its_own_origin(write: Write) -> None:
    story = merge(statement(write, outlet=True))
    assert kinds(story.origins)[1:] == [
        ("outlet", ("s1",)),
        ("outlet", ("s2",)),
        ("outlet", ("s3",)),
    ]


def test_unknown_never_adds_independence(write: Write) -> None:
    story = merge(statement(write, outlet=False))
    assert kinds(story.origins)[1:] == [("report", ("s1", "s2", "s3"))]


def test_an_agency_stands_behind_those_who_credit_it(write: Write) -> None:
    articles = [
        write(1, "Rain", [OWN[0], OWN[1]], outlet="Port Post", agency="Reuters"),
        write(2, "Quay", [OWN[1], OWN[2]], outlet="Sorn Star", agency="Reuters"),
    ]
    assert kinds(merge(articles).origins) == [("agency", ("s1", "s2"))]


def test_copies_share_an_origin(write: Write) -> None:
    text = " ".join(OWN)
    articles = [
        write(1, "a", [text], outlet="Port Post"),
        write(2, "b", [text], outlet="Sorn Star"),
    ]
    assert kinds(merge(articles).origins) == [("report", ("s1", "s2"))]


def test_two_reports_are_two_origins(write: Write) -> None:
    one = "A tug sank at Port Lund on Sunday after its cable caught on a wreck."
    two = "On Sunday a tug whose cable caught on a wreck sank off Port Lund."
    articles = [write(1, "a", [one], outlet="Port Post"), write(2, "b", [two], outlet="Sorn Star")]
    (fact,) = merge(articles).facts
    assert len(fact.origins) == 2
