"""What a line looks like, whatever it says: a breadcrumb, an address, a title, prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.read.published import find, is_date_filler
from summarizer.text.lexicon import words

if TYPE_CHECKING:
    from summarizer.read.page.lines import Line

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"'()]{3,500}", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|\d{1,2}(?=\s?[ap]\.?m\b)", re.IGNORECASE)
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)|\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
_STAMPED = 12  # words of a line with the date and time of a page
_WORD = re.compile(r"[^\W\d_]+")


def is_prose(line: Line) -> bool:
    """Whether a line is a full paragraph: a dozen words that end as a sentence, or very many.

    Many words without an end, most of them in capitals, are a menu in one line.
    """
    if line.size >= 12 and line.ends and not line.cut:
        return True
    capital = sum(word[0].isupper() for word in line.words)
    return line.size >= 30 and capital * 2 < len(line.words) + 2


def is_title_like(line: Line) -> bool:
    """Whether a line could be a title or a label: short, and no sentence."""
    return line.size <= 25 and (not line.ends or line.head.endswith(("?", "!")))


def has_verb(line: Line) -> bool:
    """Whether an English line shows a finite verb by a common form or an ending."""
    lowered = [word.casefold().replace("’", "'") for word in line.words]
    if not words("finite_verbs").isdisjoint(lowered):
        return True
    return any(w.endswith("ed") and len(w) > 4 for w in lowered)


def crumbs(line: Line) -> list[str]:
    """The steps of a breadcrumb ("Home » World » Title"), none if the line is no breadcrumb."""
    if line.long or line.ends:
        return []
    for mark in "»›→>|/":
        if line.head.count(mark) >= (1 if mark in "»›" else 2) and f" {mark} " in f" {line.head} ":
            steps = [step.strip() for step in line.head.split(mark) if step.strip()]
            if len(steps) > 1 and len(steps[0].split()) <= 3:
                return steps
    return []


def address_in(text: str) -> str | None:
    """The first web address of a stretch, without the punctuation behind it."""
    match = _ADDRESS.search(text)
    return match.group().rstrip(".,;:!?") if match else None


def is_sign(line: Line) -> bool:
    """Whether a line holds no words: rules, figures, hashtags, addresses, mail addresses."""
    head = line.head
    if not any(c.isalnum() for c in head):
        return not line.long
    tagged = [w for w in head.split() if w[:1] == "#" and len(w) > 1]
    if tagged and len(tagged) * 3 >= len(head.split()) * 2:
        return True
    if line.long:
        return False
    rest = _without_addresses(head)
    return not any(c.isalpha() for c in rest) and not _has_amount(rest)


def _without_addresses(text: str) -> str:
    """A line without what its signs show to be addresses; most lines have none of the signs."""
    if "//" in text or "www." in text.lower():
        text = _ADDRESS.sub(" ", text)
    return _MAIL.sub(" ", text) if "@" in text else text


def is_date_line(line: Line) -> bool:
    """Whether a line gives a date or a time and nothing else."""
    if line.long or len(line.words) > 16 or not any(c.isdigit() for c in line.head):
        return False
    dated = find(line.head)
    rest = line.head[: dated.start] + " " + line.head[dated.end :] if dated else line.head
    timed = bool(_TIME.search(rest))
    others = [w for w in _WORD.findall(rest) if not is_date_filler(w)]
    return bool(dated or timed) and not others


def is_stamp(line: Line) -> bool:
    """Whether a short line has a whole date and a time of day: "Mara Ilves 2023-03-17 14:35"."""
    if line.long or line.ends or not 4 < len(line.words) <= _STAMPED:
        return False
    dated = find(line.head)
    return (
        dated is not None
        and _CLOCK.search(line.head[: dated.start] + line.head[dated.end :]) is not None
    )


def _has_amount(text: str) -> bool:
    """A figure with a unit or sign may be an item of a list of the article."""
    return any(c in text for c in "$€£¥%")
