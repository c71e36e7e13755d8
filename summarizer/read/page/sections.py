"""What stands under the headings of a page: teasers of other stories, comments, author boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.read.page.bylines import is_person
from summarizer.read.page.cues import tokens
from summarizer.read.page.shapes import is_stamp, is_title_like
from summarizer.read.published import find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.read.page.kinds import Labelled

_SUMMARY = 40  # words of a teaser's summary at most
_LISTED, _ENTRY = 3, 4  # titles with dates that are a list; lines of one of them
_ENTRIES = 4  # lines of one to three words in a row that are a menu
_POST = 12  # words of a line that can be no entry of a menu
_POSTS = 2  # comments from which they are no part of the article
_ABOUT = frozenset({"about", "über", "sobre", "over", "om", "об", "о"})
_WEAK_COMMENT = frozenset({"comment", "comments", "0", ":", "kommentare", "comentarios"})
_COMMENT_MARKS = frozenset({"reply", "says", "ago", "like", "flag", "report"})


def label_sections(lines: Sequence[Labelled]) -> None:
    """Give the lines of each section the kind of its heading; sections begin behind prose."""
    begin = next((n for n, line in enumerate(lines) if line.prose), len(lines))
    place = begin + 1
    while place < len(lines):
        cue = lines[place].cue
        if _is_about_somebody(lines[place]):
            place = _author_box(lines, place)
        elif cue is None or not cue.section:
            place += 1
        elif cue.kind == "comment":
            place = _comments(lines, place)
        elif cue.kind == "related":
            place = _teasers(lines, place)
        else:
            place = _author_box(lines, place)
    _loose_teasers(lines, begin)
    _cut_teasers(lines)
    _dated_teasers(lines)
    _signed_teasers(lines)
    _posts(lines, begin)


def _comments(lines: Sequence[Labelled], heading: int) -> int:
    """Everything to the end, if what follows cannot be the article going on."""
    before = _paragraphs(lines[:heading])
    after = _paragraphs(lines[heading + 1 :])
    weak = _WEAK_COMMENT.issuperset(tokens(lines[heading].line.head))
    short = [line.line for line in lines[heading + 1 : heading + 6] if line.line.size <= 6]
    marked = any(not _COMMENT_MARKS.isdisjoint(tokens(line.head)) for line in short)
    if (weak and not marked and after * 4 > before) or (not marked and after > before):
        return heading + 1
    end = _last_comment(lines, heading)
    for line in lines[heading + 1 : end]:
        if line.kind in (None, "dateline", "byline", "caption", "subhead"):
            line.settle("comment", _under(lines[heading]))
    return end


def _last_comment(lines: Sequence[Labelled], heading: int) -> int:
    """The place behind the last line that can be a comment's; menus and teasers follow it."""
    last = heading + 1
    for n in range(heading + 1, len(lines)):
        line = lines[n]
        if line.cue and line.cue.section and line.kind == "related":
            break
        if line.line.ends or line.kind in ("comment", "dateline") or line.line.size > _POST:
            last = n + 1
    return last


def _teasers(lines: Sequence[Labelled], heading: int) -> int:
    """Titles under the heading, and paragraphs where titles and paragraphs take turns."""
    place = heading + 1
    while place < len(lines):
        line = lines[place]
        if (line.cue and (line.cue.section or line.kind == "comment")) or _is_menu(lines, place):
            return place
        if line.prose and not _turns(lines, place):
            return place
        if line.open and not line.prose and line.line.ends and not _is_teaser(lines, place):
            return place
        if line.kind in (None, "dateline", "subhead"):
            line.settle("related", _under(lines[heading]))
        place += 1
    return place


def _is_menu(lines: Sequence[Labelled], place: int) -> bool:
    """Whether entries of a few letters begin here: a menu of the page, no titles."""
    row = lines[place : place + _ENTRIES]
    short = all(line.line.size < _ENTRY and not line.line.ends for line in row)
    return len(row) == _ENTRIES and short and not any(line.kind == "dateline" for line in row)


def _turns(lines: Sequence[Labelled], place: int) -> bool:
    """Whether a paragraph is the summary of a teaser, not the article going on.

    It is short, a title stands before it, no paragraph follows it, and more such pairs come.
    """
    if lines[place].line.size > _SUMMARY:
        return False
    if not _title_before(lines, place) or (place + 1 < len(lines) and lines[place + 1].prose):
        return False
    rest = lines[place + 1 : place + 12]
    later = [n for n, line in enumerate(rest, place + 1) if line.prose]
    return _aged(lines, place) or (bool(later) and all(_title_before(lines, n) for n in later))


def _is_teaser(lines: Sequence[Labelled], place: int) -> bool:
    return lines[place].line.cut or _aged(lines, place) or is_title_like(lines[place].line)


def _title_before(lines: Sequence[Labelled], place: int) -> bool:
    before = lines[place - 1]
    return not before.prose and is_title_like(before.line)


def _aged(lines: Sequence[Labelled], place: int) -> bool:
    """Whether a line like "2 days ago" follows within two lines."""
    return any(
        line.kind == "dateline" and line.cue is not None for line in lines[place + 1 : place + 3]
    )


def _loose_teasers(lines: Sequence[Labelled], begin: int) -> None:
    """Teasers without a heading: a title, a line that is cut off, an age."""
    for n in range(begin + 1, len(lines)):
        if lines[n].open and lines[n].line.cut and _aged(lines, n):
            for line in lines[n - 1 : n + 3]:
                if line.kind == "dateline" or (line.open and not line.prose):
                    line.settle("related", "title, first words and age of another story")


def _cut_teasers(lines: Sequence[Labelled]) -> None:
    """Lines that are cut off, several in a row: first words of other stories."""
    cut = [line.line.cut and line.kind in (None, "related") for line in lines]
    for n, line in enumerate(lines):
        row = cut[max(0, n - _LISTED + 1) : n + _LISTED]
        if cut[n] and line.open and any(all(row[i : i + _LISTED]) for i in range(len(row) - 2)):
            line.settle("related", "in a list of lines that are cut off")


def _dated_teasers(lines: Sequence[Labelled]) -> None:
    """Titles each with its date, several in a row: a list of other stories."""
    dated = [n for n, line in enumerate(lines) if line.kind == "dateline"]
    last = max((n for n, line in enumerate(lines) if line.prose), default=0)
    runs: list[list[int]] = []
    for n in dated:
        before = runs[-1][-1] if runs else None
        if before is not None and _is_title_row(lines[before + 1 : n]):
            runs[-1].append(n)
        else:
            runs.append([n])
    for run in runs:
        if len(run) >= (_LISTED if run[0] < last else _LISTED - 1):
            first = max(0, run[0] - (run[1] - run[0] - 1))
            for line in lines[first : run[-1] + 1]:
                if line.kind in (None, "dateline", "byline") and not line.prose:
                    line.settle("related", "in a list of titles with dates")


def _is_title_row(between: Sequence[Labelled]) -> bool:
    """Whether up to three lines, one of them a title, and no sentence stand between two dates."""
    opened = [line for line in between if line.open]
    titles = all(is_title_like(line.line) and not line.prose for line in opened)
    return 0 < len(between) <= _ENTRY and bool(opened) and titles


def _signed_teasers(lines: Sequence[Labelled]) -> None:
    """Title, author or date, first words, several in a row behind the text: other stories."""
    sizes = [_signed_teaser(lines, n) for n in range(len(lines))]
    run: list[int] = []
    place = 0
    while place < len(lines):
        if sizes[place]:
            run.append(place)
            place += sizes[place]
        elif run and place - run[-1] - sizes[run[-1]] < _ENTRY:
            place += 1
        else:
            _settle_teasers(lines, run, sizes)
            run = []
            place += 1
    _settle_teasers(lines, run, sizes)


def _settle_teasers(lines: Sequence[Labelled], run: Sequence[int], sizes: Sequence[int]) -> None:
    if len(run) < _LISTED or _paragraphs(lines[: run[0]]) < _LISTED:
        return
    for line in lines[run[0] : run[-1] + sizes[run[-1]]]:
        if line.kind in (None, "byline", "dateline"):
            line.settle("related", "in a list of titles with author or date and first words")


def _signed_teaser(lines: Sequence[Labelled], place: int) -> int:
    """The number of lines of a teaser that begins here, 0 if none does."""
    title = lines[place]
    if not title.open or title.prose or not is_title_like(title.line) or title.line.size < _ENTRY:
        return 0
    behind = place + 1
    while behind < min(len(lines), place + _ENTRY) and _signs_teaser(lines[behind]):
        behind += 1
    first = lines[behind : behind + 1]
    told = bool(first) and first[0].open and first[0].line.ends and first[0].line.size >= _ENTRY
    return behind + 1 - place if told and behind > place + 1 else 0


def _signs_teaser(labelled: Labelled) -> bool:
    line = labelled.line
    dated = labelled.kind == "dateline" and find(line.head) is not None
    named = labelled.open and not line.ends and line.size < 6 and is_person(line.head)
    return dated or named or labelled.kind == "byline"


def _posts(lines: Sequence[Labelled], begin: int) -> None:
    """Comments without a heading: "Mara on March 17, 2023 at 4:47 pm said:", several times."""
    stamps = [n for n, line in enumerate(lines) if n > begin and _opens_post(line)]
    if len(stamps) < _POSTS:
        return
    for line in lines[stamps[0] :]:
        if line.kind in (None, "dateline", "byline", "caption", "subhead"):
            line.settle("comment", "behind the name and time of somebody who comments")


def _opens_post(labelled: Labelled) -> bool:
    line = labelled.line
    return labelled.kind == "dateline" and line.head.endswith(":") and is_stamp(line)


def _author_box(lines: Sequence[Labelled], heading: int) -> int:
    """At most two paragraphs about the author, if nothing else follows."""
    if _paragraphs(lines[heading + 1 :]) > 2:
        return heading + 1
    for line in lines[heading + 1 :]:
        if line.cue and line.cue.section:
            break
        if line.open:
            line.settle("boilerplate", _under(lines[heading]))
    return heading + 1


def _is_about_somebody(labelled: Labelled) -> bool:
    """Whether a line heads a box about an author: "About Mara Ilves"."""
    line = labelled.line
    word, _, name = line.head.partition(" ")
    named = word.casefold() in _ABOUT and 1 < len(name.split()) <= 4 and is_person(name)
    return labelled.open and named and not line.ends


def _under(heading: Labelled) -> str:
    return f"stands under “{' '.join(heading.line.head.split())[:40]}”"


def _paragraphs(lines: Sequence[Labelled]) -> int:
    return sum(1 for line in lines if line.prose and line.line.size > 15)
