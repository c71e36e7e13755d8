"""Reporting verb that judges what is said.

"Admitted", "claimed", "conceded", "insisted" or "boasted" where the source has "said" tells the
reader what to think of the speaker. A verb that a cited source itself uses near the words is no
fault of the summary; verbs of insistence ("maintain", "stress") only warn. "Argue" and "contend"
are how news tells of parties in court, and a flood that claims lives says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.text.speech_verbs import cue_class, lemma
from summarizer.verify.attribution import speech_cues
from summarizer.verify.loaded import speaks, told_so
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.findings import Level
    from summarizer.verify.view import ClaimView

RULE = Rule(
    level="error",
    verdict="loaded",
    example=Example(
        sources=("The bridge of Arden is closed until May, the mayor said.",),
        bad="The mayor boasted that the bridge of Arden is closed until May. [1]",
        good="The mayor said that the bridge of Arden is closed until May. [1]",
    ),
)

# Verbs of weaker judgement. "Argue" and "contend" were loaded in 7 of 32 sentences of labelled news
# that had them, no more than other verbs of speaking.
_MILD = frozenset({"assert", "maintain", "stress", "emphasize", "emphasise", "acknowledge"})
_PLAIN = frozenset({"argue", "contend"})


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """Loaded cues that no cited source has near its evidence."""
    for token in speech_cues(claim.tokens):
        verb = lemma(token.lower)
        if cue_class(token.lower) != "loaded" or verb in _PLAIN or claim.quoted(token.start):
            continue
        if speaks(claim.tokens, token) and not told_so(claim, token):
            message = f"the sources do not say '{token.text}' here"
            fix = Fix(message="use the source's verb, or 'said'", replacement="said")
            level: Level = "warning" if verb in _MILD else "error"
            yield Problem(message, fix=fix, start=token.start, end=token.end, level=level)
