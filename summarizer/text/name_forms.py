"""When two names mean the same: short forms, acronyms, initials, transliterations."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata

from summarizer.text.lexicon import classes, words
from summarizer.text.quotes import fold

_WORD = re.compile(r"[^\W_]+")
_PARTICLES = frozenset({"al", "el", "ul", "bin", "ibn", "the", "of", "de", "for", "and", "a"})
# Letters that stand for one sound in names from other scripts.
_SOUNDS = str.maketrans({"y": "i", "j": "i", "q": "k", "c": "k", "w": "v", "z": "s", "g": "g"})
_SAME_COUNTRY = (
    frozenset({"us", "usa", "united states", "united states america", "america"}),
    frozenset({"uk", "united kingdom", "britain", "great britain"}),
    frozenset({"eu", "european union"}),
    frozenset({"un", "united nations"}),
    frozenset({"uae", "united arab emirates", "emirates"}),
    frozenset({"myanmar", "burma"}),
    frozenset({"kyiv", "kiev"}),
    frozenset({"turkey", "turkiye"}),
)


@functools.lru_cache(maxsize=8192)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it apart: lower case, no diacritics, titles or particles."""
    flat = unicodedata.normalize("NFKD", fold(name))
    flat = "".join(c for c in flat if not unicodedata.combining(c)).casefold()
    flat = re.sub(r"'s?\b", "", flat)
    flat = re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1", flat)
    found = [word for word in _WORD.findall(flat) if word not in _PARTICLES]
    while len(found) > 1 and found[0] in words("roles"):
        found.pop(0)
    return tuple(found)


def same_name(one: str, other: str) -> bool:
    """Whether two names can mean the same: surname and full name, acronym, initials, spelling.

    A country's adjective meets the country ("Syrian", "Syria").
    """
    if name_keys(one).isdisjoint(name_keys(other)):
        return False
    left, right = name_words(one), name_words(other)
    if not left or not right:
        return False
    if left == right or _acronym(one, right) or _acronym(other, left) or _alias(left, right):
        return True
    short, long = sorted((left, right), key=len)
    if len(short) == len(long):
        pairs = list(zip(short, long, strict=True))
        return _same_word(*pairs[-1]) and all(_same_or_initial(a, b) for a, b in pairs)
    ends = long[-len(short) :], long[: len(short)]
    if any(all(map(_same_word, short, end)) for end in ends):
        return True
    # "Ana Reis" in "Ana Maria Reis"
    first, last = _same_or_initial(short[0], long[0]), _same_word(short[-1], long[-1])
    return len(short) > 1 and first and last


def begins_with(name: str, short: str) -> bool:
    """Whether the first words of a name are a shorter name or its acronym ("U.N.")."""
    found = name_words(name)
    return any(same_name(short, " ".join(found[:size])) for size in range(2, len(found)))


@functools.lru_cache(maxsize=8192)
def name_keys(name: str) -> frozenset[str]:
    """Keys of which two names that can mean the same share one: the index to `same_name`."""
    found = name_words(name)
    keys = {sound_of(word) for word in found}
    letters = re.sub(r"[^A-Za-z]", "", name)
    if letters.isupper():
        keys.add(f"={letters.casefold()}")
    if len(found) > 1:
        keys.add("=" + "".join(word[0] for word in found))
    place = _country(" ".join(found))
    alike = next((n for n, group in enumerate(_SAME_COUNTRY) if place in group), None)
    return frozenset(keys | {f"@{place if alike is None else alike}"})


def _acronym(short: str, long: tuple[str, ...]) -> bool:
    letters = re.sub(r"[^A-Za-z]", "", short)
    if not (2 <= len(letters) <= 6 and letters.isupper() and len(long) >= 2):
        return False
    return letters.casefold() == "".join(word[0] for word in long)


def _alias(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    one, other = _country(" ".join(left)), _country(" ".join(right))
    return one == other or any(one in group and other in group for group in _SAME_COUNTRY)


def _country(name: str) -> str:
    """The place of an adjective, a people or an abbreviation ("Neb."), else the name itself."""
    places = classes("place_abbreviations").get(name) or classes("demonyms").get(name)
    return (places or classes("demonyms").get(name.removesuffix("s")) or name).casefold()


def _same_or_initial(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return _same_word(one, other)


@functools.lru_cache(maxsize=8192)
def _same_word(one: str, other: str) -> bool:
    """The same word, or two spellings of a foreign one: consonants agree, few letters differ."""
    if one == other:
        return True
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 2:
        return False
    bones = sound_of(one)
    near = _distance(one, other) <= max(1, min(len(one), len(other)) // 4)
    return len(bones) >= 3 and bones == sound_of(other) and near


def sound_of(word: str) -> str:
    """How a lower-case word sounds: first letter and consonants, without doubles and silent h.

    Spellings of one foreign name meet so: "Khadir" and "Kadir", "Petrov" and "Pettrov".
    """
    flat = word.translate(_SOUNDS)
    kept = flat[0]
    for before, char in itertools.pairwise(flat):
        silent = char in "aeiou" or char == before or (char == "h" and before not in "aeiou")
        kept += "" if silent else char
    return kept


def _distance(one: str, other: str) -> int:
    """Levenshtein's distance; names are short."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(one[:40], 1):
        before, row[0] = row[0], i
        for j, right in enumerate(other[:40], 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (left != right))
    return row[min(40, len(other))]
