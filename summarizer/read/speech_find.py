"""Statements of one paragraph by rules: quotations first, then reported clauses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.model.article import Span
from summarizer.read import speech_speaker
from summarizer.read import speech_words as words
from summarizer.text.speech_verbs import cue_class, is_cue, lemma

if TYPE_CHECKING:
    from summarizer.read.speech_speaker import Phrase
    from summarizer.read.speech_tokens import Block, Clause

_REACH = 14
_CLAUSAL = frozenset(["neutral", "loaded", "belief", "warning", "agreement", "evidence"])
_OPENERS = words.PERSONAL | words.DETERMINERS | {"that", "there"}


@dataclass(slots=True)
class Found:
    """A statement before it gets its id and its speaker's name."""

    content: list[Span]
    cue: Span | None = None
    speaker: Span | None = None
    via: list[str] = field(default_factory=list)
    quoted: int = 0


def find(block: Block, last: Found | None) -> list[Found]:
    """The statements of a paragraph, in the order of their content."""
    found: list[Found] = []
    for clause in block.clauses:
        found += _of_clause(clause, [last, *found][-1])
    return found


def _of_clause(clause: Clause, last: Found | None) -> list[Found]:
    quoted = [n for n in range(len(clause)) if clause.inside[n] >= 0]
    cues = [
        n
        for n in range(len(clause))
        if clause.inside[n] < 0 and is_cue(clause.low[n]) and clause.raw[n][0].islower()
    ]
    if len(quoted) == len(clause) or (quoted and not cues and len(quoted) >= len(clause) - 1):
        if last is not None and last.quoted:
            last.content.append(Span(clause.start, clause.end))
            last.quoted += 1
            return []
        return []
    accord = _according(clause)
    if accord is not None:
        return [accord]
    for cue in cues:
        made = _inverted_or_final(clause, cue) or _right(clause, cue)
        if made is not None:
            return [made]
    return []


def _according(clause: Clause) -> Found | None:
    for n in range(len(clause) - 2):
        if clause.low[n] == "according" and clause.low[n + 1] == "to" and clause.inside[n] < 0:
            phrase = speech_speaker.after(clause, n + 1)
            cue = Span(clause.starts[n], clause.ends[n + 1])
            speaker = _span(clause, phrase)
            if n > 2:
                stop = n - 1 if clause.low[n - 1] == "," else n
                return Found(
                    [_words(clause, 0, stop)], cue, speaker, quoted=_quoted(clause, 0, stop)
                )
            first = (phrase.last if phrase else n + 2) + 1
            if first < len(clause):
                return Found(
                    [_words(clause, first, _last(clause))],
                    cue,
                    speaker,
                    quoted=_quoted(clause, first, _last(clause)),
                )
    return None


def _inverted_or_final(clause: Clause, cue: int) -> Found | None:
    """A report after its content: '...', said Doe / ..., Doe said."""
    if cue_class(clause.low[cue]) not in _CLAUSAL:
        return None
    boundary = cue - 1
    while boundary > 0 and clause.inside[boundary] < 0 and clause.low[boundary] not in {",", "-"}:
        boundary -= 1
    if boundary < 2 or cue - boundary > _REACH:
        return None
    nearest = clause.inside[boundary] >= 0
    at_end = cue + 1 >= len(clause) - 1 or clause.low[cue + 1] in {".", ",", "in", "on", "at"}
    inverted = boundary == cue - 1 and not at_end
    if not (nearest or at_end or inverted) or clause.low[cue].endswith("ing"):
        return None
    phrase = (
        speech_speaker.after(clause, cue)
        if inverted
        else speech_speaker.before(clause, cue, boundary + 1)
    )
    stop = boundary + 1 if nearest else boundary
    start = 0
    return Found(
        [_words(clause, start, stop)],
        Span(clause.starts[cue], clause.ends[cue]),
        _span(clause, phrase),
        quoted=_quoted(clause, start, stop),
    )


def _right(clause: Clause, cue: int) -> Found | None:
    kind = cue_class(clause.low[cue])
    first = cue + 1
    if first >= len(clause) - 1:
        return None
    if lemma(clause.low[cue]) in {"tell", "remind", "inform", "assure", "warn"}:
        while first < min(len(clause) - 1, cue + 8) and clause.low[first] not in {
            "that",
            "to",
            ",",
            ":",
        }:
            first += 1
    if clause.low[first] in {",", ":"}:
        first += 1
    opens = clause.low[first] in _OPENERS or clause.inside[first] >= 0
    capital = clause.raw[first][0].isupper() and lemma(clause.low[cue]) in {
        "say",
        "tell",
        "think",
        "believe",
    }
    if clause.low[first] != "that" and not (kind in _CLAUSAL and (opens or capital)):
        return None
    stop = _last(clause)
    if stop <= first:
        return None
    return Found(
        [_words(clause, first, stop)],
        Span(clause.starts[cue], clause.ends[cue]),
        _span(clause, speech_speaker.before(clause, cue)),
        quoted=_quoted(clause, first, stop),
    )


def _last(clause: Clause) -> int:
    """The sentence's end without its full stop, where that is not in quotation marks."""
    last = len(clause) - 1
    return (
        last if clause.low[last] in {".", ";", "!", "?"} and clause.inside[last] < 0 else last + 1
    )


def _words(clause: Clause, first: int, stop: int) -> Span:
    return Span(clause.starts[first], clause.ends[stop - 1])


def _span(clause: Clause, phrase: Phrase | None) -> Span | None:
    return None if phrase is None else _words(clause, phrase.first, phrase.last)


def _quoted(clause: Clause, first: int, stop: int) -> int:
    """1 if all of the stretch is in quotation marks, else 0."""
    return int(all(clause.inside[n] >= 0 for n in range(first, stop)))
