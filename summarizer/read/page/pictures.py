"""Captions: lines under pictures and in galleries, told by their credits and set phrases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.text.lexicon import classes
from summarizer.text.outlets import agency_name

if TYPE_CHECKING:
    from summarizer.read.page.lines import Line

_LONGEST = 900  # characters of a caption; agencies cut theirs at about 60 words
# Every pattern is anchored or bounded, so that a line of any length costs the same.
_TELLING = 6  # words of a caption at least; fewer before an agency are its name
_LINKING = frozenset({"by", "from", "to", "with", "via", "says", "the", "and", "of", "for"})
_BUTTON = re.compile(r"CLOSE [A-Z][a-z]")  # the button of a video window runs into its caption
_FILE = re.compile(r"FILE(?: PHOTO| IMAGE| PICTURE)?\s{0,2}(?:[-–—:]|\.{3})")
_PHOTO_OF = re.compile(
    r"(?:In this .{0,60}?\b(?:photo|image|picture|photograph|file photo)\b[^.]{0,60}?,"
    r"|(?:This|An?|The) .{0,50}?\b(?:undated|file|handout|booking|combination)\b .{0,20}?"
    r"(?:photo|image|picture|combo)"
    r"|This .{0,60}?\b(?:photo|image|picture|combo)\b.{0,40}?"
    r"\b(?:provided|released|made available|taken|shows?|from)\b)"
)
_PAREN = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]]")
_CREDIT_WORD = re.compile(
    r"(?:photo(?:s|graph)?|image|picture|video|courtesy|credit|screen ?(?:shot|grab)|file photo"
    r"|illustration|handout)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:Photo|Image|Picture|Video|Courtesy|Credit)s?(?: by|:| courtesy of)", re.IGNORECASE
)
_PUBLISHED = re.compile(r"\(Published [^()]{5,40}\)\Z")
_SIGNED = re.compile(
    r"(?:^|[\s.])(?:REUTERS|AFP|AP|EPA|EFE|DPA)(?: Photo)?\s?/\s?[^\W\d_][\w.’' -]{1,40}\Z"
)
_BY_AT_END = re.compile(
    r"(?:(?:Photo|Photograph|Image|Picture|Illustration)s?(?: by|:) |Courtesy(?: of)? "
    r"|Credit(?:: |\.{3} ?|… ?))[A-Z][\w.’'/ -]{1,60}\Z"
)
_GLUED = re.compile(  # the label of a picture, run together with what stands below it
    r"(?:Image|Media|Video|Photo|Picture) (?:caption|copyright|source|credit)(?=[A-Z])"
)
_ARCHIVED = re.compile(r"(?: file| pool| handout| archive)(?: photo| image)?\s?\Z", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,4}\Z")
_DATED = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:,|\b)"
)


def is_caption(line: Line) -> bool:
    """Whether a line reads like the caption or the credit of a picture."""
    head = line.head.lstrip("(")
    if _BUTTON.match(head) or _FILE.match(head) or _GLUED.match(head):
        return True
    if _PHOTO_OF.match(head) or _PUBLISHED.search(line.tail) or _SIGNED.search(line.tail):
        return True
    if not line.ends and (_BY_AT_END.search(line.tail) or _bare_credit(line)):
        return True
    return _credit_alone(line) or _credit_at_start(line) or _credit_at_end(line)


def caption_before_text(text: str, start: int, end: int) -> int:
    """Where text begins that stands behind a caption in the same line, `start` if none does."""
    begin = start
    for match in _PAREN.finditer(text, start, min(end, start + 700)):
        rest = text[match.end() : match.end() + 2]
        opens = rest[:1] == " " and (rest[1:].isupper() or rest[1:] in ("“", '"', "‘", "("))
        if opens and is_credit(match.group(1)):
            begin = match.end() + 1
    return begin


def is_credit(words: str) -> bool:
    """Whether the words of a bracket are a picture's credit ("Jane Roe/Reuters", "Photo: …")."""
    plain = " ".join(words.split())
    if _BY.match(plain) or plain.casefold().startswith(("ap photo", "courtesy", "file photo")):
        return True
    left, slash, right = plain.partition("/")
    if slash and left.strip() and right.strip():
        if "/" in right and all(_is_name(name) and _upper(name) for name in plain.split("/")):
            return True
        known = _is_source(left) or _is_source(right.split(",")[0].split("/")[-1])
        names = all(_is_name(name) for name in left.split(","))
        return known or (names and _is_name(right.split(",")[0]) and _upper(right))
    return classes("photo_credits").get(plain.casefold()) == "only"


def _tells_of_picture(words: str) -> bool:
    return bool(_CREDIT_WORD.search(words)) and len(words.split()) <= 6 and "." not in words


def _credit_alone(line: Line) -> bool:
    plain = line.head.strip("()[]. ")
    bracketed = line.head[0] + line.head[-1] in ("()", "[]") and len(line.words) <= 9
    if bracketed and ("/" in plain or _is_name(plain)):
        return True
    if line.long or len(line.words) > 9 or line.ends:
        return not line.long and len(line.words) <= 9 and is_credit(plain) and "/" in plain
    if is_credit(plain) or _is_source(plain):
        return True
    return any(_is_source(part) for part in re.split(r" via | for | / |\|", plain)[1:])


def _bare_credit(line: Line) -> bool:
    """An archive as the last word, or an agency behind a name; an agency may also sign a text."""
    before, _, last = line.tail.rpartition(" ")
    named = last[:1].isupper() and last.rstrip(".").isalnum() and _is_source(last)
    if len(line.words) < _TELLING or not named:
        return False
    word = before.rpartition(" ")[2]
    if word.endswith((".", ")")):
        return classes("photo_credits").get(last.rstrip(".").casefold()) == "only"
    return word[:1].isupper() and word.casefold() not in _LINKING


def _credit_at_end(line: Line) -> bool:
    if line.end - line.start > _LONGEST:
        return False
    left, slash, right = line.tail.rpartition("/")
    if (
        slash
        and _is_source(_ARCHIVED.sub("", right))
        and _is_name(" ".join(left.rpartition(".")[2].split()[-2:]))
    ):
        return True
    brackets = list(_PAREN.finditer(line.tail))
    for match in reversed(brackets[-3:]):
        if line.tail[match.end() :].strip(" .)") and match is brackets[-1]:
            return False
        if is_credit(match.group(1)) or _tells_of_picture(match.group(1)):
            return True
        before = line.tail[: match.start()].rstrip()
        if _is_source(match.group(1)) and _is_captioned(before):
            return True
    return False


def _is_captioned(before: str) -> bool:
    """Whether the words before a bare agency's bracket end as captions do: cut off, or dated."""
    if before.endswith(("...", "…")):
        return True
    dated = _DATED.search(before[-40:])
    return bool(dated) and ('"' not in before and "”" not in before)


def _credit_at_start(line: Line) -> bool:
    """A credit, then a fragment that is no sentence: "Getty Images A minister arrives"."""
    if line.ends or len(line.words) > 25:
        return False
    words = line.head[:60].casefold().split()
    kinds = classes("photo_credits")
    return any(
        kinds.get(name) == "only" and len(name) > 4
        for name in (" ".join(words[:width]) for width in range(1, min(4, len(words))))
    )


def _is_source(words: str) -> bool:
    plain = words.strip(" .")
    return plain.casefold() in classes("photo_credits") or agency_name(plain) is not None


def _is_name(words: str) -> bool:
    plain = words.strip()
    return bool(_NAME.match(plain)) and all(w[0].isupper() for w in plain.split() if len(w) > 3)


def _upper(words: str) -> bool:
    return words.strip()[:1].isupper()
