"""A summary as Markdown that `check` reads back: `[n]` is the n-th input.

Everything after the heading "Sources" is for people; the footnotes give the exact source words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.render.labels import (
    address,
    cited,
    made_by,
    markers,
    named,
    one_line,
    parts,
    quoted,
    remarks,
)
from summarizer.render.visible import without_codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.article import Article
    from summarizer.model.summary import Citation, Source, Summary

# Escaped only where Markdown, or the check, would take it for something: tags, emphasis, code,
# brackets that look like a marker or a link, and what starts a block at the start of a line.
_SPECIAL = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])|[*`]|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|&(?=#?\w{1,32};)"
    r"|\](?=[(\[:])"
)
_MARKER = re.compile(r"\[(\d{1,6}|\^[\w-]{1,40})\]")
_BLOCK = re.compile(r"\d{0,9}(?:[#>]|[-+.)](?=\s))")


def summary(
    document: Summary, articles: Sequence[Article] = (), *, level: int = 1, label: str = ""
) -> str:
    """The summary: headline, one paragraph a sentence, then sources and notes.

    `articles` are those that it was made from. As part of a longer text its headline is of another
    `level`, and `label` tells its footnotes from those of other parts.
    """
    return "\n".join(_lines(document, articles, "#" * level, label)) + "\n"


def inline(text: str) -> str:
    """The text inside a line: one line, with nothing that Markdown or a terminal would obey."""
    return _MARKER.sub(r"[\1\\]", _SPECIAL.sub(r"\\\g<0>", without_codes(one_line(text))))


def _lines(
    document: Summary, articles: Sequence[Article], hashes: str, label: str
) -> Iterator[str]:
    headline = document.headline
    yield f"{hashes} {inline(headline.text)} {markers(cited(headline.citations))}".rstrip()
    for _, heading, claim in parts(document.claims):
        if heading:
            yield from ("", f"{hashes}# {heading}")
        # never a bare number: [^2] and [2] would be one label to readers of both
        note = f"[^{label}{claim.id}]" if claim.citations else ""
        yield ""
        yield f"{_escaped(claim.text)} {markers(cited(claim.citations))}{note}".rstrip()
    yield from _section(hashes, "Sources", [_source(each) for each in document.sources])
    for title, items in remarks(document, inline, articles):
        yield from _section(hashes, title, items)
    yield from ("", _escaped(made_by(document)))
    for claim in document.claims:
        if claim.citations:
            told = "; ".join(map(_quoted, claim.citations))
            yield from ("", f"[^{label}{claim.id}]: {told}")


def _section(hashes: str, title: str, items: list[str]) -> Iterator[str]:
    if not items:
        return
    yield from ("", f"{hashes}# {title}", "")
    numbered = title == "Sources"
    yield from (f"{f'{n}.' if numbered else '-'} {item}" for n, item in enumerate(items, 1))


def _source(source: Source) -> str:
    place = address(source)
    where = f" ({inline(place)})" if place and place != named(source) else ""
    why = "" if source.used else f" — not used: {inline(source.reason or 'no reason given')}"
    return f"{_escaped(named(source))}{where}{why}"


def _quoted(citation: Citation) -> str:
    return f"{citation.sentence} {quoted(inline(citation.exact))}"


def _escaped(text: str) -> str:
    """The text as the start of a line."""
    line = inline(text)
    block = _BLOCK.match(line)
    return f"{line[: block.end() - 1]}\\{line[block.end() - 1 :]}" if block else line
