"""One side says, the other claims.

Where the words of some speakers are "said" and those of another are "claimed" or "insisted", the
summary tells whom to believe. One neutral verb for all tells the same. Where the cited source has
the verb, it is only noted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.text.names import same_name
from summarizer.text.speech_verbs import lemma
from summarizer.verify.loaded import speaks, told_so
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.findings import Level
    from summarizer.verify.attribution import Voice
    from summarizer.verify.view import DocumentView

RULE = Rule(
    level="warning",
    verdict="loaded",
    yields_to=("NEU102",),
    example=Example(
        sources=(
            "Ann Ode said the bridge was safe. Tom Reyes claimed that the bridge was unsafe.",
        ),
        bad="Ann Ode said the bridge was safe. [1]\n\n"
        "Tom Reyes claimed that the bridge was unsafe. [1]",
        good="Ann Ode said the bridge was safe. [1]\n\n"
        "Tom Reyes said that the bridge was unsafe. [1]",
    ),
)

# Verbs by which a narrator distances itself from one speaker.
_DISTANT = frozenset({"claim", "insist", "admit", "concede", "boast", "profess"})
_PLAIN = frozenset({"said", "says", "told", "tells", "added", "adds", "wrote", "stated"})


def check_document(view: DocumentView) -> Iterator[Problem]:
    """Distant verbs in a summary that uses a neutral one for somebody else."""
    voices = [
        (claim, voice)
        for claim in view.claims
        for voice in claim.voices
        if speaks(claim.tokens, voice.cue)
    ]
    said = [v for _, v in voices if v.cue.lower in _PLAIN and v.name]
    for claim, voice in voices:
        if lemma(voice.cue.lower) in _DISTANT and any(_differ(voice, other) for other in said):
            message = f"'{voice.cue.text}' here, but '{said[0].cue.text}' for another speaker"
            fix = Fix(message="use one neutral verb for all", replacement="said")
            level: Level | None = "note" if told_so(claim, voice.cue) else None
            start, end = voice.cue.start, voice.cue.end
            yield Problem(message, (), fix, start, end, level, claim.index)


def _differ(one: Voice, other: Voice) -> bool:
    """Whether two voices are two named speakers."""
    if one.name is None or other.name is None:
        return False
    return not same_name(one.name.text, other.name.text)
