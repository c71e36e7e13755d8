"""From bytes to the raw texts of articles, one or many a file."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.errors import InputError
from summarizer.model.article import Region
from summarizer.read.decode import decode
from summarizer.read.files import shown_path
from summarizer.read.front_matter import front_matter
from summarizer.read.raw import Raw
from summarizer.read.records import parse_lines, parse_value

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from summarizer.read.files import Blob, Form
    from summarizer.read.records import Record


_HEADING = re.compile(r"\s*(# .*)")
# Characters of one article; a collection may have many. 2,000,000 of plain prose took 18 s of CPU
# and 200 MB to inspect, 64 s and 460 MB to summarize; a million is two novels.
MAX_CHARACTERS = 1_000_000


def load(blob: Blob, folder: Path | None) -> list[Raw]:
    """The articles of an input; their paths are relative to `folder`.

    Raises:
        InputError: the bytes are no text, the records are broken, there is no article, or one is
            longer than MAX_CHARACTERS.
    """
    found = _load(blob, folder)
    if blob.url is not None:
        found = [_addressed(raw, blob.url, blob.form) for raw in found]
    for raw in found:
        if len(raw.text) > MAX_CHARACTERS:
            raise InputError(
                "too-long",
                f"{raw.path or blob.label} has {len(raw.text):,} characters in one article, more"
                f" than {MAX_CHARACTERS:,}",
                "split it into its articles; a .jsonl file holds many, one a line",
            )
    return found


def _load(blob: Blob, folder: Path | None) -> list[Raw]:
    path = shown_path(blob, folder)
    text = decode(blob.data, blob.label, named=blob.charset, declared=blob.form == "html")
    if blob.form in ("json", "jsonl"):
        parse: Callable[[str, str], list[Record]] = (
            parse_lines if blob.form == "jsonl" else parse_value
        )
        return [_from_record(record, path, blob.label) for record in parse(text, blob.label)]
    sha256 = hashlib.sha256(blob.data).hexdigest()
    if blob.form == "html":
        return [_from_page(text, path, sha256, blob.label)]
    return [_from_text(text, path, sha256)]


def _addressed(raw: Raw, url: str, form: Form) -> Raw:
    """A text with the address that it came from; records may give their own."""
    from summarizer.read.web.target import own_address  # noqa: PLC0415  (only for addresses)

    stated = raw.given.url
    address = stated if stated and form in ("json", "jsonl") else own_address(stated, url)
    return replace(raw, path=None, given=replace(raw.given, url=address))


def _from_text(text: str, path: str | None, sha256: str) -> Raw:
    given, begin = front_matter(text)
    heading = _HEADING.match(text, begin) if begin else None
    marks = () if heading is None else (_headline(heading),)
    return Raw(text=text, path=path, sha256=sha256, given=given, marks=marks, begin=begin)


def _headline(heading: re.Match[str]) -> Region:
    start, end = heading.span(1)
    return Region(start=start, end=end, kind="headline", reason="heading below the front matter")


def _from_page(page: str, path: str | None, sha256: str, label: str) -> Raw:
    from summarizer.read.html import extract  # noqa: PLC0415  (trafilatura costs 0.3 s)

    found = extract(page, label)
    return Raw(
        text=found.text,
        path=path,
        sha256=sha256,
        given=found.given,
        marks=found.marks,
        structured=True,
    )


def _from_record(record: Record, path: str | None, label: str) -> Raw:
    place = record.place
    whole = path if place is None else f"{path or ''}{place if place[0] == '#' else ':' + place}"
    if record.text is None:
        page = _from_page(record.html or "", whole, "", f"{label} ({whole})")
        return Raw(
            text=page.text,
            path=whole,
            sha256=_hash(page.text),
            given=record.given.over(page.given),
            marks=page.marks,
            structured=True,
        )
    return Raw(text=record.text, path=whole, sha256=_hash(record.text), given=record.given)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
