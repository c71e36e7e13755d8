"""Bytes become text unchanged, whatever encoding they are in."""

from __future__ import annotations

import pytest

from summarizer.errors import InputError
from summarizer.read.decode import decode

ENGLISH = "The mayor said “the bridge is closed” – it’s the third time. It cost €20 million…"
FRENCH = "Le maire a déclaré que le pont serait fermé, « à cause des fissures ». L’été sera long."
POLISH = "Burmistrz powiedział w piątek, że most będzie zamknięty przez dwa tygodnie."
RUSSIAN = "Мэр сказал в пятницу, что мост будет закрыт на две недели. Это третий раз за год."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "cp1252"),
        (FRENCH, "cp1252"),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "utf-16"),
    ],
)
def test_decode(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_a_page_may_declare_its_encoding() -> None:
    page = '<html><meta charset="iso-8859-2"><p>Żółw'.encode("iso-8859-2")
    assert decode(page, "a.html", declared=True).endswith("Żółw")


@pytest.mark.parametrize("data", [b"\xff\xfeabc", b"\x89PNG\r\n", b"text\x00\x00\x00more"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.txt"):
        decode(data, "a.txt")
