from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.merge import merge

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.model.article import Article
    from summarizer.model.story import Story
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


def behind(story: Story, *sentences: str) -> list[str]:
    """The names of the origins of the fact that these sentences carry."""
    names = {each.id: each.name for each in story.origins}
    (fact,) = [fact for fact in story.facts if set(fact.sentences) == set(sentences)]
    return [names[origin] for origin in fact.origins]


TUG = "A tug sank at Port Lund on Sunday after its cable caught on a wreck."
SAME_TUG = "On Sunday a tug whose cable caught on a wreck sank off Port Lund."


def test_two_outlets_that_cite_a_third_are_one_origin(write: Write) -> None:
    articles = [
        write(1, "a", [f"{TUG[:-1]}, the Lunden Gazette reported."], outlet="Port Post"),
        write(2, "b", [f"{SAME_TUG[:-1]}, according to the Lunden Gazette."], outlet="Sorn Star"),
    ]
    assert behind(merge(articles), "s1.1", "s2.1") == ["Lunden Gazette"]


def test_one_agency_under_two_names_is_one_origin(write: Write) -> None:
    articles = [
        write(1, "a", [TUG], outlet="Port Post", agency="AP"),
        write(2, "b", [SAME_TUG], outlet="Sorn Star", agency="Associated Press"),
    ]
    assert behind(merge(articles), "s1.1", "s2.1") == ["Associated Press"]


def test_the_same_words_in_two_papers_have_one_author(write: Write) -> None:
    articles = [
        write(1, "a", [TUG, OWN[0]], outlet="Port Post"),
        write(2, "b", [TUG.replace("Sunday", "Sunday night"), OWN[1]], outlet="Sorn Star"),
    ]
    assert behind(merge(articles), "s1.1", "s2.1") == ["Port Post"]


def test_help_of_an_agency_counts_where_others_tell_the_same(write: Write) -> None:
    credit = "Reuters contributed to this report."
    articles = [
        write(1, "a", [TUG], outlet="Port Post", agency="Reuters"),
        write(2, "b", [SAME_TUG, OWN[0], credit], outlet="Sorn Star"),
    ]
    story = merge(articles)
    assert behind(story, "s1.1", "s2.1") == ["Reuters"]
    assert behind(story, "s2.2") == ["Sorn Star"]
    basis = next(each.basis for each in story.origins if each.name == "Reuters")
    assert "credits Reuters in part (“Reuters contributed to this report.”)" in basis


def test_a_source_in_the_next_sentence_is_the_origin(write: Write) -> None:
    told = f"{TUG} About it reported the press service of the Harbour Ministry."
    story = merge([*statement(write, outlet=True), write(4, "d", [told], outlet="Lund Echo")])
    assert behind(story, "s4.1") == ["statement of Harbour Ministry"]
    assert "s4.2 names it as the source of s4.1" in story.origins[0].basis


def test_an_unnamed_report_adds_nothing_to_a_known_one(write: Write) -> None:
    articles = [write(1, "a", [TUG], outlet="Port Post"), write(2, "b", [SAME_TUG])]
    assert behind(merge(articles), "s1.1", "s2.1") == ["Port Post"]


def test_who_quotes_the_speaker_has_the_rest_from_there_too(write: Write) -> None:
    articles = statement(write, outlet=True)
    narrated = WORDS[1] + "."
    quoted = f"In a statement, the Harbour Ministry said {WORDS[0]}."
    articles.append(
        write(
            4,
            "d",
            [narrated, OWN[0], "The rain will stop, the Harbour Ministry said.", quoted],
            outlet="Lund Echo",
            said=[(WORDS[0], "Harbour Ministry")],
        )
    )
    story = merge(articles)
    fact = next(fact for fact in story.facts if "s4.1" in fact.sentences)
    assert fact.origins == ("o1",)


def test_a_basis_quotes_the_credit_line(write: Write) -> None:
    body = [TUG, OWN[0], "This article was first published by the Lunden Gazette."]
    (found,) = merge([write(1, "a", body, outlet="Port Post")]).origins
    assert (found.kind, found.name) == ("outlet", "Lunden Gazette")
    credit = "s1 credits it (“This article was first published by the Lunden Gazette.”)"
    assert found.basis.partition("; ")[0] == credit


def test_a_capital_speaks_for_its_government(write: Write) -> None:
    articles = [
        write(
            n,
            f"Ferry {n}",
            [f"In a statement, the Kremlin said {words}.", OWN[n - 1]],
            outlet=f"Outlet {n}",
            said=[(words, "the Kremlin")],
        )
        for n, words in enumerate(WORDS[:2], 1)
    ]
    told = "the crews would be home before the first ice"
    articles.append(
        write(
            3,
            "Ferry 3",
            [f"Moscow said {told}.", f"In a statement, the Kremlin said {WORDS[2]}."],
            outlet="Echo",
            said=[(told, "Moscow"), (WORDS[2], "the Kremlin")],
        )
    )
    assert behind(merge(articles), "s3.1") == ["statement of the Kremlin"]
