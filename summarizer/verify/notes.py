"""Definitions of citation markers: footnotes, reference links and numbered lists of sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.text.quotes import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.model.article import Article

# "[^a]: text" and "[2]: text" define wherever they stand.
_DEFINED = re.compile(r"[ \t]{0,3}\[(\^?)([\w-]{1,40})\]:[ \t]*(?=\S)")
# In a list of sources also "[2] text", "2. text", "- [2] text", "² text".
_LISTED = re.compile(
    r"[ \t]{0,12}(?:[-*+•][ \t]+)?"
    r"(?:\\?\[\^?(\w{1,10})\\?\][:.]?|(\d{1,3})[.):]|([¹²³⁴-⁹]))[ \t]*(?=\S)"
)
_BULLET = re.compile(r"[ \t]{0,12}[-*+•][ \t]+(?=\S)")
_HIGH = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"“”]{1,500}")
_TRACKING = re.compile(r"[?&]utm_[^#]*|#.*")
_MARKS = re.compile(r"[*_`]|\\(?=[!-/:-@\[-`{-~])")
# A shorter title ("Fire") stands in many notes by chance.
_SHORTEST_TITLE = 8


def is_definition(line: str) -> bool:
    """Whether a line defines a marker wherever it stands."""
    return _DEFINED.match(line) is not None


def is_entry(line: str) -> bool:
    """Whether a line of a list of sources is an entry of it, not a sentence."""
    if _DEFINED.match(line) or _LISTED.match(line) or _BULLET.match(line):
        return True
    words = line.strip()
    return not words.endswith((".", "!", "?")) or len(words.split()) < 6 or "://" in words


def definitions(lines: Iterable[str]) -> dict[str, str]:
    """Definitions by caret and label ("[2]" and "[^2]" are two), continuation lines joined."""
    found: dict[str, str] = {}
    label = None
    for line in lines:
        match = _DEFINED.match(line)
        if match:
            label = match[1] + match[2]
            found.setdefault(label, _plain(line[match.end() :]))
        elif label and line[:1] in (" ", "\t") and line.strip():
            found[label] += " " + _plain(line)
        else:
            label = None
    return found


def listed(lines: Iterable[str]) -> dict[str, str]:
    """Entries of a list of sources by their numbers; those without one are counted."""
    found: dict[str, str] = {}
    for line in lines:
        match = _LISTED.match(line)
        if match:
            label = (match[1] or match[2] or match[3]).translate(_HIGH)
            found.setdefault(label, _plain(line[match.end() :]))
        elif bullet := _BULLET.match(line):
            found.setdefault(str(len(found) + 1), _plain(line[bullet.end() :]))
    return found


def _plain(text: str) -> str:
    return _MARKS.sub("", text).strip()


def named(note: str, articles: Sequence[Article]) -> Article | None:
    """The article whose id, address, file, title or, if only one has it, outlet a note gives."""
    first = note.split(maxsplit=1)[0].strip(",;:.()") if note.strip() else ""
    by_id = {article.id: article for article in articles}
    if first.partition(".")[0] in by_id:
        return by_id[first.partition(".")[0]]
    addresses = {_address(match) for match in _ADDRESS.findall(note)}
    for article in articles:
        if article.url and _address(article.url) in addresses:
            return article
    return _by_words(note, articles)


def _by_words(note: str, articles: Sequence[Article]) -> Article | None:
    words = fold(note).lower()
    for article in articles:
        if article.path and _stands(article.path.replace("\\", "/").rpartition("/")[2], note):
            return article
    for article in articles:
        title = fold(article.title or "").lower()
        if len(title) >= _SHORTEST_TITLE and _stands(title, words):
            return article
    outlets = [a for a in articles if a.outlet and _stands(fold(a.outlet).lower(), words)]
    return outlets[0] if len(outlets) == 1 else None


def _stands(name: str, text: str) -> bool:
    """Whether a name stands in a text as a whole: "1.txt" is not in "11.txt"."""
    start = text.find(name) if name else -1
    while start >= 0:
        before, after = text[:start][-1:], text[start + len(name) :][:1]
        if not before.isalnum() and not after.isalnum():
            return True
        start = text.find(name, start + 1)
    return False


def _address(url: str) -> str:
    """An address without what does not tell pages apart: scheme, www, query of senders, slash."""
    whole = _TRACKING.sub("", url.rstrip(".,;:!?"))
    return whole.partition("://")[2].removeprefix("www.").rstrip("/").lower()
