"""Speaker who says nothing in the cited sentences.

The claim names somebody beside a verb of saying; the sentence that carries it gives its statement
to another person. The name may stand near it, as the one who is spoken of, or speak elsewhere. It
warns only, since a pronoun or a title may stand for the speaker unseen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.article import Span
from summarizer.text.names import names, same_name
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.speakers import is_person, speaking, telling

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        named = [name.text for name in names(said.text)]
        given = next(iter(part.source.statements_at(place)), None)
        if given is None or given.speaker is None or given.speaker.name is None:
            continue
        mine, theirs = next(iter(named), ""), given.speaker.name
        paragraph = part.source.paragraph(place.start)
        beside = named and not any(same_name(each, theirs) for each in named)
        beside = beside and mine.rsplit(maxsplit=1)[-1] in paragraph
        if beside and _are_persons(part, mine, theirs) and not _heard(part, place, mine):
            message = f"near these words {theirs} speaks in {part.source.id}, not {mine}"
            evidence = (part.evidence[0].evidence(),)
            yield Problem(message, evidence, start=said.start, end=said.end)


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


def _heard(part: PartView, place: Span, name: str) -> bool:
    """Whether a person speaks in the sentence of a place, as far as a name is given."""
    sentence = part.source.sentence_at(place.start)
    found = [each.speaker for each in sentence.statements] if sentence else []
    return any(each and each.name and same_name(each.name, name) for each in found)
