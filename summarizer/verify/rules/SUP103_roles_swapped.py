"""Doer and target exchanged.

"A told B" is not "B told A". Each clause of the claim is held against the source's clauses with the
same verb, the passive turned round and pronouns followed: who does it, and to whom. It fires where
the two change sides, where the source has another one of the claim's own people do it, and where
the claim tells the words of a quotation to the one who spoke them. Where a side had to be guessed,
or the verbs are only alike, it is a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.names import same_name
from summarizer.verify.attribution import speakers_at
from summarizer.verify.propositions.compare import TELLING
from summarizer.verify.propositions.parse import part_clauses
from summarizer.verify.propositions.swaps import swaps
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.article import Span
    from summarizer.model.findings import Level
    from summarizer.verify.propositions.clauses import Clause
    from summarizer.verify.propositions.groups import Noun
    from summarizer.verify.source import Source
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="swapped",
    example=Example(
        sources=("Last year Ann Ode sued Tom Reyes over the bridge.",),
        bad="Last year Tom Reyes sued Ann Ode over the bridge. [1]",
        good="Last year Tom Reyes was sued by Ann Ode over the bridge. [1]",
    ),
)

# Verbs whose object hears: "said the mayor" has its speaker behind it.
_HEARD = frozenset({"tell", "inform", "text", "email", "notify", "warn", "caution", "advise"})
# A shorter quotation may be anybody's.
_WORDS = 4


def check_part(part: PartView) -> Iterator[Problem]:
    """Acts of the claim that the source has with the sides exchanged."""
    for swap in swaps(part):
        verb = swap.clause.verb.token
        one, other = _words(part, swap.one), _words(part, swap.other)
        message = f"{part.source.id} has '{one}' and '{other}' the other way round"
        if _in_apposition(part, swap.one, swap.other):
            continue
        level: Level = "error" if swap.sure or swap.turned else "warning"
        evidence = (swap.sentence.evidence(),)
        yield Problem(message, evidence, start=verb.start, end=verb.end, level=level)
    yield from _told_the_speaker(part)


def _in_apposition(part: PartView, one: Noun, other: Noun) -> bool:
    """Whether two noun groups stand side by side for one person: "Ann Ode, the mayor"."""
    first, then = sorted((one, other), key=lambda noun: noun.start)
    return part.claim.text[first.end : then.start].strip() == ","


def _words(part: PartView, noun: Noun) -> str:
    """The words of a noun group of the claim."""
    return part.claim.text[noun.start : noun.end]


def _told_the_speaker(part: PartView) -> Iterator[Problem]:
    """Quotations that the claim has told to their own speaker: 'A told B, "…"'."""
    telling = [c for c in part_clauses(part) if c.verb.lemma in TELLING - {"ask"} and c.agents]
    for quotation, judged in zip(part.quotations, part.judged, strict=True):
        clause = next((c for c in reversed(telling) if c.verb.start < quotation.start), None)
        few = part.claim.text.count(" ", quotation.start, quotation.end) < _WORDS - 1
        if clause is None or few or judged.kind != "verbatim" or judged.place is None:
            continue
        for speaker in _speakers(part.source, judged.place):
            if _is_told(clause, speaker):
                verb = clause.verb.token
                message = f"{part.source.id} has these words said by {speaker}, not told to them"
                evidence = (part.source.evidence(*judged.place),)
                yield Problem(message, evidence, start=verb.start, end=verb.end)


def _speakers(source: Source, place: Span) -> list[str]:
    """The one who speaks the words at a place: the name beside the cue, else the statement's."""
    beside = speakers_at(source, place)
    given = [s.speaker.name for s in source.statements_at(place) if s.speaker and s.speaker.name]
    return beside if len(beside) == 1 else given[:1]


def _is_told(clause: Clause, speaker: str) -> bool:
    """Whether a speaker is the one told in a clause, and not the one who tells."""
    patients = clause.patients if clause.verb.lemma in _HEARD else ()
    told = (*patients, *(noun for word, noun in clause.phrases if word == "to"))
    return _has(told, speaker) and not _has(clause.agents, speaker)


def _has(nouns: tuple[Noun, ...], speaker: str) -> bool:
    return any(same_name(name.text, speaker) for noun in nouns for name in noun.names[-1:])
