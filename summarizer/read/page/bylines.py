"""Lines about who wrote an article: bylines, credits of contributors, initials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.read.published import find, is_date_word
from summarizer.text.lexicon import classes

if TYPE_CHECKING:
    from summarizer.read.page.lines import Line

_BY = re.compile(
    r"(?:[Bb]y|BY|(?:Posted|Written|Reported|Published|Updated|Words|Story) [Bb]y):?\s{1,3}(?=\S)"
)
_ABROAD = re.compile(r"(?:Von|Por|Par|Door|Av|Af|Di|Autor|Auteur|Автор):?\s{1,3}(?=[^\W\d_])")
_INITIALS = re.compile(r"[(\[][a-zà-ž.-]{1,8}(?:\s?[/,]\s?[a-zà-ž.-]{1,8}){0,4}[)\]]\Z")
_REPORTED_FROM = re.compile(
    r"[^\W\d_][\w.’'-]{1,20}(?: [\w.’'-]{1,20}){0,5},? (?:reported|reports|contributed)"
    r" (?:from|to) [A-Z][\w.,’' -]{1,60}\Z"
)
_TOOLS = re.compile(
    r"\(?(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting)(?: and (?:writing|editing))? by\b"
)
_WIRE = re.compile(r"(?P<name>[^()]{4,60}) \([A-Z]{2,6}\)\.?\Z")
_ABOUT = re.compile(r"(?: is | writes | covers | reports | has | was )")
_LABEL = re.compile(
    r"(?:By\Z|Authors?|Reporters?|Written by|Autor(?:in|es)?|Auteurs?)(?:\s?:\s{0,3}|\Z)"
)
# A role, an account or a date run into the name by a page without blanks: "Mara IlvesStaff".
_RUN_IN = re.compile(
    r"(?<=[a-zà-ž])(?=(?:Staff|Senior|Contributor|Correspondent|Reporter|Editor|Columnist|Writer)\b)"
    r"|\s\S{1,64}@[\w-]{1,64}\.|@| - (?=\d)| [Oo]n (?=\d)"
)
_TURNS = ("Next", "Previous", "Read", "More", "Back")
_TRAILING = ("", "on", "at", "posted", "published", "updated")
_EDGE = " |·•,;:–—-\t"


def is_byline(line: Line) -> bool:
    """Whether a line names the authors with a word that says so, wherever it stands."""
    if line.long:
        return False
    head = line.head.lstrip("/|•·—– ")
    if _INITIALS.match(head) or _TOOLS.match(head):
        return True
    if _REPORTED_FROM.match(line.head.strip("()_— .")) and len(line.words) <= 14:
        return True
    wire = _WIRE.match(head)
    if wire and is_person(wire["name"]) and _is_wire(wire["name"]):
        return True
    match = _BY.match(head)
    return match is not None and _is_names(head[match.end() :])


def is_signature(line: Line) -> bool:
    """Whether a line can be a byline because it stands between headline and text.

    "Mara Ilves, Harbour News", "Mara Ilves | Correspondent", "Von Mara Ilves".
    """
    if line.long or len(line.words) > 10:
        return False
    match = _ABROAD.match(line.head)
    rest = line.head[match.end() :] if match else line.head
    if match:
        return _is_names(rest)
    parts = [part.strip() for part in re.split(r"[,|·•/]", rest) if part.strip()]
    if len(parts) == 1 and is_person(parts[0]) and not line.ends:
        return classes("byline_words").get(parts[0].split()[-1].casefold()) == "role"
    telling = classes("outlet_words").keys() | classes("byline_words").keys()
    if len(parts) < 2 or not is_person(parts[0]):
        return False
    return any(w.casefold() in telling for part in parts[1:] for w in part.split())


def is_about_author(line: Line, authors: str) -> bool:
    """Whether a paragraph introduces one of the authors: "Mara Ilves writes about ferries."."""
    match = _ABOUT.search(line.head[:60])
    name = line.head[: match.start()].strip() if match else ""
    if not is_person(name) or line.size > 60:
        return False
    words = {word.casefold() for word in line.words}
    roles = {word for word, kind in classes("byline_words").items() if kind == "role"}
    return name in authors or (line.size <= 25 and not roles.isdisjoint(words - {"editor"}))


def is_sign_off(line: Line) -> bool:
    """Whether a line is an author's name behind a dash, as at the end of a text."""
    plain = line.head.lstrip("—–-~ ")
    named = len(plain.split()) < 6 and is_person(plain) and plain.split()[0] not in _TURNS
    return not line.long and plain != line.head and named


def names_of(line: str) -> str:
    """The names of a byline without its introduction and without a date behind them."""
    match = _LABEL.match(line) or _BY.match(line) or _ABROAD.match(line)
    rest = _RUN_IN.split(line[match.end() if match else 0 :])[0]
    dated = find(rest)
    cut = rest[: dated.start] if dated else rest
    words = cut.split()
    while words and (is_date_word(words[-1].strip(".,")) or _is_trailing(words[-1])):
        words.pop()
    return " ".join(words).strip(_EDGE)


def _is_trailing(word: str) -> bool:
    return word.strip(_EDGE).casefold() in _TRAILING


def is_person(words: str) -> bool:
    """Whether words can be a name: two to five, in capitals or particles of names."""
    parts = words.split()
    return 1 < len(parts) <= 5 and all(
        w[0].isupper() or _is_small(w) for w in parts if w[0].isalpha()
    )


def _is_names(rest: str) -> bool:
    names = names_of(rest)
    words = [w for w in re.split(r"[\s,/&|]+", names) if w]
    if not words or len(words) > 16 or is_date_word(words[0].strip(".,")):
        return False
    first = words[0]
    if not (first[0].isupper() or first[0] == "@"):
        return False
    capital = [
        w
        for w in words
        if w[0].isupper() or not w[0].isalpha() or w.casefold() in classes("byline_words")
    ]
    return len(capital) == len(words)


def _is_small(word: str) -> bool:
    return classes("byline_words").get(word.casefold()) == "particle"


def _is_wire(name: str) -> bool:
    return not {"agency", "press", "wire", "agence", "agencia"}.isdisjoint(name.casefold().split())
