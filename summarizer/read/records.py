"""Articles as JSON: an object, a list of objects, or one object a line.

Names of fields, first match wins, case does not matter:

    text       text, content, body, article, article_body, articlebody, maintext, full_text
    page       html, raw_html, body_html, content_html (used where there is no text)
    title      title, headline, name
    address    url, link, canonical_url, source_url
    outlet     outlet, source, site_name, publisher, site, publication, source_name, domain
    published  published, date, published_at, date_published, datepublished, publish_date,
               publication_date, pubdate, date_publish, created_at, timestamp
    byline     byline, author, authors, creator
    agency     agency, wire

A value that is an object is taken by its `name`, a list of authors is joined with commas.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.errors import InputError
from summarizer.read.published import iso
from summarizer.read.raw import Given

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIELDS = {
    "text": "text content body article article_body articlebody maintext full_text",
    "html": "html raw_html body_html content_html",
    "title": "title headline name",
    "url": "url link canonical_url source_url",
    "outlet": "outlet source site_name publisher site publication source_name domain",
    "published": "published date published_at date_published datepublished publish_date "
    "publication_date pubdate date_publish created_at timestamp",
    "byline": "byline author authors creator",
    "agency": "agency wire",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One object: its text or its page, and what its other fields give. `place` is "12" or "#3"."""

    place: str | None
    text: str | None
    html: str | None
    given: Given


def parse_lines(text: str, label: str) -> list[Record]:
    """One record a line; empty lines are passed over. A single object over several lines works.

    Raises:
        InputError: a line is no JSON object or holds no article.
    """
    if text.lstrip().startswith("{\n") and (whole := _whole(text)) is not None:
        return [_record(whole, None, label)]
    records = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            records.append(_record(_load(line, f"{label}, line {number}"), str(number), label))
    return _some(records, label)


def parse_value(text: str, label: str) -> list[Record]:
    """A whole file: an object, a list of objects, or an object with a list under `articles`.

    Raises:
        InputError: no JSON, or no article in it.
    """
    value = _load(text, label)
    if isinstance(value, dict) and isinstance(value.get("articles"), list):
        value = value["articles"]
    if isinstance(value, list):
        return _some(
            [_record(item, f"#{number}", label) for number, item in enumerate(value, 1)], label
        )
    return [_record(value, None, label)]


def _whole(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _load(text: str, where: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line = "" if ", line " in where else f"line {error.lineno}, "
        reason = f"{line}column {error.colno}: {error.msg}"
    except RecursionError:
        reason = "it is nested too deeply"
    except ValueError as error:  # a number with more digits than Python turns into one
        reason = str(error)
    raise InputError("broken-json", f"{where} is no JSON: {reason}", "mend it or leave it out")


def _record(value: object, place: str | None, label: str) -> Record:
    where = label if place is None else f"{label}, {_spoken(place)}"
    if not isinstance(value, dict):
        raise InputError(
            "no-record", f"{where} is no JSON object", "give one object with a text an article"
        )
    fields = {str(key).lower(): item for key, item in value.items()}
    text, html = _text(fields, "text"), _text(fields, "html")
    if not (text and text.strip()) and not (html and html.strip()):
        raise InputError(
            "no-text",
            f"{where} holds no article text",
            f"give it a field of one of the names {', '.join(_FIELDS['text'].split())} or html",
        )
    has_text = bool(text and text.strip())
    return Record(place=place, text=text if has_text else None, html=html, given=given_of(fields))


def given_of(fields: Mapping[str, object]) -> Given:
    """The facts about an article in fields, whose names are in small letters."""
    return Given(
        title=_value(fields, "title"),
        url=_value(fields, "url"),
        outlet=_value(fields, "outlet"),
        published=iso(_value(fields, "published") or ""),
        byline=_value(fields, "byline"),
        agency=_value(fields, "agency"),
    )


def _text(fields: Mapping[str, object], kind: str) -> str | None:
    for name in _FIELDS[kind].split():
        value = fields.get(name)
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            value = "\n".join(map(str, value))  # a list of paragraphs
        if isinstance(value, str) and value.strip():
            return _sound(value)
    return None


def _value(fields: Mapping[str, object], kind: str) -> str | None:
    for name in _FIELDS[kind].split():
        shown = _shown(fields.get(name))
        if shown:
            return _sound(shown)
    return None


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return _shown(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_shown, value)))
    return " ".join(value.split()) if isinstance(value, str) else ""


def _sound(text: str) -> str:
    """Without what JSON can spell and no text file can hold: lone surrogates and NUL."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\0", "\ufffd")


def _some(records: list[Record], label: str) -> list[Record]:
    if not records:
        raise InputError("no-text", f"{label} holds no article", "give one object an article")
    return records


def _spoken(place: str) -> str:
    return f"item {place[1:]}" if place.startswith("#") else f"line {place}"
