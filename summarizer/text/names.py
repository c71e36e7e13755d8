"""Names in text: runs of capitalised words that are names, and when two names mean the same.

A word that opens a sentence (or stands in a headline in title case) is a name only on evidence:
it is capitalised in the middle of a sentence elsewhere, or it is no ordinary word. Titles are split
off ("Foreign Minister Ana Reis" is "Ana Reis"), nationalities, months and weekdays are no names.
"""

from __future__ import annotations

import functools
import operator
import re
from bisect import bisect_left
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.lexicon import classes, words
from summarizer.text.name_forms import same_name
from summarizer.text.tokens import SENTENCE, Token, stopwords, tokenize

if TYPE_CHECKING:
    from collections.abc import Container

__all__ = ["Name", "names", "same_name"]

# Lower-case words inside a name; "and" and "for" only behind a head noun ("Ministry for …").
_PARTICLES = frozenset(
    {"de", "da", "do", "dos", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den"}
    | {"ter", "ten", "bin", "ibn", "al", "el", "ul", "ad", "y", "e", "zu", "af"}
)
_JOINERS = frozenset({"of", "for", "and", "the", "on"})
_LINKS = _PARTICLES | _JOINERS
_SMALL = _PARTICLES | _JOINERS | {"a", "an", "in", "at", "to", "by", "with", "as", "or", "from"}
_ENDINGS = ("ing", "ly", "tion", "tions", "ment", "ments", "ness", "ers", "ists", "ities")
_SHORT = frozenset({"us", "it", "who"})  # acronyms that look like function words
# Before a capitalised word that opens something: start, sentence end, quotation, bullet.
_OPENERS = frozenset('.!?:"([•*|>/…')
# Line ends stay: a name never goes over one.
_MARKS = str.maketrans("“”„«»‘’\u00a0", '"""""\'\' ')
_POINTED = re.compile(r"(?:[A-Z]\.)+[A-Z]\Z")
_INNER = re.compile(r"['’-]")
_LONGEST_RUN = 12


class Name(NamedTuple):
    """A name and its place; `text` is as written, without title and possessive."""

    start: int
    end: int
    text: str


def names(
    text: str,
    offset: int = 0,
    *,
    ordinary: Container[str] = frozenset(),
    tokens: list[Token] | None = None,
) -> list[Name]:
    """The names of a text in order; places are shifted by `offset`.

    `ordinary` holds lower-case words known not to be names, from a larger text around this one;
    `tokens` are the words of the text, where they are known.
    """
    plain = not ordinary and len(text) <= SENTENCE
    found = _remembered(text) if plain else _found(text, ordinary, tokens)
    if not offset:
        return list(found)
    return [Name(n.start + offset, n.end + offset, n.text) for n in found]


def _found(
    text: str, ordinary: Container[str] = frozenset(), known: list[Token] | None = None
) -> tuple[Name, ...]:
    if text.islower():
        return ()
    folded = text.translate(_MARKS)
    tokens = tokenize(text) if known is None else known
    capital = [_capital(token.text) for token in tokens]
    evidence = _evidence(text, folded, (tokens, capital), ordinary)
    found: list[Name] = []
    behind = 0
    for place in compress(range(len(tokens)), capital):
        if place >= behind:
            behind = _run_end(folded, tokens, place)
            found += _names_of_run(text, tokens[place:behind], evidence)
    return tuple(found)


_remembered = functools.lru_cache(maxsize=2048)(_found)


class _Evidence(NamedTuple):
    """Which words of a text are ordinary, and at which places a capital letter says nothing."""

    ordinary: frozenset[str]
    proper: frozenset[str]
    weak: frozenset[int]
    headline: frozenset[int]
    given: Container[str]

    def is_ordinary(self, token: Token) -> bool:
        """Whether a word is known to be no name."""
        word = _bare_lower(token.text)
        if word in self.proper:
            return False
        if token.text.isupper() and len(token.text) > 1 and token.start not in self.headline:
            return False
        if token.start in self.headline and self.proper and not token.text.isupper():
            return True
        lists = (words("sentence_starters"), stopwords(), classes("number_words"))
        known = any(word in entries for entries in lists)
        return known or word in self.ordinary or word in self.given or word.endswith(_ENDINGS)


def _evidence(
    text: str, folded: str, row: tuple[list[Token], list[bool]], given: Container[str]
) -> _Evidence:
    """What the words of a text, with whether each is written as a name, tell of names."""
    tokens = row[0]
    title_case = _title_lines(text, *row)
    capital = list(compress(*row))
    spellings = {token.text for token in tokens}
    lower = {_bare_lower(word) for word in spellings if not _capital(word)}
    weak = {t.start for t in capital if t.start in title_case or _opens(folded, t.start)}
    known = frozenset(_bare_lower(token.text) for token in capital if token.start not in weak)
    return _Evidence(frozenset(lower - known), known, frozenset(weak), title_case, given)


def _title_lines(text: str, tokens: list[Token], capital: list[bool]) -> frozenset[int]:
    """Starts of the words in lines where nearly every word is capitalised."""
    found: set[int] = set()
    first = 0
    while first < len(tokens):
        end = _line_end(text, tokens[first].start)
        behind = bisect_left(tokens, end, first, key=_start)
        line, last = tokens[first:behind], tokens[behind - 1].end
        if _in_title_case(line, capital[first:behind]) and text[last : last + 1] != ".":
            found.update(each.start for each in line)
        first = behind
    return frozenset(found)


_start = operator.attrgetter("start")


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _in_title_case(line: list[Token], capital: list[bool]) -> bool:
    if sum(capital) < 3:  # three of four words, at least
        return False
    plain = [
        written
        for token, written in zip(line, capital, strict=True)
        if token.lower not in _SMALL and token.text[0].isalpha()
    ]
    return len(plain) >= 4 and sum(plain) >= 0.75 * len(plain)


def _opens(folded: str, start: int) -> bool:
    """Whether nothing of the sentence stands before this place."""
    place = start - 1
    while place >= 0 and folded[place] in " '":
        place -= 1
    return place < 0 or folded[place] in _OPENERS or "\n" in folded[place:start]


@functools.lru_cache(maxsize=65536)
def _capital(word: str) -> bool:
    """Whether a word is written as a name: "Reis", "al-Amin", "iPhone", "d'Este"; not "I'm"."""
    if word[0].isupper():
        return word != "I" and word[:2] not in ("I'", "I’")
    mark = _INNER.search(word)
    return mark is not None and mark.start() <= 3 and word[mark.end() : mark.end() + 1].isupper()


def _bare(word: str) -> str:
    """A word without its possessive ending."""
    if word[-2:] in ("'s", "’s", "'S", "’S"):
        return word[:-2]
    return word


@functools.lru_cache(maxsize=65536)
def _bare_lower(word: str) -> str:
    """A word without its possessive ending, in lower case."""
    return _bare(word).casefold()


def _run_end(folded: str, tokens: list[Token], place: int) -> int:
    """The place behind the run of name words that a capitalised word starts."""
    behind = place + 1
    while behind < len(tokens) and behind - place < _LONGEST_RUN:
        step = _next_in_run(folded, tokens, place, behind)
        if step is None:
            break
        behind = step
    return behind


def _next_in_run(folded: str, tokens: list[Token], first: int, place: int) -> int | None:
    """The place behind the next capitalised word of the run, over joiners; None at its end."""
    last = tokens[place - 1]
    if _bare(last.text) != last.text:
        return None
    at = place
    while at < len(tokens) and at < place + 3 and _touches(folded, tokens[at - 1], tokens[at]):
        if _capital(tokens[at].text):
            return at + 1 if _may_join(tokens, first, place, at) else None
        if tokens[at].lower not in _LINKS:
            return None
        at += 1
    return None


def _touches(folded: str, left: Token, right: Token) -> bool:
    """Whether only a blank (or the point of an initial or a title) stands between two words."""
    between = folded[left.end : right.start]
    if between in (" ", " & "):
        return True
    abbreviated = len(left.text) == 1 or f"{left.lower}." in words("titles")
    abbreviated = abbreviated or ("." in left.text and len(left.text) < 5)
    return between in (". ", ".") and abbreviated


def _may_join(tokens: list[Token], first: int, place: int, at: int) -> bool:
    """Whether the lower-case words between two capitalised ones belong to a name."""
    between = [token.lower for token in tokens[place:at]]
    if all(word in _PARTICLES for word in between):
        return True
    heads = words("name_heads")
    headed = any(_singular(token.lower) in heads for token in tokens[first:place])
    role = " ".join(t.lower for t in tokens[place - 1 : at + 1]) in words("roles")
    if between[-1] == "and":
        return headed and any(t.lower in ("of", "for") for t in tokens[first:place])
    return headed or role


def _singular(word: str) -> str:
    return word.removesuffix("s") if word not in words("name_heads") else word


def _names_of_run(text: str, run: list[Token], evidence: _Evidence) -> list[Name]:
    """The names in a run: ordinary openers dropped, titles split off."""
    found = []
    for piece in _pieces(run, evidence):
        kept = _trimmed(piece)
        if kept and not _ordinary_name(kept, evidence):
            start, end = kept[0].start, _end_of(text, kept[-1])
            found.append(Name(start, end, text[start:end]))
    return found


def _end_of(text: str, token: Token) -> int:
    """The end of a name: no possessive, but the last point of "U.S."."""
    end = token.start + len(_bare(token.text))
    return end + 1 if _POINTED.match(token.text) and text[end : end + 1] == "." else end


def _pieces(run: list[Token], evidence: _Evidence) -> list[list[Token]]:
    """The run cut at ordinary words with a weak capital, and at titles."""
    pieces: list[list[Token]] = [[]]
    place = 0
    while place < len(run):
        title = _title_length(run, place)
        if title:
            _drop_modifiers(pieces[-1])
            pieces.append([])
            place += title
            continue
        token = run[place]
        alone = not pieces[-1] or all(each.start in evidence.weak for each in run)
        if token.start in evidence.weak and alone and evidence.is_ordinary(token):
            pieces.append([])
        else:
            pieces[-1].append(token)
        place += 1
    return pieces


def _title_length(run: list[Token], place: int) -> int:
    """How many words from here are a title; 0 where it is part of a longer name."""
    roles = words("roles")
    if run[place].lower not in _openers_of_roles():
        return 0
    for length in (3, 2, 1):
        phrase = " ".join(token.lower for token in run[place : place + length])
        behind = place + length
        if behind > len(run) or phrase not in roles:
            continue
        after = _singular(_bare_lower(run[behind].text)) if behind < len(run) else ""
        return 0 if after in words("name_heads") or after in ("of", "and") else length
    return 0


@functools.cache
def _openers_of_roles() -> frozenset[str]:
    """The first words of roles: most words of a run are none."""
    return frozenset(role.split(" ", 1)[0] for role in words("roles"))


@functools.cache
def _words_of_titles() -> frozenset[str]:
    return words("role_modifiers") | words("roles")


def _drop_modifiers(piece: list[Token]) -> None:
    """Take from the end of a piece what belongs to the title behind it."""
    while piece and (piece[-1].lower in words("role_modifiers") or piece[-1].lower in _JOINERS):
        piece.pop()


def _trimmed(piece: list[Token]) -> list[Token]:
    """A piece without articles, joiners and times at its ends."""
    start, end = 0, len(piece)
    calendar = classes("calendar")
    while start < end and (
        piece[start].lower in _SMALL or _bare_lower(piece[start].text) in calendar
    ):
        start += 1
    while end > start and (piece[end - 1].lower in _SMALL or piece[end - 1].lower in calendar):
        end -= 1
    return piece[start:end]


def _ordinary_name(piece: list[Token], evidence: _Evidence) -> bool:
    """Whether nothing in a piece is a name after all."""
    demonyms = classes("demonyms")
    plain = [_bare_lower(token.text) for token in piece]
    if all(w in demonyms or w.removesuffix("s") in demonyms or w in _SMALL for w in plain):
        return True
    titles = _words_of_titles()
    if all(word in titles or word.removesuffix("s") in titles for word in plain):
        return True
    if len(piece) == 1 and (
        len(plain[0]) < 2 or (plain[0] in stopwords() and plain[0] not in _SHORT)
    ):
        return not piece[0].text.isupper() or len(plain[0]) < 2
    return all(t.start in evidence.weak and evidence.is_ordinary(t) for t in piece)
