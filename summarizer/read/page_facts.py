"""What a page states about itself: JSON-LD (schema.org), Open Graph and other meta elements."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING

from summarizer.read.published import iso
from summarizer.read.raw import Given

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_ARTICLES = ("article", "posting", "report", "reportage")
_SUFFIX = re.compile(r"\s{1,3}[|–—»·-]\s{1,3}")
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "url": ("og:url",),
    "outlet": ("og:site_name", "application-name", "dc.publisher"),
    "published": (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "publishdate",
        "pubdate",
        "publish-date",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
    ),
    "byline": ("author", "article:author_name", "byl", "dc.creator", "parsely-author"),
}


def page_facts(tree: _Element) -> Given:
    """Title, address, outlet, date and byline as the page gives them."""
    meta = _meta(tree)
    linked = _linked(tree)
    outlet = _name(linked.get("publisher")) or meta.get("outlet")
    shown = _first(tree, "//h1", only=True)
    title = _plain(linked.get("headline")) or meta.get("title") or shown or _first(tree, "//title")
    byline = _name(linked.get("author")) or meta.get("byline")
    published = iso(_plain(linked.get("datePublished")) or "") or meta.get("published")
    return Given(
        title=_without_outlet(title, outlet),
        url=_attribute(tree, "//link[@rel='canonical']/@href") or meta.get("url"),
        outlet=outlet,
        published=published,
        byline=byline if byline and "://" not in byline else None,
    )


def _meta(tree: _Element) -> dict[str, str]:
    content: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = " ".join((element.get("content") or "").split())
        if name and value:
            content.setdefault(name.casefold(), value)
    found = {}
    for fact, names in _META.items():
        values = (content[name] for name in names if name in content)
        read = [iso(value) if fact == "published" else value for value in values]
        if kept := next(filter(None, read), None):
            found[fact] = kept
    return found


def _linked(tree: _Element) -> Mapping[str, object]:
    """The first JSON-LD object that describes an article."""
    for element in tree.iter("script"):
        if (element.get("type") or "").strip().casefold() == "application/ld+json":
            try:
                value = json.loads(element.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            for item in _objects(value, 4):
                kinds = _listed(item.get("@type"))
                if any(str(kind).casefold().endswith(_ARTICLES) for kind in kinds):
                    return item
    return {}


def _objects(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    """The objects of a JSON value down to a depth, lists and graphs opened."""
    if isinstance(value, dict):
        yield value
        if depth and isinstance(value.get("@graph"), list):
            yield from _objects(value["@graph"], depth - 1)
    elif isinstance(value, list) and depth:
        for item in value:
            yield from _objects(item, depth - 1)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _name(value: object) -> str | None:
    names = [
        _plain(item.get("name") if isinstance(item, dict) else item) for item in _listed(value)
    ]
    return ", ".join(filter(None, names)) or None


def _plain(value: object) -> str | None:
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None


def _first(tree: _Element, path: str, *, only: bool = False) -> str | None:
    found = tree.xpath(path)
    if not isinstance(found, list) or not found or (only and len(found) > 1):
        return None
    return _plain(" ".join(found[0].itertext()))


def _attribute(tree: _Element, path: str) -> str | None:
    found = tree.xpath(path)
    value = str(found[0]).strip() if isinstance(found, list) and found else ""
    return value if value.startswith(("http://", "https://")) else None


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """A title without the name of the site behind a bar or dash."""
    parts = _SUFFIX.split(title or "")
    if title and len(parts) > 1:
        last = parts[-1].casefold()
        if (outlet and last == outlet.casefold()) or (len(last.split()) <= 3 and "|" in title):
            return title[: title.rindex(parts[-1])].rstrip(" |–—»·-")
    return title
