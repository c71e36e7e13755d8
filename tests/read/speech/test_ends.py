from __future__ import annotations

from summarizer.model.article import Span
from summarizer.read.speech.ends import of_right_end
from summarizer.read.speech.tokens import blocks


def of_end(text: str, last: str) -> list[str]:
    """What is seen where content that starts behind "said" may end with a word."""
    (block,) = blocks(text, [Span(0, len(text))])
    clause = block.clauses[0]
    cue = clause.low.index("said")
    return of_right_end(clause, cue, cue + 1, clause.low.index(last))


def test_the_next_report_behind_an_end_is_seen() -> None:
    text = "The mayor said taxes will fall, but the clerk denied it."

    assert "tv|Vd denial|," in of_end(text, "fall")


def test_a_report_in_quotation_marks_is_not_the_next_one() -> None:
    text = 'The mayor said taxes will fall, but "the clerk denied it".'

    assert "tv||," in of_end(text, "fall")


def test_commas_behind_the_next_mark_are_counted() -> None:
    text = "The mayor said taxes will fall, rents, fares and fees too."

    assert "m|1|," in of_end(text, "fall")
