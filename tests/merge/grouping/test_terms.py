from __future__ import annotations

from summarizer.merge.grouping.terms import terms


def test_titles_and_names_count_more() -> None:
    plain = terms(None, "the flood came").amounts["flood"]
    assert terms("flood", "").amounts["flood"] > plain
    assert terms(None, "the Flood came").amounts["flood"] > plain


def test_weekdays_are_bits_and_no_words() -> None:
    found = terms("Monday", "On Sunday and monday")
    assert found.weekdays == 1 + 64
    assert "sunday" not in found.amounts


def test_a_demonym_stands_for_its_country() -> None:
    words = [terms(None, text).amounts for text in ("German trains", "trains in Germany")]
    assert words[0].keys() == words[1].keys()


def test_a_run_without_blanks_gives_pairs_of_characters() -> None:
    assert set(terms(None, "洪水来了").amounts) == {"洪水", "水来", "来了"}
