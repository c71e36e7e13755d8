"""What a text says about itself: title, outlet, date, dateline, byline, agency, address.

What the container states (page metadata, JSON fields) goes before what the text shows. Nothing is
guessed: what neither gives is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from summarizer.read.outlets import agency, heading_masthead, is_masthead, is_short, stamp_masthead
from summarizer.read.page.bylines import names_of
from summarizer.read.page.datelines import find_dateline, is_dateline
from summarizer.read.page.headline import plain_title
from summarizer.read.page.imprint import imprint
from summarizer.read.page.orders import is_order
from summarizer.read.page.shapes import address_in
from summarizer.read.published import find
from summarizer.text.lexicon import classes
from summarizer.text.outlets import is_medium

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Region
    from summarizer.read.page.datelines import Dateline
    from summarizer.read.page.imprint import Imprint
    from summarizer.read.raw import Raw

_DATED = re.compile(r"\b(?:published|posted|updated|last updated|date)\b", re.IGNORECASE)
_FIRST_DATED = re.compile(r"\b(?:published|posted)\b", re.IGNORECASE)
_UPDATED = re.compile(r"(?:last )?(?:updated|modified)\b", re.IGNORECASE)
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
_RIGHTS = re.compile(r"©|copyright|rights reserved", re.IGNORECASE)
_COMPANY = frozenset(
    {"co", "company", "corp", "corporation", "inc", "llc", "ltd", "plc", "gmbh", "ag", "sa"}
    | {"communication", "communications", "media", "network", "group", "interactive"}
    | {"publishing", "holdings"}
)
_SIGNING = ("dateline", "byline")
_MENU = 4  # regions above the headline that are a menu
_LONGEST_NAME = 80  # characters
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
    regions = [region for region in regions if region.start >= raw.begin]
    dateline = _dateline(text, regions)
    signature = _signature(text, regions)
    url = given.url or _address(text, regions)
    source = dateline.source if dateline else None
    stamped, wired = _stamped(text, regions)
    named = _name(given.outlet) or _masthead(text, regions) or stamped or _outlet_in(signature)
    wire = agency(source) or (source if named and is_short(source) else None) or wired
    outlet = named or (None if wire else source) or _owner(text, regions) or _host(url)
    return Description(
        title=given.title or _title(text, regions),
        url=url,
        outlet=outlet,
        published=given.published or _published(text, regions),
        dateline=dateline.place if dateline else None,
        byline=given.byline or signature,
        agency=_name(given.agency) or wire or _credited(text, regions),
    )


def _name(given: str | None) -> str | None:
    """What a container states as a name, if it can be one: no text, no order to a machine."""
    return given if given and len(given) <= _LONGEST_NAME and not is_order(given) else None


def _masthead(text: str, regions: Sequence[Region]) -> str | None:
    """A medium's name in a line of its own, or as the first step of a breadcrumb, at the top.

    Above a long menu a line counts only if the name comes again: it may be the menu's.
    """
    menu = len(_parted(regions).above) > _MENU
    for region in regions[:4]:
        line = text[region.start : min(region.end, region.start + 100)]
        if region.kind != "boilerplate":
            continue
        steps = [step.strip() for step in _STEPS.split(line)]
        words = steps[0].split()
        if len(steps) > 1 and len(words) > 1 and words[0] == "The":
            return steps[0]
        if name := heading_masthead(line):
            return name if not menu or _signs_page(text, regions, name) else None
        if len(steps) == 1 and is_masthead(steps[0]):
            return steps[0] if not menu or _signs_page(text, regions, steps[0]) else None
    return None


def _stamped(text: str, regions: Sequence[Region]) -> tuple[str | None, str | None]:
    """Medium and agency of the line that gives the date of the page."""
    lines = [text[r.start : r.end] for r in _parted(regions).top if r.kind in _SIGNING]
    named = ((each.outlet, each.agency) for each in _imprints(text, regions))
    found = (stamp_masthead(line) for line in lines if find(line[:200]))
    return next((each for each in (*named, *found) if each[0]), (None, None))


def _imprints(text: str, regions: Sequence[Region]) -> list[Imprint]:
    """What the lines around the headline say that name an outlet and a day."""
    parts = _parted(regions)
    near = (*parts.top, *(parts.above if len(parts.above) <= _MENU else ()))
    found = (imprint(text[r.start : r.end]) for r in near if r.kind in _SIGNING)
    return [each for each in found if each and each.outlet]


def _signs_page(text: str, regions: Sequence[Region], name: str) -> bool:
    """Whether a line about rights or the page's end names a medium."""
    return any(
        name in text[each.start : min(each.end, each.start + 300)]
        for each in regions
        if each.kind == "boilerplate"
        and _RIGHTS.search(text, each.start, min(each.end, each.start + 300))
    )


def _owner(text: str, regions: Sequence[Region]) -> str | None:
    """The holder of the copyright, if it is a medium by its name."""
    for region in regions:
        if region.kind == "boilerplate" and region.end - region.start < 300:
            match = _COPYRIGHT.match(text[region.start : region.end])
            name = _without_company(match.group(1).strip(" .,")) if match else ""
            if name and not agency(name) and is_medium(name):
                return name
    return None


def _without_company(name: str) -> str:
    """A name without the words for a company behind it, none if nothing else is left."""
    words = name.split()
    while words and words[-1].strip(".,").casefold() in _COMPANY:
        words.pop()
    telling = [word for word in words if word.casefold() not in ("the", "news", "newspapers")]
    return " ".join(words) if telling else ""


def _title(text: str, regions: Sequence[Region]) -> str | None:
    for region in regions:
        if region.kind == "headline":
            line = plain_title(text[region.start : region.end])
            return " ".join(_AFTER_TITLE.split(line)[0].split()) or None
    return None


def _dateline(text: str, regions: Sequence[Region]) -> Dateline | None:
    """The first dateline that names a place or a source."""
    for n, region in enumerate(regions):
        if region.kind == "dateline" and _opens_text(text, regions, n):
            padded = text[region.start : region.end] + " X" * 20
            found = find_dateline(padded, 0, len(padded), first=True)
            if found:
                return found
    return None


class _Parts(NamedTuple):
    """The regions above the headline, from it to the text, and from the text on."""

    above: Sequence[Region]
    top: Sequence[Region]
    behind: Sequence[Region]


def _parted(regions: Sequence[Region]) -> _Parts:
    kinds = [region.kind for region in regions]
    body = kinds.index("body") if "body" in kinds else len(kinds)
    head = kinds.index("headline") if "headline" in kinds[:body] else 0
    head -= head > 0 and kinds[head - 1] == "dateline"  # set right above the headline
    return _Parts(regions[:head], regions[head:body], regions[body:])


def _opens_text(text: str, regions: Sequence[Region], place: int) -> bool:
    """Whether a dateline stands in the line of the first sentence, or alone as datelines do."""
    region = regions[place]
    line = text[region.start : region.end]
    behind = regions[place + 1].start if place + 1 < len(regions) else len(text)
    inside = "\n" not in text[region.end : behind] and behind > region.end - 1
    return (inside and place + 1 < len(regions)) or (is_dateline(line) and find(line) is None)


def _signature(text: str, regions: Sequence[Region]) -> str | None:
    """The names of the first byline that stands before the text, best below the headline."""
    parts = _parted(regions)
    for region in (*parts.top, *parts.above):
        if region.kind == "byline":
            line = text[region.start : region.end]
            found = imprint(line)
            names = found.writer if found else names_of(line.strip("/|•·—– "))
            if names:
                return names
    return None


def _outlet_in(signature: str | None) -> str | None:
    """The part of a byline that is a medium by its name: "Mara Ilves, Harbour News"."""
    parts = _PARTS.split(signature or "")
    telling = classes("outlet_words")
    for part in parts[1:] if len(parts) > 1 else ():
        words = [word.strip(".") for word in part.casefold().split()]
        role = classes("byline_words").get(words[-1] if words else "") == "role"
        special = words[:2] == ["special", "to"]
        if not agency(part) and not role and not special and any(w in telling for w in words):
            return part
    return None


def _published(text: str, regions: Sequence[Region]) -> str | None:
    """The date that stands between headline and text, else one that is called the page's own.

    A date above the headline may be that of the visit, one behind the text another story's.
    """
    parts = _parted(regions)
    called = [
        line
        for line in _first_lines(text, [*parts.behind, *parts.above])
        if _DATED.search(line[:60]) or _STAMP.match(line)
    ]
    top = [
        line
        for region, line in zip(parts.top, _first_lines(text, parts.top), strict=True)
        if region.kind in ("dateline", "byline")
        or (region.kind == "headline" and _DATED.search(line))
    ]
    if not any(region.kind == "headline" for region in regions):
        top.reverse()  # the nearest to the text
    dates = [date for lines in (top, called) for date in _dates(lines)]
    return next(iter([*dates, *(each.day for each in _imprints(text, regions))]), None)


def _first_lines(text: str, regions: Sequence[Region]) -> list[str]:
    """The beginnings of regions; of the text itself and of what is not the page's own nothing."""
    own = ("dateline", "byline", "headline", "boilerplate")
    return [
        text[each.start : min(each.end, each.start + 300)] if each.kind in own else ""
        for each in regions
    ]


def _dates(lines: Sequence[str]) -> list[str]:
    """The dates of these lines, those of an update last."""
    found: list[tuple[bool, str]] = []
    for line in lines:
        cue = _FIRST_DATED.search(line)
        dated = find(line[cue.start() :] if cue else line) or find(line)
        if dated:
            found.append((cue is None and _UPDATED.match(line) is not None, dated.date))
    return [date for _, date in sorted(found, key=lambda each: each[0])]


def _credited(text: str, regions: Sequence[Region]) -> str | None:
    """A wire service that a byline names; the credit of a picture is none of the text.

    Short capitals are a service too, unless there are several: those are degrees.
    """
    for region in regions:
        if region.kind == "byline":
            parts = re.split(r"[,/|()]| and ", text[region.start : region.end][:200])
            names = [part.rpartition(" by ")[2].strip().removeprefix("By ") for part in parts]
            short = [name for name in names if name.isupper() and name.isalpha()]
            for name in names:
                if found := agency(name) or (name if is_short(name) and short == [name] else None):
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
