"""What the model is shown, and what its ids stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.write.prompted.evidence import evidence_of

if TYPE_CHECKING:
    from summarizer.model.pack import Pack
    from summarizer.model.story import Story
    from summarizer.write.prompted.evidence import Evidence


def test_the_whole_is_the_pack(evidence: Evidence, packed: Pack) -> None:
    assert evidence.text == packed.text
    assert evidence.part(evidence.lines) == packed.text


def test_a_part_has_its_headers_and_only_whole_conflicts(evidence: Evidence) -> None:
    assert evidence.part(["s1.2"]) == (
        "s1 | Courier | 2026-03-03 | “Grain store burns down in Pelm”\n"
        "2 Mayor Ilva Brandt said that 12 people were hurt.\n"
    )
    both = evidence.part(["s2.3", "s1.2"]).splitlines()
    assert [line.partition(" ")[0] for line in both] == ["s1", "2", "s2", "3", "Differ:"]


def test_a_folded_sentence_means_the_line_that_stands_for_it(evidence: Evidence) -> None:
    assert evidence.shown(["s2.1", "s9.9", "s1.1", "s2"]) == ("s1.1",)
    assert evidence.folded(["s1.1"]) == ("s2.1",)


def test_rivals_are_all_sides_of_a_dispute(evidence: Evidence) -> None:
    assert evidence.rivals(["s2.3"]) == ("s1.2", "s2.3")
    assert evidence.rivals(["s1.1"]) == ()


def test_who_is_named_only_in_a_note_is_cited_where_the_article_names_them(
    evidence: Evidence,
) -> None:
    assert evidence.introducing(["s1.3"], "The harvest is lost, said Ilva Brandt.") == ("s1.2",)
    assert evidence.introducing(["s1.3"], "The harvest is lost, the mayor said.") == ()


def test_a_citation_is_the_exact_place_of_its_sentence(evidence: Evidence, story: Story) -> None:
    citation = evidence.citation("s2.2")
    assert citation.exact == "The police closed the road to the harbour until Wednesday morning."
    assert story.articles[1].text[citation.start : citation.end] == citation.exact


def test_origins_are_those_of_the_facts(evidence: Evidence) -> None:
    assert evidence.origins(["s1.2"]) == ("o1",)


def test_datamarking_joins_the_words_of_articles_and_is_taken_off_again(
    story: Story, packed: Pack
) -> None:
    marked = evidence_of(story, packed, datamarking=True)
    assert marked.part(["s1.2"]) == (
        "s1 | Courier | 2026-03-03 | “Grain^store^burns^down^in^Pelm”\n"
        "2 Mayor^Ilva^Brandt^said^that^12^people^were^hurt.\n"
    )
    assert marked.unmarked("12^people were hurt") == "12 people were hurt"
