"""What the scorers of statements look at, as readable names.

A name is a letter for the kind of observation and the values seen, parted by "|". Values come from
closed classes, shapes, distances and the lexicon of cues alone, so that nothing of a name, a place
or a subject is learnt.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from summarizer.read import speech_words as words
from summarizer.text.speech_verbs import lemma

if TYPE_CHECKING:
    from summarizer.read.speech_tokens import Clause

_BEFORE_VERB = words.AUXILIARIES | words.ADVERBS | {"ly", "day"}
_LENGTHS = (0, 1, 2, 3, 3, 5, 5, 5, 8, 8, 8, 8, 12, 12, 12, 12, 12, 12)


def bucket(number: int) -> int:
    """A length in tokens, coarser the longer."""
    return _LENGTHS[number] if number < len(_LENGTHS) else 18


def seen(clause: Clause, place: int) -> str:
    """The view of a token, "^" before the sentence and "$" behind it."""
    if place < 0:
        return "^"
    return clause.view[place] if place < clause.size else "$"


class Cue(NamedTuple):
    """A possible cue as the scorers see it: verb (or noun, or mark), stance and form."""

    verb: str
    stance: str
    form: str


@functools.lru_cache(maxsize=8192)
def cue_of(low: str) -> Cue:
    """The verb, stance and form of a word that may be a cue."""
    form = words.form(low) if lemma(low) else "n"
    return Cue(words.trigger(low) or low, words.stance(low), form)


def of_cue(clause: Clause, cue: int, earlier: int) -> list[str]:
    """Is token `cue` a cue, and where does its content stand?

    `earlier` is the number of possible cues before it in the sentence.
    """
    kind = cue_of(clause.low[cue])
    return [
        *_words_around(clause, cue, kind),
        *_subject_and_rest(clause, cue, kind),
        *_sentence_around(clause, cue, kind, min(earlier, 2)),
    ]


def _words_around(clause: Clause, cue: int, kind: Cue) -> list[str]:
    verb, stance, form = kind
    p1, p2 = seen(clause, cue - 1), seen(clause, cue - 2)
    n1, n2, n3 = (seen(clause, cue + k) for k in (1, 2, 3))
    return [
        "b",
        f"v|{verb}",
        f"vf|{verb}|{form}",
        f"c|{stance}",
        f"cf|{stance}|{form}",
        f"p1|{p1}",
        f"p2|{p2}|{p1}",
        f"p3|{p2}|{p1}|{form}",
        f"n1|{n1}",
        f"n2|{n1}|{n2}",
        f"n3|{n1}|{n2}|{n3}",
        f"vn|{verb}|{n1}",
        f"vm|{verb}|{form}|{n1}",
        f"vp|{verb}|{p1}",
        f"cn|{stance}|{n1}",
        f"cm|{stance}|{n1}|{n2}",
        f"cp|{stance}|{p1}",
        f"fn|{form}|{n1}",
        f"fm|{form}|{n1}|{n2}",
        f"fp|{form}|{p1}|{n1}",
    ]


def _subject_and_rest(clause: Clause, cue: int, kind: Cue) -> list[str]:
    verb, stance, form = kind
    n1 = seen(clause, cue + 1)
    auxiliary, subject = _subject(clause, cue)
    that = "that" in clause.low[cue + 1 : cue + 9]
    quote = '"' in clause.view[cue + 1 : cue + 7]
    quoted = "q" if clause.inside[0] >= 0 else "" if max(clause.inside) < 0 else "m"
    rest, first, opening = bucket(clause.size - cue - 1), bucket(cue), _opening(clause, cue)
    return [
        f"s|{subject}|{form}",
        f"sc|{subject}|{stance}",
        f"sv|{subject}|{verb}",
        f"sn|{subject}|{form}|{n1}",
        f"a|{auxiliary}|{form}",
        f"av|{auxiliary}|{verb}",
        f"ac|{auxiliary}|{stance}|{n1}",
        f"t|{that}|{stance}|{n1 == 'that'}",
        f"tv|{that}|{verb}",
        f"q|{quote}|{quoted}|{stance}",
        f"qv|{quote}|{verb}",
        f"r|{rest}|{quoted}",
        f"rn|{rest}|{n1}|{form}",
        f"rs|{rest}|{stance}|{quoted}",
        f"rv|{rest}|{verb}",
        f"rp|{rest}|{opening}|{form}",
        f"f|{first}|{quoted}",
        f"fv|{first}|{form}|{stance}",
        f"op|{opening}|{stance}",
        f"on|{opening}|{form}|{n1}",
    ]


def _sentence_around(clause: Clause, cue: int, kind: Cue, order: int) -> list[str]:
    verb, stance, form = kind
    p1, n1 = seen(clause, cue - 1), seen(clause, cue + 1)
    closing = _closing(clause, cue)
    ends = _report_at_end(clause, cue)
    previous, apart = _previous(clause, cue)
    return [
        f"x|{closing}|{form}",
        f"xv|{closing}|{verb}",
        f"xr|{closing}|{bucket(clause.size - cue - 1)}",
        f"xn|{closing}|{n1}|{form}",
        f"e|{ends}|{stance}",
        f"en|{ends}|{n1}|{form}",
        f"y|{previous}|{form}|{apart}",
        f"yc|{previous}|{stance}",
        f"yn|{previous}|{n1}|{p1}",
        f"o|{order}|{form}",
        f"ov|{order}|{stance}",
        f"w|{seen(clause, 0)}",
        f"wq|{seen(clause, 0)}|{n1}|{form}",
    ]


def _subject(clause: Clause, cue: int) -> tuple[str, str]:
    """The auxiliaries before a verb, and the view of the word before them."""
    place = cue - 1
    found = ""
    while place >= 0 and clause.view[place] in _BEFORE_VERB and len(found) < 24:
        if clause.low[place] in words.AUXILIARIES:
            found = clause.low[place] + " " + found
        place -= 1
    if place >= 0 and clause.low[place] == "to":
        return "to", seen(clause, place - 1)
    return found, seen(clause, place)


def _closing(clause: Clause, cue: int) -> str:
    """The mark inside the quotation that closes before the subject of a verb, and its distance."""
    for place in range(cue - 1, max(-1, cue - 14), -1):
        if clause.inside[place] >= 0:
            mark = clause.low[place - 1] if clause.view[place] == '"' and place else "-"
            return f"{mark if not mark[0].isalnum() else 'w'}{bucket(cue - place)}"
    return ""


def _report_at_end(clause: Clause, cue: int) -> bool:
    """Whether the sentence ends with a report of what stands before: ", the mayor said"."""
    for place in range(clause.size - 1, max(cue, clause.size - 4), -1):
        if clause.view[place] in {"Vd", "Vs"}:
            return words.stance(clause.low[place]) == "neutral"
    return False


def _previous(clause: Clause, cue: int) -> tuple[str, int]:
    """The view of the possible cue before this one, and how far it is away."""
    for place in range(cue - 1, max(-1, cue - 16), -1):
        if clause.view[place][0] == "V" and clause.inside[place] < 0:
            return f"{words.stance(clause.low[place])} {clause.view[place]}", bucket(cue - place)
    return "", 0


def _opening(clause: Clause, cue: int) -> str:
    """The nearest mark or clause opener before the subject of a verb, and its distance."""
    for place in range(cue - 1, max(-1, cue - 12), -1):
        if clause.view[place] in _OPENERS:
            return f"{clause.view[place]}{bucket(cue - place)}"
    return "^" if cue < 12 else "-"


_OPENERS = frozenset(
    {",", '"', ":", ";", "-", "--", "that", "and", "but", "who", "which", "while", "as", "if", "("}
    | {"because", "when", "whether", "what", "how", "why", "where", "after", "before", "though"}
)


def of_right_start(clause: Clause, cue: int, place: int) -> list[str]:
    """Does content that follows its cue start at token `place`?"""
    verb, stance, form = cue_of(clause.low[cue])
    here, left, right = (seen(clause, place + k) for k in (0, -1, 1))
    distance = min(place - cue, 9)
    between = clause.low[cue + 1 : place]
    passed = "that" in between
    ahead = "that" in clause.low[place + 1 : place + 8]
    comma = "," in between
    return [
        f"d|{distance}",
        f"dv|{distance}|{verb}",
        f"dc|{distance}|{stance}|{form}",
        f"h|{here}",
        f"hl|{left}|{here}",
        f"hr|{here}|{right}",
        f"hd|{here}|{min(distance, 3)}",
        f"l|{left}",
        f"ld|{left}|{min(distance, 4)}",
        f"vh|{verb}|{here}",
        f"vl|{verb}|{left}",
        f"ch|{stance}|{here}|{min(distance, 3)}",
        f"cl|{stance}|{left}",
        f"fl|{form}|{left}|{here}",
        f"n1|{seen(clause, cue + 1)}|{min(distance, 4)}",
        f"nh|{seen(clause, cue + 1)}|{here}|{distance > 1}",
        f"nl|{seen(clause, cue + 1)}|{left}|{distance}",
        f"vn|{verb}|{seen(clause, cue + 1)}|{min(distance, 4)}",
        f"p|{passed}|{ahead}|{here == 'that'}",
        f"pv|{verb}|{ahead}|{min(distance, 3)}",
        f"k|{comma}|{left}|{here}",
        f"q|{':' in between}|{here}|{here == chr(34)}",
        f"qs|{chr(34) in between}|{here}",
    ]


def of_right_end(clause: Clause, cue: int, start: int, place: int) -> list[str]:
    """Does content that follows its cue and starts at `start` end with token `place`?"""
    kind = cue_of(clause.low[cue])
    return [
        *_words_behind(clause, kind, start, place),
        *_shape_of_content(clause, cue, kind, start, place),
    ]


def _words_behind(clause: Clause, kind: Cue, start: int, place: int) -> list[str]:
    verb, stance, form = kind
    here, n1, n2, n3 = (seen(clause, place + k) for k in range(4))
    opener = clause.view[start]
    return [
        f"n|{n1}",
        f"nn|{n1}|{n2}",
        f"n3|{n1}|{n2}|{n3}",
        f"h|{here}|{n1}",
        f"v|{verb}|{n1}",
        f"vn|{verb}|{n1}|{n2}",
        f"c|{stance}|{n1}",
        f"cn|{stance}|{n1}|{n2}",
        f"cf|{stance}|{form}|{n1}",
        f"f|{form}|{n1}|{n2}",
        f"o|{opener}|{n1}",
        f"on|{opener}|{n1}|{n2}",
        f"ov|{opener}|{verb}|{n1 == '$'}",
        f"oc|{opener}|{stance}|{n1}",
    ]


def _shape_of_content(clause: Clause, cue: int, kind: Cue, start: int, place: int) -> list[str]:
    n1, n2 = seen(clause, place + 1), seen(clause, place + 2)
    opener, opening = clause.view[start], seen(clause, 0)
    length, rest = bucket(place - start), bucket(clause.size - place - 1)
    closes, quoted = clause.inside[place] >= 0, clause.inside[start] >= 0
    commas = min(clause.low[start : place + 1].count(","), 3)
    finite = _has_verb(clause, start, place)
    after = _has_verb(clause, place + 1, min(place + 7, clause.size - 1))
    return [
        f"L|{length}|{n1}",
        f"Lf|{length}|{kind.stance}",
        f"r|{rest}|{n1}",
        f"q|{quoted}|{closes}|{n1}",
        f"qr|{quoted}|{closes}|{rest}",
        f"k|{commas}|{n1}|{commas % 2}",
        f"kn|{commas}|{n1}|{n2}",
        f"g|{finite}|{n1}",
        f"gn|{finite}|{n1}|{n2}",
        f"go|{finite}|{opener}|{n1}",
        f"gc|{finite}|{kind.stance}|{n1}",
        f"ga|{finite}|{after}|{n1}|{n2}",
        f"w|{opening}|{n1}",
        f"wk|{opening if n1 == ',' else ''}|{n2}|{cue < 8}",
    ]


_SHORT_FORMS = ("'s", "'re", "'m")


def _has_verb(clause: Clause, first: int, last: int) -> bool:
    """Whether a stretch holds a finite verb, as far as closed classes and the lexicon tell."""
    for place in range(first, last + 1):
        seen_as = clause.view[place]
        if seen_as in _FINITE or (seen_as.endswith(("'s", "'re", "'m")) and seen_as != "C's"):
            return True
    return False


_FINITE = (words.AUXILIARIES - {"be", "been", "being", "having", "not", "never"}) | {
    "Vd",
    "Vs",
    "ed",
}


def of_left_end(clause: Clause, cue: int, place: int) -> list[str]:
    """Does content that precedes its cue end with token `place`?"""
    verb, stance, form = cue_of(clause.low[cue])
    here, n1, n2, n3 = (seen(clause, place + k) for k in range(4))
    distance = min(cue - place, 12)
    closes = clause.inside[place] >= 0
    return [
        f"n|{n1}",
        f"nn|{n1}|{n2}",
        f"n3|{n1}|{n2}|{n3}",
        f"h|{here}|{n1}",
        f"d|{distance}|{n1}",
        f"dc|{distance}|{stance}",
        f"dv|{distance}|{verb}",
        f"df|{distance}|{form}",
        f"v|{verb}|{n1}",
        f"c|{stance}|{n1}|{n2}",
        f"f|{form}|{n1}|{n2}",
        f"q|{closes}|{n1}",
        f"k|{min(clause.low[place + 1 : cue].count(','), 3)}|{n1}",
        f"a|{seen(clause, cue + 1)}|{n1}|{min(distance, 3)}",
        f"L|{bucket(place)}|{n1}",
        f"x|{chr(34) in clause.view[place + 1 : cue]}|{n1}",
    ]


def of_left_start(clause: Clause, cue: int, end: int, place: int) -> list[str]:
    """Does content that precedes its cue and ends with token `end` start at token `place`?"""
    verb, stance, _ = cue_of(clause.low[cue])
    here, left, right, before = (seen(clause, place + k) for k in (0, -1, 1, -2))
    length = bucket(end - place)
    opens = clause.inside[place] >= 0
    finite = _has_verb(clause, place, end)
    return [
        f"h|{here}",
        f"l|{left}",
        f"lh|{left}|{here}",
        f"hr|{here}|{right}",
        f"ll|{before}|{left}",
        f"l3|{before}|{left}|{here}",
        f"L|{length}|{left}",
        f"Lh|{length}|{here}",
        f"v|{verb}|{left}",
        f"c|{stance}|{left}|{here}",
        f"q|{opens}|{clause.inside[end] >= 0}|{left}",
        f"e|{seen(clause, end + 1)}|{left}",
        f"g|{finite}|{left}",
        f"gh|{finite}|{left}|{here}",
        f"w|{seen(clause, 0)}|{left}|{bucket(place)}",
        f"s|{place == 0}|{stance}",
        f"sv|{place == 0}|{verb}",
    ]
