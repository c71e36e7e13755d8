"""What the scorer of ends looks at: does content that follows its cue end with this word?"""

from __future__ import annotations

import functools
from array import array
from typing import TYPE_CHECKING, NamedTuple

from summarizer.read.speech import words
from summarizer.read.speech.features import Cue, bucket, cue_of, is_finite, seen

if TYPE_CHECKING:
    from summarizer.read.speech.tokens import Clause

_REPORTING = frozenset(["Vd", "Vs", "Vg"])
# Tokens behind an end in which the next report and the next comma are looked for.
_NEAR = 18


def of_right_end(clause: Clause, cue: int, start: int, place: int) -> list[str]:
    """Does content that follows its cue and starts at `start` end with token `place`?"""
    kind = cue_of(clause.low[cue])
    return [
        *_words_behind(clause, kind, start, place),
        *_shape_of_content(clause, cue, kind, start, place),
        *_next_parts(clause, kind, start, place),
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
    verbs = _ahead(clause).finite
    finite = verbs[start] <= place
    after = verbs[place + 1] <= min(place + 7, clause.size - 1)
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


class _Ahead(NamedTuple):
    """For every token the next finite verb, verb of a report and comma, and how many commas follow.

    Tokens from the given one on count; reports and commas in quotation marks do not. Without such
    a token the number of tokens stands for its place.
    """

    finite: array[int]
    report: array[int]
    comma: array[int]
    commas: array[int]


@functools.lru_cache(maxsize=4)
def _ahead(clause: Clause) -> _Ahead:
    size = len(clause)
    finite, report, comma = (array("i", [size]) * (size + 2) for _ in range(3))
    found = _Ahead(finite, report, comma, array("i", [0]) * (size + 2))
    for place in range(size - 1, -1, -1):
        outside = clause.inside[place] < 0
        parts = outside and clause.low[place] == ","
        tells = outside and clause.view[place] in _REPORTING and words.trigger(clause.low[place])
        finite[place] = place if is_finite(clause.view[place]) else finite[place + 1]
        report[place] = place if tells else report[place + 1]
        comma[place] = place if parts else comma[place + 1]
        found.commas[place] = found.commas[place + 1] + parts
    return found


def _next_parts(clause: Clause, kind: Cue, start: int, place: int) -> list[str]:
    """The next report behind an end, and the part of the sentence up to the next comma."""
    ahead = _ahead(clause)
    before, n1, n2 = seen(clause, place - 1), seen(clause, place + 1), seen(clause, place + 2)
    report, apart = _next_report(clause, ahead, place)
    comma = min(ahead.comma[place + 2], clause.size, place + _NEAR + 2)
    finite = ahead.finite[place + 2] < comma
    after = seen(clause, comma + 1)
    passed = ahead.commas[start] > ahead.commas[place + 1]
    return [
        f"t|{apart}|{n1}",
        f"tv|{report}|{n1}",
        f"tn|{report}|{n1}|{n2}",
        f"tc|{report}|{passed}|{n1}",
        f"m|{min(ahead.commas[place + 2], 2)}|{n1}",
        f"sg|{bucket(comma - place - 2)}|{finite}|{n1}",
        f"sa|{after}|{n1}",
        f"sn|{finite}|{n1}|{n2}|{after}",
        f"ih|{before}|{seen(clause, place)}|{n1}",
        f"lv|{kind.verb}|{bucket(place - start)}|{n1 in {',', '$'}}",
    ]


def _next_report(clause: Clause, ahead: _Ahead, place: int) -> tuple[str, int]:
    """View and stance of the next verb of a report behind a token, and how far it is away."""
    verb = ahead.report[place + 1]
    if verb == len(clause) or verb - place >= _NEAR:
        return "", 0
    return f"{clause.view[verb]} {words.stance(clause.low[verb])}", bucket(verb - place)
