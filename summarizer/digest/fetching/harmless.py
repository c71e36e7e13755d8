"""What is refused before a feed is parsed: XML that was made to keep its reader busy."""

from __future__ import annotations

import re
from xml.parsers import expat

# feedparser is quadratic in the namespaces of a document (50,000 took more than four minutes), and
# takes 1 s for 25,000 elements in one another; real feeds have about ten of each.
_MOST_NAMESPACES = 200
_DEEPEST = 10_000
# Characters of an entity: documents declare their own names for single letters, such as nbsp.
_LONGEST_ENTITY = 10
_NAMESPACE = re.compile(rb"xmlns[^\s=]{0,200}\s{0,9}=\s{0,9}[\"'][^\"']{0,2000}")
_ELEMENT = re.compile(rb"<(/?)[A-Za-z][^<>]{0,5000}?(/?)>|<[A-Za-z]")


class _EndOfProlog(Exception):  # noqa: N818  (an end, no error)
    """The first element is reached."""


class _Growing(Exception):  # noqa: N818  (an answer, no error)
    """An entity is declared that grows or is fetched."""


def harm(data: bytes) -> str | None:
    """What is wrong with a document, None if nothing is; it need not be well-formed."""
    flat = _without_literals(data.replace(b"\0", b""))  # UTF-16
    if _depth(flat) > _DEEPEST:
        return "XML that is nested beyond reason"
    if len(set(_NAMESPACE.findall(flat))) > _MOST_NAMESPACES:
        return "XML with names beyond reason"
    return "XML whose entities grow or are fetched" if _grows(data) else None


def _without_literals(flat: bytes) -> bytes:
    """Without CDATA sections: what stands in them is text to every parser."""
    first, *rest = flat.split(b"<![CDATA[")
    return b"".join([first, *(part.partition(b"]]>")[2] for part in rest)])


def _depth(flat: bytes) -> int:
    depth = deepest = 0
    for match in _ELEMENT.finditer(flat):
        if match[1]:
            depth = max(0, depth - 1)
        elif not match[2]:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def _grows(data: bytes) -> bool:
    """Whether entities are declared that hold others, are long, or lie elsewhere.

    Where the document breaks off before its first element, feedparser expands none.
    """

    def declared(_name: str, parameter: int, value: str | None, *_place: object) -> None:
        if parameter or value is None or len(value) > _LONGEST_ENTITY or "&" in value:
            raise _Growing

    def begun(*_element: object) -> None:
        raise _EndOfProlog

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = declared
    parser.StartElementHandler = begun
    try:
        parser.Parse(data, True)  # noqa: FBT003  (its argument has no name)
    except _Growing:
        return True
    except (_EndOfProlog, expat.ExpatError, ValueError, LookupError):
        return False
    return False
