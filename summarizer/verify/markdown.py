"""Anybody's Markdown or text with citation markers, read into a `Document`.

The first line is the headline if it is a heading or has no sentence end. A marker stands for the
n-th input, or for what its note, its link or a list of sources says (`citations.py`, `notes.py`).
It supports the words since the marker before it; markers after a full stop close the claim.
A paragraph whose markers all stand at its end is one claim; in another one every sentence is one.
No sentence is passed over: only labels (short headings, "Key points:") and lists of sources are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.places import Places
from summarizer.text.quotes import quotations
from summarizer.text.sentences import sentences, trim
from summarizer.verify.citations import are_round, links, marks
from summarizer.verify.document import HEADLINE, CitedClaim, Document, Marker, Part
from summarizer.verify.layout import layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.citations import Mark
    from summarizer.verify.layout import Block

_END = re.compile(r"[.!?…][\\\"”’»)\]'*_]{0,6}\Z")
# What is left out of a claim's text: escaping backslashes, emphasis, what makes words a link.
_LINK_START = r"\[(?=[^\[\]\n]{1,200}\]\([^()\s]{1,500}(?:[ ][^()\n]{0,100})?\))"
_LINK_END = r"\]\([^()\s]{1,500}(?:[ ][\"'][^()\n]{0,100})?\)"
_EMPHASIS = r"(?<!\w)(?:\*{1,3}|_{1,3}|~~)(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3}|~~)(?!\w)|`"
_MARKUP = re.compile(
    rf"\\(?=[!-/:-@\[-`{{-~])(?P<escaped>.)|{_LINK_START}|{_LINK_END}|{_EMPHASIS}|</?su[bp]>"
)

# A name behind which a marker stands for what follows; else a verb of telling must follow.
_LEAD_IN = re.compile(
    r"(?:(?<![^\s“\"])|(?<=[,;:.]))[ ]?"
    r"(?:(?:and|while|but|whereas|[Hh]owever,?|[Mm]eanwhile,?)[ ])?"
    r"(?P<by>(?:[Aa]ccording to|[Aa]s reported by|[Pp]er)[ ])?(?:[Tt]he[ ])?"
    r"(?:[A-Z][\w.&'’-]{0,30}(?:[ ]{1,2}|\Z)){1,6}\Z"
)
_TELLS = re.compile(
    r"[ ]{0,2}(?:also[ ])?(?:reports?|reported|says?|said|writes?|wrote|notes?|noted|adds?|added|"
    r"describes?|described|quotes?|quoted|cites?|cited|states?|stated)\b"
)
_LONGEST_NAME = 200


class Run(NamedTuple):
    """Markers that stand side by side, and whether a sentence ends with them."""

    start: int
    end: int
    markers: tuple[Marker, ...]
    closes: bool


class Text(NamedTuple):
    """A summary without markup and how it cites: notes by label, "(2)" a marker or not."""

    words: str
    notes: dict[str, str]
    round_ones: bool

    def marks(self, start: int, end: int) -> list[Mark]:
        """The markers of a stretch in order."""
        return marks(self.words, start, end, round_ones=self.round_ones)


def of_markdown(text: str) -> Document:
    """The document of a summary in Markdown or plain text."""
    words, blocks, notes = layout(text)
    whole = Text(words, notes, are_round(words))
    claims: list[CitedClaim] = []
    for number, block in enumerate(blocks):
        runs = _runs(whole, block.start, block.end)
        if number == 0 and _is_headline(whole, block, runs):
            claims.append(_claim(whole, HEADLINE, block.start, block.end, runs))
        elif not block.label or runs:
            for first, last, inside in _split(whole, block.start, block.end, runs):
                index = len(claims) - (claims[:1] != [] and claims[0].index == HEADLINE)
                claims.append(_claim(whole, index, first, last, inside))
    return Document(text=text, claims=tuple(claims))


def _is_headline(text: Text, block: Block, runs: list[Run]) -> bool:
    if block.heading:
        return True
    first = runs[0].start if runs else block.end
    if block.item or _ends(text.words, block.start, first):
        return False
    return _END.search(_blank(text, block.start, block.end).rstrip()[-8:]) is None


def _runs(text: Text, start: int, end: int) -> list[Run]:
    """Runs of markers of a paragraph, in order."""
    groups: list[list[Marker]] = []
    for mark in text.marks(start, end):
        markers = [_marker(mark, label, text.notes) for label in mark.labels]
        if groups and not text.words[groups[-1][-1].end : mark.start].strip(" ,;"):
            groups[-1] += markers
        else:
            groups.append(markers)
    runs = []
    for group in groups:
        first, last = group[0].start, group[-1].end
        closes = _ends(text.words, start, first)
        closes = closes or text.words[last : last + 1] in ("", ".", "!", "?", "\n")
        runs.append(Run(first, last, tuple(group), closes or last >= end))
    return runs


def _marker(mark: Mark, label: str, notes: dict[str, str]) -> Marker:
    note = mark.address or notes.get(mark.note + label) or (notes.get(label) if mark.note else None)
    note = label if mark.named else note
    return Marker(label=label, start=mark.start, end=mark.end, note=note, optional=mark.named)


def _ends(text: str, start: int, place: int) -> bool:
    """Whether a sentence ends before this place."""
    _, end = trim(text, start, place)
    return _END.search(text, max(start, end - 7), end) is not None


def _split(text: Text, start: int, end: int, runs: list[Run]) -> list[tuple[int, int, list[Run]]]:
    """Claims of a paragraph: start, end, runs of markers inside."""
    closing = [run for run in runs if run.closes]
    if len(closing) == 1 and closing[0].end >= end - 1:
        return [(start, end, runs)]
    leading = bool(runs) and not text.words[start : runs[0].start].strip()
    pieces, place = [], start
    for run in closing:
        last = run.end + (text.words[run.end : run.end + 1] in (".", "!", "?"))
        last = run.start if leading else last
        pieces.append((place, last))
        place = last
    pieces.append((place, end))
    found = []
    starts = [run.start for run in runs]
    for first, last in pieces:
        for span in _sentences(text, first, last):
            inside = runs[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
            found.append((*span, inside))
    return found


def _sentences(text: Text, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences of a stretch; ends inside quotations and before closing markers are none."""
    blanked = _MARKUP.sub(_blanked, _blank(text, start, end))
    quoted = Places(([(q.outer_start, q.outer_end)], q) for q in quotations(blanked))
    spans: list[tuple[int, int]] = []
    for first, last in sentences(re.sub(r"[\r\n]", " ", blanked)):
        inside = set(quoted.meeting(first - 1, first)) & set(quoted.meeting(first, first + 1))
        wordless = not any(map(str.isalpha, blanked[first:last]))
        if spans and (inside or wordless):
            spans[-1] = (spans[-1][0], start + last)
        else:
            spans.append((start + first, start + last))
    if spans:  # blanks of markers at both ends belong to it
        whole = trim(text.words, start, end)
        spans[0] = (whole.start, spans[0][1])
        spans[-1] = (spans[-1][0], whole.end)
    return spans


def _blank(text: Text, start: int, end: int) -> str:
    """The stretch with blanks for markers and for what stands between two of them."""
    pieces, place = [], start
    for number, mark in enumerate(text.marks(start, end)):
        between = text.words[place : mark.start]
        if number and not between.strip(" ,;"):
            between = " " * len(between)
        pieces += [between, " " * (mark.end - mark.start)]
        place = mark.end
    return "".join([*pieces, text.words[place:end]])


def _blanked(match: re.Match[str]) -> str:
    """Blanks, and the escaped character, which goes first where no blank is before."""
    if match["escaped"] is None:
        return " " * len(match[0])
    first = match.start() == 0 or match.string[match.start() - 1].isspace()
    return f" {match['escaped']}" if first else f"{match['escaped']} "


def _claim(text: Text, index: int, start: int, end: int, runs: list[Run]) -> CitedClaim:
    """A claim with a part for each run of markers; a tail without markers joins the last one.

    Where it has no markers, its links may stand for sources.
    """
    blanked = _blank(text, start, end)
    plain, dropped = _without_markup(blanked, start)
    whole = CitedClaim(index=index, text=plain, offset=start, parts=(), dropped=dropped)
    parts = _parts(whole, runs)
    if not parts:
        markers = tuple(_links(text.words, start, end))
        parts = [Part(start=0, end=len(whole.text), markers=markers)]
    return replace(whole, parts=tuple(parts))


def _parts(claim: CitedClaim, runs: list[Run]) -> list[Part]:
    """The stretches that runs of markers support: the words before, or behind a name that leads.

    "X happened [1] and Y happened [2]"; "According to the Mail [1], X happened".
    """
    parts: list[Part] = []
    place, leading = 0, list[Marker]()
    for run in runs:
        first, last = claim.local(run.start), claim.local(run.end)
        lead = _lead(claim.text, place, first, last)
        if lead is not None and (leading or not claim.text[place:lead].strip(" ,;")):
            if leading:
                parts.append(Part(start=place, end=lead, markers=tuple(leading)))
            place, leading = lead, list(run.markers)
        else:
            parts.append(Part(start=place, end=first, markers=(*leading, *run.markers)))
            place, leading = last, []
    if leading:
        parts.append(Part(start=place, end=len(claim.text), markers=tuple(leading)))
    elif parts:
        parts[-1] = replace(parts[-1], end=len(claim.text))
    return parts


def _lead(text: str, start: int, first: int, last: int) -> int | None:
    """Where a name begins that leads what follows, with the marker from `first` to `last`.

    As in "According to the Mail [1], …" and "…, while the Mail [1] says …"; else None.
    """
    match = _LEAD_IN.search(text, max(start, first - _LONGEST_NAME), first)
    if match is None or not (match["by"] or _TELLS.match(text, last)):
        return None
    return match.start()


def _without_markup(blanked: str, start: int) -> tuple[str, tuple[int, ...]]:
    """The words alone, and the places in the summary of the characters left out."""
    pieces, dropped, place = [], list[int](), 0
    for match in _MARKUP.finditer(blanked):
        last = match.start() + 1 if match["escaped"] is not None else match.end()
        pieces.append(blanked[place : match.start()])
        dropped += range(start + match.start(), start + last)
        place = last
    return "".join([*pieces, blanked[place:]]), tuple(dropped)


def _links(text: str, start: int, end: int) -> Iterator[Marker]:
    """Links of a claim's own words: citations only if they lead to an input."""
    for words, address in links(text, start, end):
        yield Marker(label=words, start=start, end=end, note=address, optional=True)
