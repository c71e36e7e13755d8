"""Text cut by a tokenizer is read as prose, at the same places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.quotes import quotations
from summarizer.text.tokenized import is_tokenized, untokenized
from summarizer.text.tokens import tokenize


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("the mayor 's plan failed .", "the mayor's  plan failed. "),
        ("they do n't say , he said .", "they don't  say,  he said. "),
        ("the `` old '' plan .", "the   “old”   plan. "),
        ("the union -LRB- TGA -RRB- left .", "the union      (TGA)      left. "),
        ("it cost $ 5 , she said .", "it cost  $5,  she said. "),
        ("UNK UNK left the town .", "        left the town. "),
    ],
)
def test_reads_tokenized_text_as_prose(given_text: str, expected: str) -> None:
    """Clitics, marks and brackets stand where people write them; unknown words are gone."""
    assert untokenized(given_text) == expected


def test_leaves_prose_alone() -> None:
    """Text with its marks in place is returned as it is."""
    text = "The mayor's 'plan' failed, they don't say. UNK is a name here."
    assert not is_tokenized(text)
    assert untokenized(text) == text


def test_no_quotation_opens_at_a_clitic() -> None:
    """A detached 's is no opening mark."""
    assert quotations(untokenized("the mayor 's plan is the town 's ruin .")) == []


@given(st.text(alphabet="ab`'\"-LRB n's.,()$ UNK[]", max_size=60))
def test_keeps_the_length(text: str) -> None:
    """Offsets into the result are offsets into the original."""
    assert len(untokenized(text)) == len(text)


@given(st.lists(st.sampled_from(["mayor", "plan", "said", "5", "n't", "'s", ","]), max_size=12))
def test_keeps_every_word(words: list[str]) -> None:
    """Letters and digits stay, in order."""
    text = " ".join([*words, "."])
    kept = "".join(token.text for token in tokenize(untokenized(text)))
    letters = [c for c in "".join(words) if c.isalnum()]
    assert [c for c in kept if c.isalnum()] == letters
