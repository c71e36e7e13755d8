"""Two sentences are cut where they begin or cease to differ."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as some

from summarizer.evaluation.report.differing import Piece, pieces


def test_a_changed_word_is_a_piece() -> None:
    assert pieces("Three were hurt.", "Nine were hurt.") == (
        [Piece("Three ", same=False), Piece("were hurt.", same=True)],
        [Piece("Nine ", same=False), Piece("were hurt.", same=True)],
    )


def test_a_sentence_without_a_counterpart_differs_all() -> None:
    assert pieces("", "New.") == ([], [Piece("New.", same=False)])


@settings(max_examples=40)
@given(some.text(max_size=30), some.text(max_size=30))
def test_the_pieces_together_are_the_sentences(a: str, b: str) -> None:
    left, right = pieces(a, b)
    assert ("".join(p.text for p in left), "".join(p.text for p in right)) == (a, b)
