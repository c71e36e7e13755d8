from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.merge import merge

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.model.article import Article

    Write = Callable[..., Article]

FILLER = [
    "The harvest festival drew large crowds to the river meadow on Sunday.",
    "A brass band from the hills played until the lamps were put out.",
    "Stalls sold honey, cider and wooden spoons along the old towpath.",
]


def together(articles: list[Article]) -> list[set[str]]:
    """The facts that more than one sentence carries."""
    return [set(fact.sentences) for fact in merge(articles).facts if len(fact.sentences) > 1]


def test_one_fact_in_two_wordings(write: Write) -> None:
    one = "Parliament in Varn passed a law on Tuesday that bans fishing in the Mere for two years."
    two = "Fishing in the Mere will be banned for two years under a law passed in parliament."
    found = together([write(1, "Ban", [one, FILLER[0]]), write(2, "No fishing", [two, FILLER[1]])])
    assert found == [{"s1.1", "s2.1"}]


def test_other_acts_of_the_same_people_are_other_facts(write: Write) -> None:
    one = "Foreign Minister Adela Kroon met President Ilko Maas in Varn to sign a fishing treaty."
    two = "Foreign Minister Adela Kroon accused President Ilko Maas in Varn of hiding grain prices."
    assert (
        together([write(1, "Treaty", [one, FILLER[0]]), write(2, "Grain", [two, FILLER[1]])]) == []
    )


def test_a_long_sentence_goes_with_the_short_one_that_it_contains(write: Write) -> None:
    short = "The ministry will pay fishermen for boats left in harbour."
    long = (
        "The ministry will pay fishermen for every boat left in harbour, and it plans to plant "
        "reeds along eleven kilometres of shore before winter storms arrive."
    )
    facts = merge([write(1, "Pay", [short, *FILLER]), write(2, "Reeds", [long])]).facts
    assert {"s1.1", "s2.1"} in [set(fact.sentences) for fact in facts]
    assert ("s2.1",) in [fact.sentences for fact in facts], "the reeds are a fact of their own"


def test_translations_of_one_quotation(write: Write) -> None:
    one = "The envoy offered “his warmest congratulations to the crew and families of the Hesper”."
    two = "In the note he sends his “heartfelt congratulations” to the crew of the Hesper."
    found = together([write(1, "a", [one, *FILLER[:2]]), write(2, "b", [two, FILLER[2]])])
    assert found == [{"s1.1", "s2.1"}]


def test_other_words_of_one_speaker_are_other_statements(write: Write) -> None:
    said = "Transport Minister Osk Brenner said in a statement on Monday."
    one = f"“The bridge will open before winter,” {said}"
    two = f"“Nobody asked for my resignation,” {said}"
    assert together([write(1, "a", [one, FILLER[0]]), write(2, "b", [two, FILLER[1]])]) == []


def test_other_people_in_a_like_sentence(write: Write) -> None:
    one = "Mira Tolen, 24, of Harsk, is charged with two counts of theft and one of arson."
    two = "Jonas Verl, 31, of Dunmoor, is charged with four counts of theft and two of arson."
    assert together([write(1, "a", [one, FILLER[0]]), write(2, "b", [two, FILLER[1]])]) == []


def test_two_people_quoted_in_like_words_make_two_statements(write: Write) -> None:
    one = "“He signed the treaty,” Councillor Jora Veil said at the town hall in Varn."
    two = "“I have signed four hundred papers,” Mayor Haro Asker said at the town hall in Varn."
    articles = [
        write(1, "a", [one, *FILLER[:2]], said=[("He signed", "Jora Veil")]),
        write(2, "b", [two, FILLER[2]], said=[("I have signed", "Haro Asker")]),
    ]
    assert together(articles) == []


def test_the_best_wording_is_whole_clear_and_not_garbled(write: Write) -> None:
    good = (
        "The council closed the Ansk bridge to lorries on Friday after cracks were found in a pier."
    )
    cut = "closed the Ansk bridge to lorries on Friday after cracks were found in a pier by..."
    story = merge([write(1, "a", [cut, FILLER[0]]), write(2, "b", [good, FILLER[1]])])
    (fact,) = [fact for fact in story.facts if len(fact.sentences) > 1]
    assert fact.sentences == ("s2.1", "s1.1")


def test_every_sentence_is_in_a_fact(write: Write) -> None:
    articles = [write(1, "a", FILLER), write(2, "b", FILLER[:2])]
    sentences = {sentence.id for article in articles for sentence in article.sentences}
    assert {each for fact in merge(articles).facts for each in fact.sentences} == sentences


def test_one_speaker_quoted_in_other_words(write: Write) -> None:
    one = "“She rang me up and we had a pleasant chat,” Mayor Tilde Ro said on the steps."
    two = "At her office Tilde Ro told visitors: “She called, and we had a pleasant chat.”"
    articles = [
        write(1, "a", [one, FILLER[0]], said=[("She rang me up", "Tilde Ro")]),
        write(2, "b", [two, FILLER[1]], said=[("She called", "Tilde Ro")]),
    ]
    assert together(articles) == [{"s1.1", "s2.1"}]


def test_a_translated_statement_keeps_its_order(write: Write) -> None:
    said = [("We mourn the two divers", "Tilde Ro")]
    one = [
        "“We mourn the two divers and think of their children,” Mayor Tilde Ro said.",
        "The harbour will remain closed until its lamps have been mended, her office said.",
    ]
    two = [
        "“Our sorrow is for both divers and all children they leave,” declared Tilde Ro.",
        "Until its lamps have been mended the harbour will remain closed, said her office.",
    ]
    articles = [
        write(1, "a", [*one, FILLER[0]], said=said),
        write(2, "b", [*two, FILLER[1]], said=[("Our sorrow is for both divers", "Tilde Ro")]),
    ]
    assert together(articles) == [{"s1.1", "s2.1"}, {"s1.2", "s2.2"}]
