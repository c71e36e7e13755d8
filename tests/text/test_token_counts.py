from __future__ import annotations

import gzip
import hashlib
import time
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiktoken_ext import openai_public

from summarizer.text import token_counts
from summarizer.text.token_counts import at_most, counter, encoding, exact_for, token_count

DATA = files("summarizer").joinpath("text").joinpath("data")
# The digest that tiktoken itself pins (tiktoken_ext/openai_public.py).
DIGEST = "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"


def test_the_vocabulary_is_the_file_that_tiktoken_pins() -> None:
    plain = gzip.decompress(DATA.joinpath("o200k_base.tiktoken.gz").read_bytes())
    assert hashlib.sha256(plain).hexdigest() == DIGEST
    assert [int(line.split()[1]) for line in plain.splitlines()] == list(range(199_998))


def test_its_licence_stands_beside_it() -> None:
    notice = DATA.joinpath("o200k_base.LICENSE").read_text(encoding="utf-8")
    assert DIGEST in notice
    assert "Copyright (c) 2022 OpenAI, Shantanu Jain" in notice
    assert "The above copyright notice and this permission notice shall be included" in notice


def test_pattern_and_special_tokens_are_those_of_tiktoken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openai_public, "load_tiktoken_bpe", lambda *_, **__: {})
    theirs = openai_public.o200k_base()
    assert encoding()._pat_str == theirs["pat_str"]
    assert encoding()._special_tokens == theirs["special_tokens"]


# Known from the tokenizer's documentation and by reading the vocabulary.
@pytest.mark.parametrize(
    ("text", "tokens"),
    [("", 0), ("tiktoken is great!", 6), ("1234567", 3), ("<|endoftext|>", 7), ("\ud800", 1)],
)
def test_counts(text: str, tokens: int) -> None:
    assert token_count(text) == tokens


@given(st.text(alphabet="ab .,!/\n\r\t’é漢", max_size=60), st.integers(5, 30))
def test_lines_that_are_counted_apart_make_the_same_sum(text: str, longest: int) -> None:
    parts = list(token_counts._parts(text, longest))
    assert "".join(parts) == text
    whole_lines = all(
        a[-1] == "\n" and not b[:1].isspace() and b[:1] != "/" for a, b in pairwise(parts)
    )
    encode = encoding().encode_ordinary
    if whole_lines:
        assert sum(len(encode(part)) for part in parts) == len(encode(text))


@pytest.mark.parametrize("unit", ["a", " ", "\t", "\n", "!", "aA", "é", " \n", "漢", "\u0301"])
def test_a_megabyte_of_one_character_is_counted_in_bounded_time(unit: str) -> None:
    encoding()
    start = time.process_time()
    assert token_count(unit * (1_000_000 // len(unit))) > 0
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("model", "exact"),
    [
        ("gpt-4o", True),
        ("gpt-4.1-mini", True),
        ("openai/gpt-5-nano", True),
        ("o3", True),
        ("gpt-oss-20b", True),
        ("ft:gpt-4o-mini:orsk::1", True),
        ("gpt-4", False),
        ("gpt-3.5-turbo", False),
        ("llama3.1:8b", False),
        ("", False),
    ],
)
def test_models_with_this_vocabulary_are_known(model: str, exact: bool) -> None:  # noqa: FBT001
    assert exact_for(model) is exact


def test_another_model_gets_a_margin() -> None:
    text = "The ferry sailed at noon. Паром ушёл."
    letters = 9
    assert counter("llama3.1:8b")(text) == -(-token_count(text) * 12 // 10) + letters
    assert counter("gpt-4o")(text) == counter(None)(text) == token_count(text)


@pytest.mark.parametrize("model", [None, "gpt-4o", "llama3.1:8b"])
@pytest.mark.parametrize(
    "text", ["", "a", "The ferry, at 7.40 a.m.", "“Żółć” 😀", "北京市", "\x00\x01"]
)
def test_a_bound_that_needs_no_vocabulary_is_never_below_the_count(
    model: str | None, text: str
) -> None:
    assert at_most(model)(text) >= counter(model)(text)
