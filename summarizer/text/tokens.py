"""Words with their places, stems and the list of words that carry no content."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable

# A word: letters and digits of any script, joined by one inner apostrophe, hyphen, point or comma
# between digits ("don't", "re-elected", "1,200.50", "U.S."). Linear: no nested repetition.
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
# Thousands with points between them: several, or round ones from ten thousand on.
_POINTED = re.compile(r"(?:\d{1,3}(?:\.\d{3}){2,5}|[1-9]\d{1,2}\.000)\Z")
_DIGIT = re.compile(r"\d")
_VOWEL = re.compile(r"[aeiouy]")


class Token(NamedTuple):
    """A word and its place; `lower` is casefolded with straight apostrophes."""

    text: str
    start: int
    end: int
    lower: str


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """Words of `text` in order; `offset` is added to their places."""
    found = _remembered(text) if len(text) <= SENTENCE else _words(text)
    if not offset:
        return list(found)
    return [_token((word, offset + start, offset + end, low)) for word, start, end, low in found]


# What several rooms ask of the same sentence is remembered; longer texts are not worth the memory.
SENTENCE = 1000


def _words(text: str) -> tuple[Token, ...]:
    if not text.isascii():
        return tuple(_token((m[0], *m.span(), _lower(m[0]))) for m in _WORD.finditer(text))
    # lower case keeps the places of ASCII, so it is taken once: two thirds of the time
    low = text.lower()
    places = map(re.Match.span, _WORD.finditer(text))
    return tuple([_token((text[a:b], a, b, low[a:b])) for a, b in places])


def _lower(word: str) -> str:
    return word.lower() if word.isascii() else word.casefold().replace("’", "'")


def written(text: str) -> list[str]:
    """The `text` of each word of a text, in order."""
    return _WORD.findall(text)


def lowered(text: str) -> list[str]:
    """The `lower` of each word of a text, in order: a quarter of the work of its tokens."""
    if text.isascii():
        return _WORD.findall(text.lower())
    return [_lower(word) for word in _WORD.findall(text)]


# Without the named arguments of `Token(...)`, which cost a third of cutting a text into words.
_token = functools.partial(tuple.__new__, Token)


_remembered = functools.lru_cache(maxsize=2048)(_words)


def letter_runs(text: str) -> list[str]:
    """All runs of letters, in lower case: a quick look at what a text may hold."""
    return _LETTERS.findall(text.lower())


def has_digit(text: str) -> bool:
    """Whether a text has a digit of any script."""
    return _DIGIT.search(text) is not None


@functools.cache
def stopwords() -> frozenset[str]:
    """Function words and reporting phrases that carry no content of their own."""
    return words("stopwords")


def content_stems(text: str) -> list[str]:
    """Stems of the content words of `text`, in order, with repetitions."""
    return stems_of(token.lower for token in tokenize(text))


def stems_of(lowered: Iterable[str]) -> list[str]:
    """Stems of those of these lower-case words that carry content."""
    return [stem(word) for word in lowered if has_content(word)]


@functools.lru_cache(maxsize=65536)
def has_content(word: str) -> bool:
    """Whether a lower-case word carries content."""
    return word not in stopwords() and (len(word) > 1 or word.isdigit())


@functools.lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A light stem of a lower-case English word: inflection off, derivation kept.

    After Harman's S-stemmer (1991) with -ed, -ing and doubled consonants added: "countries" and
    "country", "stopped" and "stop" meet; "nation" and "national" do not.
    """
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return plain_figure(word)
    for ending, rest in (("ies", "y"), ("sses", "ss"), ("ied", "y")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + rest
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "news")):
        word = word[:-2] if word.endswith(("shes", "ches", "xes", "zes", "oes")) else word[:-1]
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) > 2 and _VOWEL.search(base):
            return _mend(base)
    return word.removesuffix("e") if len(word) > 3 else word


def plain_figure(word: str) -> str:
    """A figure that can only be in continental form in English form, other words as they are.

    "420.000" is "420,000": three noughts are no decimals that anybody measured.
    """
    return word.replace(".", ",") if _POINTED.match(word) else word


def _mend(base: str) -> str:
    """A stem after -ed or -ing: "stopp" is "stop", "mak" and "make" meet without the e."""
    if base[-1] == base[-2] and base[-1] not in "lsz":
        return base[:-1]
    return base.removesuffix("e") if len(base) > 4 else base
