"""One speaker made plural or vague.

"Officials say" and "experts warn" suggest a consensus. If the source gives the words to one
speaker, the claim must not give them to a group that the source does not name there. A quotation
that the source gives to one named person and the claim to a plural ("Residents said") is a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.tokens import stem, tokenize
from summarizer.verify.attribution import is_collective, is_group, speech_cues
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.speakers import is_person, speaking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.text.tokens import Token
    from summarizer.verify.attribution import Voice
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="attribution lost",
    example=Example(
        sources=(
            "The old bridge of Arden will stay closed until May, said Tom Reyes, an engineer.",
        ),
        bad="Experts said the old bridge of Arden will stay closed until May. [1]",
        good="Tom Reyes said that the old bridge of Arden will stay closed until May. [1]",
    ),
)

_CARRIES = 0.5
_SHORT = 4


def check_part(part: PartView) -> Iterator[Problem]:
    """Groups that speak in the claim where the evidence has one speaker."""
    found = list(_of_groups(part))
    yield from found or _of_quotations(part)


def _of_quotations(part: PartView) -> Iterator[Problem]:
    """Quotations of one named person under a plural noun."""
    for judged in part.judged:
        said = speaking(part.claim, judged.quotation) if judged.kind == "verbatim" else None
        given = next(iter(part.source.statements_at(judged.place)), None) if judged.place else None
        if said is None or given is None or given.speaker is None or not given.speaker.name:
            continue
        named = any(said.start <= name.start < said.end for name in part.claim.names)
        one = is_person(" ".join(given.speaker.name.split()[-2:]))
        if one and not named and _is_plural(said.text):
            message = f"{part.source.id} gives these words to {given.speaker.name} alone"
            evidence = (part.source.evidence(*given.content[0]),)
            yield Problem(message, evidence, start=said.start, end=said.end, level="warning")


def _is_plural(subject: str) -> bool:
    """Whether a subject of a few words is a plural noun: "residents", "some officials"."""
    tokens = tokenize(subject)
    last = tokens[-1].lower if tokens else ""
    plural = last.endswith("s") and not last.endswith(("ss", "'s", "’s")) and stem(last) != last
    return len(tokens) <= _SHORT and (plural or is_group(last))


def _of_groups(part: PartView) -> Iterator[Problem]:
    """Groups in the claim that the evidence does not name, where it has one speaker."""
    if part.claim.headline or not part.evidence or part.coverage < _CARRIES:
        return
    best = part.evidence[0]
    plain = tokenize(part.source.unquoted(best))
    if not speech_cues(plain) or any(is_collective(token.lower) for token in plain):
        return
    around = {token.lower for sentence in part.context for token in sentence.tokens}
    for voice in part.claim.voices:
        group = _group(voice)
        if group and part.start <= voice.cue.start < part.end and group.lower not in around:
            message = f"near these words {part.source.id} does not have '{group.text}'"
            yield Problem(message, (best.evidence(),), start=voice.cue.start, end=voice.cue.end)


def _group(voice: Voice) -> Token | None:
    """The plural or vague noun that is the subject of a cue."""
    subject = tokenize(voice.subject)
    plurals = [t for t in subject[-8:] if is_group(t.lower)]
    return plurals[0] if plurals and voice.name is None else None
