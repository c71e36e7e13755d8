"""Speaker who says nothing in the cited sentences.

The claim names somebody beside a verb of saying; the sentence that carries it gives its statement
to another person. The name may stand near it, as the one who is spoken of, or speak elsewhere. It
warns, since a pronoun or a title may stand for the speaker unseen, unless the words are quoted and
their sentence names the other one alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.article import Span
from summarizer.model.findings import Fix
from summarizer.text.names import names, same_name
from summarizer.verify.plurality import head_of
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.speakers import is_person, speaking, telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.article import Statement
    from summarizer.model.findings import Level
    from summarizer.verify.speakers import Speaking
    from summarizer.verify.view import PartView

RULE = Rule(
    level="warning",
    verdict="wrong speaker",
    example=Example(
        sources=(
            "Tom Reyes had met Ann Ode. Ann Ode said the mill of Arden would stay open until May.",
        ),
        bad="Tom Reyes said that the mill of Arden would stay open until May. [1]",
        good="Ann Ode said that the mill of Arden would stay open until May. [1]",
    ),
)

# Below this share of its words the evidence may be about another statement.
_SURE = 0.6


def check_part(part: PartView) -> Iterator[Problem]:
    """Persons whom the claim has speaking and the source has not, in the evidence."""
    if part.claim.headline or not part.evidence or part.coverage < _SURE:
        return
    for said, place in _sayings(part):
        given = next(iter(part.source.statements_at(place)), None)
        theirs = given.speaker.name if given and given.speaker else None
        mine = _main_name(said)
        if given is None or mine is None or theirs is None or _by_pronoun(part, given):
            continue
        beside = mine.rsplit(maxsplit=1)[-1] in part.source.paragraph(place.start)
        if beside and _are_persons(part, mine, theirs) and not _heard(part, place, said, mine):
            message = f"near these words {theirs} speaks in {part.source.id}, not {mine}"
            evidence = (part.evidence[0].evidence(),)
            level: Level = "error" if _is_sure(part, place, mine) else "warning"
            fix = Fix(message=f"name {theirs}, or leave the speaker out", replacement=None)
            yield Problem(message, evidence, fix, start=said.start, end=said.end, level=level)


def _main_name(said: Speaking) -> str | None:
    """The last name of a phrase up to its head: "Ann Ode" of "Bakers' leader Ann Ode of Arden"."""
    named = [name.text for name in names(head_of(said.text))]
    return named[-1] if named else None


def _by_pronoun(part: PartView, statement: Statement) -> bool:
    """Whether a source names the speaker of a statement elsewhere only."""
    speaker = statement.speaker
    return speaker is not None and not any(
        letter.isupper() for letter in part.source.text[speaker.start : speaker.end]
    )


def _is_sure(part: PartView, place: Span, mine: str) -> bool:
    """Whether words are quoted whose sentence has another speaker and not this one's name."""
    sentence = part.source.sentence_at(place.start)
    quoted = any(judged.place == place and judged.kind == "verbatim" for judged in part.judged)
    return quoted and sentence is not None and mine.rsplit(maxsplit=1)[-1] not in sentence.text


def _sayings(part: PartView) -> Iterator[tuple[Speaking, Span]]:
    """Subjects of cues with the places of the source that have what they introduce."""
    for judged in part.judged:
        said = speaking(part.claim, judged.quotation)
        if said and judged.place and judged.kind == "verbatim":
            yield said, judged.place
    said = telling(part.claim)
    if said and part.start <= said.start < part.end:
        yield said, Span(part.evidence[0].start, part.evidence[0].end)


def _are_persons(part: PartView, mine: str, theirs: str) -> bool:
    """Whether these are names of two persons whom the source names in full."""
    known = [name.text for name in part.source.names if " " in name.text]
    full = " " in theirs and any(same_name(mine, name) for name in known)
    return full and not same_name(mine, theirs) and is_person(mine) and is_person(theirs)


def _heard(part: PartView, place: Span, said: Speaking, mine: str) -> bool:
    """Whether the claim's speaker, by any of its names, speaks in the sentence of a place."""
    sentence = part.source.sentence_at(place.start)
    found = [each.speaker for each in sentence.statements] if sentence else []
    named = [mine, *(name.text for name in names(said.text))]
    return any(
        speaker and speaker.name and same_name(speaker.name, name)
        for speaker in found
        for name in named
    )
