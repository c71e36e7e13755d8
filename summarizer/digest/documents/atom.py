"""The Atom feed of a job: one entry a digest, the newest first (RFC 4287)."""

from __future__ import annotations

import contextlib
import io
from datetime import datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import feedgenerator

from summarizer.digest.documents import page, wording
from summarizer.errors import DeliveryError

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.digest.model import Digest

# So many digests stay in the feed: of a daily job, those of four weeks.
_KEPT = 28
_ATOM = "{http://www.w3.org/2005/Atom}"


def text(digest: Digest, before: bytes | None, link: str | None, path: Path) -> str:
    """The feed with this digest in it; `before` is the file as it is (None: there is none).

    An entry of the same period is replaced, so that a digest that is sent again stands there once.

    Raises:
        DeliveryError: the file at `path` is no Atom feed.
    """
    feed = feedgenerator.Atom1Feed(
        title=f"Digest {digest.job}",
        link=link or "",
        feed_url=link,
        description=None,
        feed_guid=_id(digest.job),
        language="en",
    )
    at = datetime.fromisoformat(digest.at)
    feed.add_item(
        title=wording.title(digest),
        link=link or "",
        description=None,
        content=page.fragment(digest),
        unique_id=_id(digest.job, digest.period),
        pubdate=at,
        updateddate=at,
        author_name="summarizer",
    )
    made = io.StringIO()
    feed.write(made, "utf-8")
    return _together(made.getvalue(), before, path)


def _id(*parts: str) -> str:
    """The same identifier for the same job and period, whatever else changes."""
    return "urn:summarizer:digest:" + ":".join(part.replace(" ", "-") for part in parts)


def _together(new: str, before: bytes | None, path: Path) -> str:
    """The new feed with the other entries of the old one behind its own."""
    ET.register_namespace("", _ATOM.strip("{}"))
    feed = ET.fromstring(new)  # noqa: S314  (written right here)
    (own,) = feed.findall(f"{_ATOM}entry")
    for each in (feed, own):
        for nowhere in each.findall(f"{_ATOM}link[@href='']"):
            each.remove(nowhere)
    kept = _read(before, path).findall(f"{_ATOM}entry") if before else []
    entries = [own, *(each for each in kept if _text(each, "id") != _text(own, "id"))]
    entries.sort(key=lambda each: _text(each, "updated"), reverse=True)
    feed.remove(own)
    feed.extend(entries[:_KEPT])
    updated = feed.find(f"{_ATOM}updated")
    if updated is not None:
        updated.text = _text(entries[0], "updated")
    return ET.tostring(feed, encoding="unicode", xml_declaration=True) + "\n"


def _read(before: bytes, path: Path) -> ET.Element:
    """The feed as it was; entities are refused, because nobody who writes Atom needs them."""
    with contextlib.suppress(ET.ParseError):
        if b"<!DOCTYPE" not in before and b"<!ENTITY" not in before:
            found = ET.fromstring(before)  # noqa: S314  (no entities: looked for right above)
            if found.tag == f"{_ATOM}feed":
                return found
    hint = "move it away, or name another file under atom"
    raise DeliveryError("bad-feed", f"{path} is no Atom feed", hint)


def _text(element: ET.Element, name: str) -> str:
    return element.findtext(f"{_ATOM}{name}") or ""
