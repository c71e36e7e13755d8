"""One speaker made plural or vague.

"Officials say" and "experts warn" suggest a consensus. If the source gives the words to one
speaker, the claim must not give them to a group that the source does not name there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.tokens import tokenize
from summarizer.verify.attribution import is_collective, is_group, speech_cues
from summarizer.verify.registry import Example, Problem, Rule

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


def check_part(part: PartView) -> Iterator[Problem]:
    """Groups that speak in the claim where the evidence has one speaker."""
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
