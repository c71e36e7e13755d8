"""Articles from pages: the text by trafilatura, what the page states about itself by its metadata.

The text of a page is made here: the title and an empty line, then the paragraphs, items of lists
and rows of tables in their order, an empty line between blocks. Headings within the text are
marked as subheads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trafilatura import bare_extraction, load_html

from summarizer.errors import InputError
from summarizer.model.article import Region
from summarizer.read.page_facts import page_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from summarizer.model.article import RegionKind
    from summarizer.read.raw import Given

_BLOCKS = frozenset({"p", "head", "quote", "list", "item", "table", "row", "code", "div"})
_HEADING = 14  # words
_LITTLE = 500  # characters
_UNSEEN = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden"
    r"|(?:font-size|opacity)\s{0,3}:\s{0,3}0(?![.\d]{0,9}[1-9])"
    r"|(?:left|top|text-indent)\s{0,3}:\s{0,3}-\d{3}",
    re.IGNORECASE,
)
_MOST_UNSEEN = 0.5  # of a page's text


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text taken from a page, what it states about itself, and the kinds of its lines."""

    text: str
    given: Given
    marks: tuple[Region, ...]


def extract(page: str, label: str) -> Page:
    """The article of a page.

    Raises:
        InputError: the page holds no article.
    """
    tree = load_html(page)
    if tree is not None:
        _drop_unseen(tree)
    lines = _article(tree) if tree is not None else []
    if tree is None or not lines:
        raise InputError(
            "no-text",
            f"{label} holds no article text",
            "save the page of the article itself, not a front page or a page that loads its text",
        )
    return _page(lines, page_facts(tree))


def _drop_unseen(tree: _Element) -> None:
    """Take out what no browser shows: nobody read it, and somebody may have meant it for machines.

    A page that hides most of its text shows it later, by a program: that stays.
    """
    most = _MOST_UNSEEN * sum(map(len, tree.itertext()))
    unseen = [each for each in tree.iter("*") if _is_unseen(each)]
    for each in unseen:
        if each.getparent() is not None and sum(map(len, each.itertext())) < most:
            each.drop_tree()


def _is_unseen(element: _Element) -> bool:
    return "hidden" in element.attrib or bool(_UNSEEN.search(element.get("style", "")))


def _article(tree: _Element) -> list[tuple[str, str]]:
    """The lines of the article by trafilatura, by its slower comparison where it finds little.

    On 85 pages (docs/measurements.md) this gives F1 .976 over text and subheads; the comparison
    with other extractors on every page gives .970 and takes half as long again.
    """
    for fast in (True, False):
        found = bare_extraction(
            tree, fast=fast, include_comments=False, favor_precision=True, with_metadata=False
        )
        body = getattr(found, "body", None)
        lines = list(_lines(body)) if body is not None else []
        if sum(len(line) for _, line in lines) >= _LITTLE:
            break
    return _without_lists_of_heads(lines)


def _without_lists_of_heads(lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Headings in a row are no headings but a list: scores, names, questions."""
    kinds = [kind for kind, _ in lines]
    found = []
    for n, (kind, line) in enumerate(lines):
        row = kinds[max(0, n - 2) : n + 3]
        listed = any(row[i : i + 3] == ["head"] * 3 for i in range(len(row) - 2))
        found.append(("text" if listed else kind, line))
    return found


def _page(lines: list[tuple[str, str]], given: Given) -> Page:
    parts: list[str] = []
    marks: list[Region] = []
    place = 0
    if given.title:
        lines = [("headline", given.title), *(i for i in lines if not _is_title(i, given.title))]
    for kind, line in lines:
        if kind != "text":
            name: RegionKind = "headline" if kind == "headline" else "subhead"
            reason = "title that the page states" if kind == "headline" else "heading of the page"
            marks.append(Region(start=place, end=place + len(line), kind=name, reason=reason))
        parts.append(line)
        place += len(line) + 2
    return Page(text="\n\n".join(parts) + "\n", given=given, marks=tuple(marks))


def _is_title(item: tuple[str, str], title: str) -> bool:
    return item[0] == "head" and item[1].casefold() == title.casefold()


def _lines(element: _Element) -> Iterator[tuple[str, str]]:
    """Kind (text or head) and text of each line of the extracted body, in order."""
    if element.tag in ("head", "p", "item", "row", "code") and not _has_blocks(element):
        for line in _broken(element):
            yield "head" if element.tag == "head" and _is_heading(line) else "text", line
        return
    yield from _loose(element.text)
    for child in element:
        if child.tag in _BLOCKS:
            yield from _lines(child)
        else:
            yield from _loose(" ".join(child.itertext()))
        yield from _loose(child.tail)


def _is_heading(line: str) -> bool:
    """Whether the text of a heading element is one: pages set whole sentences in them too."""
    return len(line.split()) <= _HEADING and not line.endswith((".", "!", ":", ",", "…"))


def _has_blocks(element: _Element) -> bool:
    return any(child.tag in _BLOCKS for child in element.iterdescendants())


def _loose(text: str | None) -> Iterator[tuple[str, str]]:
    plain = " ".join((text or "").split())
    if plain:
        yield "text", plain


def _broken(element: _Element) -> Iterator[str]:
    """The text of a block, cut at its line breaks; the cells of a row are parted by a blank."""
    pieces = [""]
    for part in element.iter():
        if part.tag == "lb":
            pieces.append("")
        elif part.tag == "cell":
            pieces[-1] += " "
        pieces[-1] += part.text or ""
        if part is not element:
            pieces[-1] += part.tail or ""
    for piece in pieces:
        plain = " ".join(piece.split())
        if plain:
            yield plain
