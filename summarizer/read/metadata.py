"""What a text says about itself: title, outlet, date, dateline, byline, agency, address.

What the container states (page metadata, JSON fields) goes before what the text shows. Nothing is
guessed: what neither gives is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.read.bylines import names_of
from summarizer.read.datelines import find_dateline
from summarizer.read.headline import plain_title
from summarizer.read.outlets import agency, is_masthead, is_short
from summarizer.read.published import find
from summarizer.read.shapes import address_in
from summarizer.text.lexicon import classes
from summarizer.text.outlets import is_medium

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Region
    from summarizer.read.datelines import Dateline
    from summarizer.read.raw import Raw

_DATED = re.compile(r"\b(?:published|posted|updated|last updated|date)\b", re.IGNORECASE)
_AFTER_TITLE = re.compile(r"\s{1,3}(?:Posted|Published|Updated|Last updated):?\s", re.IGNORECASE)
_SOURCE = re.compile(
    r"(?:source|original source|original article|original link|link|via|read the original)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s{0,2}[,|·•]\s{0,2}|\s+(?:for|at|of)\s+(?=[A-Z])")
_STEPS = re.compile(r"\s{1,3}[»›>|]\s{1,3}")
_COPYRIGHT = re.compile(
    r"(?:Copyright|©|\(c\))\s{0,2}(?:©|\(c\))?\s{0,2}(?:by )?"
    r"(?:\d{4}(?:\s?[-–]\s?\d{4})?)?,?\s{0,2}(?:by )?"
    r"((?:The )?[A-Z][\w&’']{1,20}(?: [A-Z][\w&’']{1,20}){0,4})",
    re.IGNORECASE,
)
# What stands at the tail is a date of the page only if it is written as machines write it.
_STAMP = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """Facts about an article, None where neither its container nor its text gives them."""

    title: str | None
    url: str | None
    outlet: str | None
    published: str | None
    dateline: str | None
    byline: str | None
    agency: str | None


def describe(raw: Raw, regions: Sequence[Region]) -> Description:
    """The facts that the container or the text gives."""
    given, text = raw.given, raw.text
    dateline = _dateline(text, regions)
    signature = _signature(text, regions)
    url = given.url or _address(text, regions)
    source = dateline.source if dateline else None
    named = given.outlet or _masthead(text, regions) or _outlet_in(signature)
    wire = agency(source) or (source if named and is_short(source) else None)
    outlet = named or (None if wire else source) or _owner(text, regions) or _host(url)
    return Description(
        title=given.title or _title(text, regions),
        url=url,
        outlet=outlet,
        published=given.published or _published(text, regions),
        dateline=dateline.place if dateline else None,
        byline=given.byline or signature,
        agency=given.agency or wire or _credited(text, regions),
    )


def _masthead(text: str, regions: Sequence[Region]) -> str | None:
    """A medium's name in a line of its own, or as the first step of a breadcrumb, at the top."""
    for region in regions[:4]:
        line = text[region.start : min(region.end, region.start + 100)]
        if region.kind != "boilerplate":
            continue
        steps = [step.strip() for step in _STEPS.split(line)]
        words = steps[0].split()
        if len(steps) > 1 and len(words) > 1 and words[0] == "The":
            return steps[0]
        if len(steps) == 1 and is_masthead(steps[0]):
            return steps[0]
    return None


def _owner(text: str, regions: Sequence[Region]) -> str | None:
    """The holder of the copyright, if it is a medium by its name."""
    for region in regions:
        if region.kind == "boilerplate" and region.end - region.start < 300:
            match = _COPYRIGHT.match(text[region.start : region.end])
            name = match.group(1).strip(" .,") if match else ""
            if name and not agency(name) and (is_medium(name) or name.isupper()):
                return name
    return None


def _title(text: str, regions: Sequence[Region]) -> str | None:
    for region in regions:
        if region.kind == "headline":
            line = plain_title(text[region.start : region.end])
            return _AFTER_TITLE.split(line)[0].strip() or None
    return None


def _dateline(text: str, regions: Sequence[Region]) -> Dateline | None:
    """The first dateline that names a place or a source."""
    for region in regions:
        if region.kind == "dateline":
            padded = text[region.start : region.end] + " X" * 20
            found = find_dateline(padded, 0, len(padded), first=True)
            if found:
                return found
    return None


def _signature(text: str, regions: Sequence[Region]) -> str | None:
    """The names of the first byline that stands before the text."""
    for region in regions:
        if region.kind == "body":
            return None
        if region.kind == "byline":
            return names_of(text[region.start : region.end].strip("/|•·—– ")) or None
    return None


def _outlet_in(signature: str | None) -> str | None:
    """The part of a byline that is a medium by its name: "Mara Ilves, Harbour News"."""
    parts = _PARTS.split(signature or "")
    telling = classes("outlet_words")
    for part in parts[1:] if len(parts) > 1 else ():
        words = part.casefold().split()
        if not agency(part) and any(word.strip(".") in telling for word in words):
            return part
    return None


def _published(text: str, regions: Sequence[Region]) -> str | None:
    """The date of the first line that gives one, before the text or in the page's own lines."""
    started = False
    for region in regions:
        line = text[region.start : min(region.end, region.start + 300)]
        started = started or region.kind == "body"
        if (
            region.kind in ("dateline", "byline")
            or (region.kind == "headline" and _DATED.search(line))
            or (started and region.kind == "boilerplate" and _STAMP.match(line))
        ):
            found = find(line)
        else:
            found = None
        if found:
            return found.date
    return None


def _credited(text: str, regions: Sequence[Region]) -> str | None:
    """A wire service that a byline names; the credit of a picture is none of the text."""
    for region in regions:
        if region.kind == "byline":
            for part in re.split(r"[,/|()]| and ", text[region.start : region.end][:200]):
                name = part.rpartition(" by ")[2].strip()
                if found := agency(name.removeprefix("By ")) or (name if is_short(name) else None):
                    return found
    return None


def _address(text: str, regions: Sequence[Region]) -> str | None:
    """The address of a line that says that it gives the source."""
    for region in regions:
        line = text[region.start : min(region.end, region.start + 700)]
        if region.kind in ("boilerplate", "byline", "related") and _SOURCE.match(line):
            address = address_in(line)
            if address:
                return address
    return None


def _host(url: str | None) -> str | None:
    if not url:
        return None
    try:
        host = urlsplit(url if "://" in url else f"//{url}").hostname or ""
    except ValueError:
        return None
    return host.removeprefix("www.") or None
