"""The language of an article, by its script and its function words.

Function words make up a third to a half of running text in the languages that have them (Zipf),
and lists of some forty tell close languages apart within a paragraph (Ingle 1980; Grefenstette
1995). A word that several languages share counts for each of them in parts. Where the evidence is
thin the answer is "und" (ISO 639-2: undetermined).
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from summarizer.text.lexicon import classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Region

_SAMPLE = 6000  # characters; more changes no answer on the pages of docs/measurements.md
_WORD = re.compile(r"[^\W\d_]+")
# Share of words that must speak for the best language, and its lead over the second.
_SHARE, _LEAD = 0.12, 1.15
# First letter and last letter of blocks whose script settles the language.
_SCRIPTS = (
    ("\u0370", "\u03ff", "el"),
    ("\u0530", "\u058f", "hy"),
    ("\u0590", "\u05ff", "he"),
    ("\u0600", "\u06ff", "ar"),
    ("\u0900", "\u097f", "hi"),
    ("\u0980", "\u09ff", "bn"),
    ("\u0b80", "\u0bff", "ta"),
    ("\u0c00", "\u0c7f", "te"),
    ("\u0e00", "\u0e7f", "th"),
    ("\u10a0", "\u10ff", "ka"),
    ("\u3040", "\u30ff", "ja"),
    ("\u3400", "\u9fff", "zh"),
    ("\uac00", "\ud7af", "ko"),
)
_PERSIAN, _URDU = "پچژگ", "ٹڈڑں"
# Several languages are written in it; where their words do not tell which, it is known all the
# same that the text is none of those in Latin letters (a BCP 47 tag).
_CYRILLIC, _UNTOLD_CYRILLIC = re.compile("[\u0400-\u04ff]"), "und-Cyrl"


def identify(text: str, regions: Sequence[Region]) -> str:
    """The ISO 639-1 code of the language of the body, "und" if it cannot be told.

    "und-Cyrl" if it is one of those in Cyrillic letters.
    """
    return language_of(_body(text, regions))


def language_of(sample: str) -> str:
    """The ISO 639-1 code of the language of a stretch, "und" if it cannot be told."""
    found = _by_script(sample) or _by_words(sample)
    return _UNTOLD_CYRILLIC if found == "und" and _is_cyrillic(sample) else found


def _body(text: str, regions: Sequence[Region]) -> str:
    parts, size = [], 0
    for region in regions:
        if region.kind == "body" and size < _SAMPLE:
            parts.append(text[region.start : min(region.end, region.start + _SAMPLE - size)])
            size += len(parts[-1])
    return "\n".join(parts)


def _by_script(sample: str) -> str | None:
    first_of_all = _SCRIPTS[0][0]  # most letters of most texts stand before it
    told = [c for c in sample if c >= first_of_all and c.isalpha()]
    if not told:
        return None
    letters = [c for c in sample if c.isalpha()]
    counts = Counter(code for c in told for first, last, code in _SCRIPTS if first <= c <= last)
    if not counts or counts.total() < 0.3 * len(letters):
        return None
    if counts["ja"] > 0.1 * counts["zh"]:
        return "ja"
    best = min(counts, key=lambda code: (-counts[code], code))
    return _arabic(letters) if best == "ar" else best


def _is_cyrillic(sample: str) -> bool:
    """Whether more than half of the letters are Cyrillic."""
    return 2 * len(_CYRILLIC.findall(sample)) > sum(map(str.isalpha, sample))


def _arabic(letters: Sequence[str]) -> str:
    """Arabic, Persian or Urdu by the letters that only the latter have."""
    if any(c in _URDU for c in letters):
        return "ur"
    return "fa" if sum(c in _PERSIAN for c in letters) > 0.01 * len(letters) else "ar"


def _by_words(sample: str) -> str:
    known = classes("function_words")
    words = list(map(str.casefold, _WORD.findall(sample)))
    scores: dict[str, float] = {}
    for word in filter(known.__contains__, words):
        codes = known[word].split()
        for code in codes:
            scores[code] = scores.get(code, 0.0) + 1 / len(codes)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _SHARE * len(words):
        return "und"
    if len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]:
        return "und"
    return ranked[0][0]
