"""What annotated articles teach the scorers of statements: right and wrong choices.

An article is a row {id, text, outlet, quotes: [{quote_spans, cue_spans, speaker_spans}]} of
PolNeAR as JSON Lines; spans are [start, end] in code points of the text.
"""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from summarizer.model.article import Span
from summarizer.read import article
from summarizer.read.raw import Given, Raw
from summarizer.read.speech import features, places
from summarizer.read.speech.content import Range
from summarizer.read.speech.cues import of_cue
from summarizer.read.speech.ends import of_right_end
from summarizer.read.speech.speaker import candidates, of_none, of_phrase, sides_of
from summarizer.read.speech.statements import spans_of
from summarizer.read.speech.tokens import blocks
from summarizer.read.speech.words import trigger
from training.logit import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from summarizer.read.speech.tokens import Clause

Row: TypeAlias = "Mapping[str, Any]"
SIDES = ("", "R", "L", "B")  # no cue; content right of the cue, left of it, on both sides
_EDGES = frozenset(",.;:-") | {"--"}


class Annotated(NamedTuple):
    """An annotated statement in its sentence: tokens that may be its cue, content, speaker."""

    cues: tuple[int, ...]
    content: tuple[Range, ...]
    speaker: Span | None


@dataclass(slots=True)
class Reading:
    """An article's sentences, the statements whose cue is in each, and all content in each."""

    clauses: list[Clause]
    statements: dict[int, list[Annotated]] = field(default_factory=lambda: defaultdict(list))
    covered: dict[int, list[Range]] = field(default_factory=lambda: defaultdict(list))


@dataclass(slots=True)
class Lessons:
    """Choices by the name of their question, and possible cues with their class."""

    choices: dict[str, list[Choice]] = field(default_factory=lambda: defaultdict(list))
    cues: list[list[str]] = field(default_factory=list)
    classes: list[int] = field(default_factory=list)


def reading(row: Row) -> Reading:
    """Cut an article into sentences and find the annotated statements in them."""
    read = article("s1", Raw(text=row["text"], path=None, sha256="", given=Given()))
    spans = spans_of(read.text, read.sentences, read.regions)
    clauses = [clause for block in blocks(read.text, spans) for clause in block.clauses]
    found = Reading(clauses)
    firsts = [clause.start for clause in clauses]
    for quote in row["quotes"]:
        _place(quote, found, firsts)
    return found


def _place(quote: Row, found: Reading, firsts: Sequence[int]) -> None:
    """Note where the content of a statement lies, and the statement where its cue stands."""
    for span in quote["quote_spans"]:
        number = max(0, bisect.bisect_right(firsts, span[0]) - 1)
        while number < len(firsts) and firsts[number] < span[1]:
            found.covered[number] += _tokens(found.clauses[number], span)
            number += 1
    cue = quote["cue_spans"]
    number = bisect.bisect_right(firsts, cue[0][0]) - 1 if cue else -1
    if number < 0:
        return
    clause = found.clauses[number]
    content = [each for span in quote["quote_spans"] for each in _tokens(clause, span)]
    here = [Span(*span) for span in quote["speaker_spans"] if _meets(clause, span)]
    cues = tuple(place for span in cue for place in _cues(clause, span))
    speaker = here[0] if here else None
    found.statements[number].append(Annotated(cues, tuple(content), speaker))


def _meets(clause: Clause, span: Sequence[int]) -> bool:
    return span[0] < clause.end and clause.start < span[1]


def _tokens(clause: Clause, span: Sequence[int]) -> list[Range]:
    """The tokens of a stretch without marks at its edges; at most one range."""
    first = bisect.bisect_right(clause.ends, span[0])
    last = min(bisect.bisect_left(clause.starts, span[1]), clause.size) - 1
    while last >= first and clause.low[last] in _EDGES and clause.inside[last] < 0:
        last -= 1
    while first <= last and clause.low[first] in _EDGES and clause.inside[first] < 0:
        first += 1
    return [Range(first, last)] if first <= last else []


def _cues(clause: Clause, span: Sequence[int]) -> Iterator[int]:
    first = bisect.bisect_right(clause.ends, span[0])
    for place in range(first, bisect.bisect_left(clause.starts, span[1])):
        if trigger(clause.low[place]) is not None and clause.inside[place] < 0:
            yield place


def chances(readings: Iterable[Reading]) -> dict[str, float]:
    """How often each possible cue is one; tells which word of "made the claim" is the cue."""
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for each in readings:
        for number, clause in enumerate(each.clauses):
            seen.update(filter(None, map(trigger, clause.low)))
            for known in each.statements.get(number, ()):
                if len(known.cues) == 1:
                    right[trigger(clause.low[known.cues[0]]) or ""] += 1
    return {verb: (right[verb] + 0.2) / (times + 2) for verb, times in seen.items()}


def lessons(readings: Iterable[Reading], chance: Mapping[str, float]) -> Lessons:
    """All that some articles teach."""
    taught = Lessons()
    for each in readings:
        for number, clause in enumerate(each.clauses):
            known, covered = each.statements.get(number, ()), each.covered[number]
            _of_clause(clause, known, covered, chance, taught)
    return taught


def _of_clause(
    clause: Clause,
    known: Sequence[Annotated],
    covered: Sequence[Range],
    chance: Mapping[str, float],
    taught: Lessons,
) -> None:
    """Teach the cues of a sentence, and what belongs to each."""
    answers: dict[int, str] = {}
    unclear: set[int] = set()
    for each in known:
        if not each.cues:
            continue
        cue = max(each.cues, key=lambda p: (chance.get(trigger(clause.low[p]) or "", 0.0), p))
        unclear.update(each.cues)
        if cue not in answers:
            answers[cue] = _of_statement(clause, cue, each, taught.choices)
    places_of_cues = [
        place
        for place in range(clause.size)
        if clause.inside[place] < 0 and trigger(clause.low[place]) is not None
    ]
    for order, place in enumerate(places_of_cues):
        answer = answers.get(place, "")
        # the outer report makes a possible cue inside its content none, whatever it is by itself
        nested = any(part.first <= place <= part.last for part in covered)
        if answer or (place not in unclear and not nested):
            taught.cues.append(of_cue(clause, place, order))
            taught.classes.append(SIDES.index(answer))


def _of_statement(
    clause: Clause, cue: int, known: Annotated, choices: dict[str, list[Choice]]
) -> str:
    """Teach content and speaker of a cue; on which sides of it content stands."""
    right = [part for part in known.content if part.first > cue]
    left = [part for part in known.content if part.last < cue]
    if right:
        _right(clause, cue, right[0], choices)
    if left:
        _left(clause, cue, left[-1], choices)
    _speaker(clause, cue, [*left, *right], known.speaker, choices["speaker"])
    return "B" if right and left else "R" if right else "L" if left else ""


def _right(clause: Clause, cue: int, part: Range, choices: dict[str, list[Choice]]) -> None:
    starts = places.right_starts(clause, cue)
    rows = [features.of_right_start(clause, cue, place) for place in starts]
    _teach(choices["right start"], starts, part.first, rows)
    ends = places.right_ends(clause, part.first)
    rows = [of_right_end(clause, cue, part.first, place) for place in ends]
    _teach(choices["right end"], ends, part.last, rows)


def _left(clause: Clause, cue: int, part: Range, choices: dict[str, list[Choice]]) -> None:
    ends = places.left_ends(clause, cue)
    rows = [features.of_left_end(clause, cue, place) for place in ends]
    _teach(choices["left end"], ends, part.last, rows)
    starts = places.left_starts(clause, part.last)
    rows = [features.of_left_start(clause, cue, part.last, place) for place in starts]
    _teach(choices["left start"], starts, part.first, rows)


def _teach(
    choices: list[Choice], given: Sequence[int], right: int, rows: Sequence[list[str]]
) -> None:
    if right in given and len(given) > 1:
        choices.append(Choice(given.index(right), rows))


def _speaker(
    clause: Clause, cue: int, content: Sequence[Range], speaker: Span | None, choices: list[Choice]
) -> None:
    given = candidates(clause, cue, content)
    sides = sides_of(clause, cue, content)
    hits = [
        number
        for number, phrase in enumerate(given)
        if speaker is not None
        and clause.starts[phrase.first] < speaker.end
        and clause.ends[phrase.last] > speaker.start
    ]
    if given and (hits or speaker is None):
        rows = [of_phrase(clause, cue, sides, given, number) for number in range(len(given))]
        rows.append(of_none(clause, cue, sides, given))
        choices.append(Choice(hits[0] if hits else len(given), rows))
