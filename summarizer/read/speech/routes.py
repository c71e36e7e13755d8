"""The route of a statement: the outlets and documents between its speaker and the article.

"..., the port said, according to the Arden Times" is the port's statement, by way of the paper;
so is "..., the port told the Arden Times".
"""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING

from summarizer.read.speech.phrases import Phrase, phrases, speaks
from summarizer.text.lexicon import classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.read.speech.content import Range
    from summarizer.read.speech.tokens import Clause

_REPORTED = frozenset(["reported", "quoted", "cited", "published", "carried"])
_REPORTS = _REPORTED | frozenset(["reports", "writes", "wrote", "said", "says"])
_DOCUMENTS = frozenset(
    ["statement", "transcript", "post", "release", "tweet", "readout", "communique", "letter"]
)
_CITES = frozenset(["citing", "quoting"])
_LEADS = frozenset(["told", "tell", "tells", "telling", "to", "with", "by", "on"])
# Reports of routes stand within this many tokens of the sentence's end.
_TAIL = 40
# Routes longer than this are lists.
_MOST = 3


def cuts(clause: Clause) -> list[tuple[Clause, tuple[Phrase, ...]]]:
    """The sentence without reports of outlets and documents at its end, and these in order.

    The shortest sentence comes first, the whole one last.
    """
    if not any(map(_tells_route, clause.low[-_TAIL:])):
        return [(clause, ())]
    known = phrases(clause)
    found: list[tuple[Clause, tuple[Phrase, ...]]] = [(clause, ())]
    while len(found) <= _MOST:
        short, route = found[0]
        tail = _tail(short, known)
        if tail is None:
            break
        found.insert(0, (dataclasses.replace(short, size=tail[0]), (tail[1], *route)))
    return found


def cited(clause: Clause) -> tuple[Clause, Phrase | None]:
    """The sentence without ", citing Ms Doe,", and the phrase of who is cited.

    "The Arden Times reported, citing Ms Doe, that …" is her statement by way of the paper.
    """
    if _CITES.isdisjoint(clause.low):
        return clause, None
    for place in range(1, clause.size - 1):
        if clause.low[place] not in _CITES or clause.low[place - 1] != ",":
            continue
        source = next((each for each in phrases(clause) if each.first == place + 1), None)
        if source is None or not _is_source(clause, source):
            continue
        end = source.last + 1
        if end == clause.size or clause.low[end] == ",":
            return _without(clause, place - 1, min(end + 1, clause.size)), source
    return clause, None


def _is_source(clause: Clause, phrase: Phrase) -> bool:
    inside = range(phrase.first, phrase.last + 1)
    return any(clause.view[p] == "C" or speaks(clause.low[p]) for p in inside)


def _without(clause: Clause, first: int, stop: int) -> Clause:
    """The sentence without the tokens from `first` to `stop`, which is excluded."""
    return dataclasses.replace(
        clause,
        size=clause.size - (stop - first),
        low=clause.low[:first] + clause.low[stop:],
        raw=clause.raw[:first] + clause.raw[stop:],
        view=clause.view[:first] + clause.view[stop:],
        starts=[*clause.starts[:first], *clause.starts[stop:]],
        ends=[*clause.ends[:first], *clause.ends[stop:]],
        inside=[*clause.inside[:first], *clause.inside[stop:]],
    )


def _tail(clause: Clause, known: Sequence[Phrase]) -> tuple[int, Phrase] | None:
    """Where the last report of an outlet or a document starts, and its phrase."""
    source = next((each for each in reversed(known) if each.last < clause.size), None)
    if source is None or not is_route(clause, source):
        return None
    after = clause.low[source.last + 1 : clause.size]
    lead = [word for word in clause.low[max(0, source.first - 4) : source.first] if word != "also"]
    comma = next(
        (p for p in range(source.first - 1, max(0, source.first - 5), -1) if _mark(clause, p)), 0
    )
    between = clause.low[comma + 1 : source.first]
    if not comma or not lead:
        return None
    by_verb = not between and len(after) == 1 and after[0] in _REPORTS
    by_lead = not after and _leads(between)
    return (comma + (clause.inside[comma] >= 0), source) if by_verb or by_lead else None


def _leads(between: Sequence[str]) -> bool:
    """Whether words lead on to a source: "according to", "as quoted by", "reported"."""
    verbs = [word for word in between if word not in {"as", "by", "in", "and", "was", "first"}]
    return list(verbs) == ["according", "to"] or (len(verbs) == 1 and verbs[0] in _REPORTED)


def _mark(clause: Clause, place: int) -> bool:
    return clause.low[place] == "," or (clause.inside[place] >= 0 and clause.view[place] == '"')


def is_route(clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase names an outlet, an agency or a document."""
    return any(
        _tells_route(clause.low[place])
        and (clause.raw[place][0].isupper() or clause.low[place] in _DOCUMENTS)
        for place in range(phrase.first, phrase.last + 1)
    )


@functools.lru_cache(maxsize=8192)
def _tells_route(low: str) -> bool:
    """Whether a word stands in the names of outlets or is a document."""
    return low in _DOCUMENTS or low.removesuffix("'s") in classes("outlet_words")


def outlets(
    clause: Clause, cue: int, content: Sequence[Range], speaker: Phrase | None
) -> tuple[Phrase, ...]:
    """The outlets beside a cue: "told the Arden Times", "in an interview with CNN"."""
    found: list[Phrase] = []
    if not any(map(_tells_route, clause.low)):
        return ()
    for phrase in phrases(clause):
        within = any(part.first <= phrase.last and phrase.first <= part.last for part in content)
        if within or phrase == speaker or not phrase.first or abs(phrase.first - cue) > 12:
            continue
        lead = clause.low[phrase.first - 1]
        named = any(clause.raw[p][0].isupper() for p in range(phrase.first, phrase.last + 1))
        if lead in _LEADS and named and is_route(clause, phrase):
            found.append(phrase)
    return tuple(found[:_MOST])


def called(text: str, clause: Clause, phrase: Phrase) -> str:
    """The words of a source as a route names it, without an article before a common noun."""
    start, end = clause.span(phrase.first, phrase.last + 1)
    words = " ".join(text[start:end].split()).removesuffix("'s").removesuffix("’s")
    first, _, rest = words.partition(" ")
    return rest if rest and first in {"the", "a", "an"} else words
