"""The paragraphs of a summary: what is text, what is a label, what is a list of sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.sentences import trim
from summarizer.verify.chatter import closes, names_form, opens
from summarizer.verify.markup import unmarked
from summarizer.verify.notes import definitions, is_definition, is_entry, listed

if TYPE_CHECKING:
    from summarizer.verify.markup import Line

_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+")
_PREFIX = re.compile(r"[ \t]{0,12}(?:[-*+•◦▪‣–—]|\d{1,3}[.)]|\d\ufe0f?\u20e3|[a-z]\))[ \t]+")
_RULE = re.compile(r"[ \t]*(?:[-*_=|:+][ \t]*){3,200}\Z")
_UNDERLINE = re.compile(r"[ \t]{0,3}(?:={2,200}|-{2,200})[ \t]*\Z")
_BOLD = re.compile(r"(?P<mark>\*\*|__)(?P<words>[^*_\n]{1,200}):?(?P=mark):?\Z")
_SOURCES = re.compile(
    r"(?i)\W{0,6}(?:list of )?(?:sources?|references?|notes?|footnotes|citations|links|bibliography"
    r"|works cited|further reading)"
    r"(?: (?:and|&) (?:sources|references|notes|links)| used| cited| consulted)?\W{0,6}\Z"
)
_INLINE_SOURCES = re.compile(r"(?i)\W{0,4}(?:sources?|references?|via):\W{0,4}\s")
# Parts of our own pages that come after the list of sources: about the summary, not of it.
_APPARATUS = re.compile(
    r"(?:Where the sources differ|Same origin|Other events|Withheld, because .{1,40})\Z"
)
_MADE_BY = re.compile(r"Made by summarizer [\d.]{1,20}")
_QUESTION = re.compile(r"(?i)(?:what|who|when|where|why|how|which)\b|.{0,300}\?\W{0,4}\Z")
_NUMBERED = re.compile(r"[ \t]{0,3}\[\d{1,3}\][ \t]+\S")
# A longer heading, or a longer line before a list, may state a fact.
_LABEL = 5


class Block(NamedTuple):
    """A paragraph, list item, row or heading; a `label` names what follows and states nothing."""

    start: int
    end: int
    heading: bool
    item: bool
    label: bool


class Layout(NamedTuple):
    """A summary's words without markup (same length), its blocks, and its markers' notes."""

    words: str
    blocks: tuple[Block, ...]
    notes: dict[str, str]


class _Kept(NamedTuple):
    """A line: what kind it is, and where its words are without the mark before them."""

    kind: str
    start: int
    end: int
    whole: str
    quoted: bool


def layout(text: str) -> Layout:
    """How a summary in Markdown or plain text is laid out."""
    words, lines = unmarked(text)
    notes = definitions(text[line.start : line.end] for line in lines)
    kept = _kinds(words, lines)
    found: list[Block] = []
    entries: list[str] = []
    section, joins = "", None
    tail = _tail(kept)
    for number, line in enumerate(kept):
        said = words[line.start : line.end]
        if line.kind in ("heading", "text") and _SOURCES.fullmatch(said):
            section, joins = "sources", None
        elif line.kind == "heading":
            section = "apparatus" if section and _APPARATUS.match(said) else ""
            if not section:
                found.append(_heading(line, said))
            joins = None
        elif line.kind in ("blank", "definition") or section == "apparatus":
            joins = None
        elif number >= tail or (section and _is_listed(line, said)):
            entries.append(line.whole)
        elif _INLINE_SOURCES.match(said) or (section and _MADE_BY.match(said)):
            joins = None
        elif joins is not None and line.kind == "text" and line.quoted == joins:
            found[-1] = found[-1]._replace(end=line.end, label=False)
        else:
            found.append(_block(line, said))
            joins = None if line.kind == "row" else line.quoted
    return Layout(words, _of_summary(words, found), listed(entries) | notes)


def _of_summary(words: str, blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks without what a chat says before the first and behind the last one."""
    first, last = 0, len(blocks)

    def said(number: int) -> str:
        return words[blocks[number].start : blocks[number].end].strip("*_ ")

    if last > 1 and opens(said(0)):
        first = 1
    if last > first + 1 and blocks[first].heading and names_form(said(first)):
        first += 1
    while last > first + 1 and closes(said(last - 1)):
        last -= 1
    return tuple(blocks[first:last])


def _kinds(words: str, lines: list[Line]) -> list[_Kept]:
    """Each line with its kind: blank, definition, heading, item, row or text."""
    found: list[_Kept] = []
    for number, line in enumerate(lines):
        said = words[line.start : line.end]
        following = words[slice(*lines[number + 1][:2])] if number + 1 < len(lines) else ""
        before = found[-1].kind if found else "blank"
        kind, skipped = _kind(said, following, before)
        if line.row and kind == "text":
            kind = "row"
        start, end = trim(words, line.start + skipped, line.end)
        found.append(_Kept(kind if start < end else "blank", start, end, said, line.quoted))
    return found


def _kind(said: str, following: str, before: str) -> tuple[str, int]:
    """The kind of a line, and how many characters go before its words."""
    if not said.strip() or _RULE.match(said):
        return "blank", 0
    if is_definition(said) or (before == "definition" and said[0] in " \t"):
        return "definition", 0
    heading = _HEADING.match(said)
    if heading:
        return "heading", heading.end()
    title = said.strip()
    underlined = _UNDERLINE.match(following) and before != "text" and not _closed(title)
    if underlined or (_BOLD.fullmatch(title) and not _closed(title)):
        return "heading", 0
    prefix = _PREFIX.match(said)
    return ("item", prefix.end()) if prefix else ("text", 0)


def _closed(title: str) -> bool:
    """Whether a line ends like a sentence or with a marker."""
    return title.rstrip("*_:").endswith((".", "!", "?", "]"))


def _heading(line: _Kept, said: str) -> Block:
    label = len(said.split()) <= _LABEL or _QUESTION.match(said.lstrip("*_ ")) is not None
    return Block(line.start, line.end, heading=True, item=False, label=label)


def _block(line: _Kept, said: str) -> Block:
    label = said.rstrip("*_ ").endswith(":") and len(said.split()) <= _LABEL
    return Block(line.start, line.end, heading=False, item=line.kind == "item", label=label)


def _is_listed(line: _Kept, said: str) -> bool:
    """Whether a line below "Sources" is an entry of the list, not a sentence of the summary."""
    return line.kind == "item" or (not _MADE_BY.match(said) and is_entry(line.whole))


def _tail(kept: list[_Kept]) -> int:
    """The number of the line at which a list of sources without a heading begins, at the end."""
    number = len(kept)
    while number and (
        kept[number - 1].kind in ("blank", "definition") or _is_numbered(kept, number)
    ):
        number -= 1
    while number < len(kept) and kept[number].kind in ("blank", "definition"):
        number += 1
    return number


def _is_numbered(kept: list[_Kept], number: int) -> bool:
    """Whether the line before a place is like "[2] The Mail, 3 May" or "[2] https://…"."""
    line = kept[number - 1]
    address = "://" in line.whole
    return (
        line.kind == "text"
        and _NUMBERED.match(line.whole) is not None
        and (address or not line.whole.rstrip().endswith((".", "!", "?", "]", ")")))
    )
