"""Lists of feeds as other readers give and take them (OPML 2.0, opml.org)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from xml.parsers import expat

from summarizer.digest.fetching.plain import line
from summarizer.errors import InputError
from summarizer.read.web.target import target

if TYPE_CHECKING:
    from collections.abc import Iterable

_LARGEST = 5 << 20  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A feed of a list: its address and the name of its outlet."""

    address: str
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscriptions:
    """The feeds of a list, and the addresses in it that are none of http or https."""

    feeds: tuple[Subscription, ...]
    refused: tuple[str, ...]


def read_opml(data: bytes, label: str) -> Subscriptions:
    """The feeds that a list names, folders opened, each address once.

    Args:
        data: the bytes of the file.
        label: its name for messages.

    Raises:
        InputError: it is no OPML, too large, or declares entities, as files do that are made to
            blow up.
    """
    if len(data) > _LARGEST:
        raise _no_opml(label, f"is larger than {_LARGEST:,} bytes")
    found: dict[str, Subscription] = {}
    refused: list[str] = []
    for outline in _root(data, label).iter("outline"):
        address = next((v for k, v in outline.items() if k.lower() == "xmlurl"), "").strip()
        if not address:
            continue
        try:
            place = target(address).url
        except InputError:
            refused.append(address)
            continue
        found.setdefault(place, Subscription(address=place, title=_title(outline, address)))
    return Subscriptions(feeds=tuple(found.values()), refused=tuple(refused))


def write_opml(feeds: Iterable[Subscription], title: str) -> str:
    """A list of feeds, in their order."""
    root = ET.Element("opml", version="2.0")
    ET.SubElement(ET.SubElement(root, "head"), "title").text = line(title)
    body = ET.SubElement(root, "body")
    for feed in feeds:
        name = line(feed.title) or feed.address
        ET.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=feed.address)
    ET.indent(root)
    declared = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return declared + ET.tostring(root, encoding="unicode") + "\n"


def _title(outline: ET.Element, address: str) -> str | None:
    """The name of the outlet; the address itself, which stands for a missing name, is none."""
    told = line(outline.get("title")) or line(outline.get("text"))
    return None if told == address else told


def _root(data: bytes, label: str) -> ET.Element:
    def stop(*_declaration: object) -> None:
        raise _no_opml(label, "declares entities")

    look = expat.ParserCreate()
    look.EntityDeclHandler = stop
    try:
        look.Parse(data, True)  # noqa: FBT003  (its argument has no name)
        root = ET.fromstring(data)  # noqa: S314  (it declares no entities)
    except (expat.ExpatError, ET.ParseError, ValueError, LookupError) as reason:
        raise _no_opml(label, f"is no XML: {reason}") from None
    if root.tag.lower() != "opml":
        raise _no_opml(label, f"holds <{root.tag[:40]}>, not <opml>")
    return root


def _no_opml(label: str, what: str) -> InputError:
    return InputError(
        "no-opml", f"{label} {what}", "export the list anew as OPML from where it comes"
    )
