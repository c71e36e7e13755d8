"""Bytes into text: UTF-8 and UTF-16 by their rules, other encodings by charset-normalizer."""

from __future__ import annotations

import codecs
import re

from summarizer.errors import InputError
from summarizer.read.language import language_of

# A guess needs no more than this to be stable; the whole file is then decoded with its result.
_SAMPLE = 262_144
_MAGIC = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"{\\rtf": "an RTF document",
    b"\x7fELF": "a program",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = {
    "cp1252": "en de fr es pt it nl sv da no fi ca id",
    "cp1250": "pl cs hu hr ro",
    "cp1251": "ru uk bg sr",
    "cp1253": "el",
    "cp1254": "tr",
}
# Names that Python knows and the web does not: slow, made to escape text, or not of text at all.
_NO_TEXT = frozenset(
    {"idna", "punycode", "undefined", "raw-unicode-escape", "unicode-escape", "utf-7", "rot13"}
    | {"base64", "bz2", "hex", "quopri", "uu", "zlib", "mbcs", "oem"}
)
_CHARSET = re.compile(rb"charset\s{0,4}=\s{0,4}[\"']?([A-Za-z0-9_-]{2,40})")


def decode(data: bytes, label: str, *, named: str | None = None, declared: bool = False) -> str:
    """The text of a file, unchanged but for a byte order mark, which is dropped.

    Args:
        data: the bytes of the file.
        label: the name of the file for messages.
        named: the encoding that a server names; it goes before what the page declares.
        declared: look for a `charset=` declaration, as pages have it.

    Raises:
        InputError: the bytes are no text in any encoding that can be told.
    """
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise _not_text(label, f"it is {what}")
    text = _by_mark(data, label)
    if text is None:
        text = _without_mark(data, label, named, declared=declared)
    if "\x00" in text:
        raise _not_text(label, "it holds NUL characters, as binary files do")
    return text


def _by_mark(data: bytes, label: str) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise _not_text(
                    label, f"it starts like {encoding} and is not: byte {error.start}"
                ) from error
    return None


def _without_mark(data: bytes, label: str, named: str | None, *, declared: bool) -> str:
    wide = _wide(data)
    found = _CHARSET.search(data, 0, 4096) if declared else None
    names = [named, found.group(1).decode("ascii") if found else None]
    first = [wide] if wide else ["utf-8", *(_meant(name) for name in names if name)]
    for encoding in filter(None, first):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return _by_guess(data, label)


def _meant(name: str) -> str | None:
    """The encoding that a page means by a name; None for one that no text is written in.

    Who says Latin-1 or ASCII means Windows-1252, as browsers take it (encoding.spec.whatwg.org).
    """
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    if known in ("iso8859-1", "ascii"):
        return "cp1252"
    return None if known in _NO_TEXT else known


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of mostly Latin text is NUL."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return None
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = sample[offset::2].count(0), sample[1 - offset :: 2].count(0)
        if zeros > half * 0.6 and others < half * 0.05:
            return encoding
    return None


def _by_guess(data: bytes, label: str) -> str:
    if b"\x00" in data[:_SAMPLE]:
        raise _not_text(label, "it holds NUL bytes, as binary files do")
    from charset_normalizer import from_bytes  # noqa: PLC0415  (0.05 s, only if not UTF-8)

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise _not_text(label, "no encoding fits its bytes")
    for encoding in (_usual(str(best), best.encoding), best.encoding):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _not_text(label, f"it looks like {best.encoding} and is not")


def _usual(text: str, encoding: str) -> str:
    """The encoding that the text's language was usually written in, if it is of one byte a letter.

    Among these a guess by letters alone is unsure (n with tilde or with acute?); the language is
    told by words, most of which have plain letters in any of them.
    """
    if not encoding.startswith(("cp", "latin", "iso8859", "mac", "koi8")):
        return encoding
    language = language_of(text[:20_000])
    return next((name for name, known in _LEGACY.items() if language in known.split()), encoding)


def _not_text(label: str, why: str) -> InputError:
    return InputError(
        "not-text",
        f"{label} cannot be read as text: {why}",
        "give plain text, Markdown, HTML, JSON or JSON Lines; UTF-8 is the safest encoding",
    )
