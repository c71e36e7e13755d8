"""One speaker made plural or vague.

"Officials say" and "residents fear" suggest many. If the source gives the words to one person,
named or not, the claim must not give them to several, nor to a group that the source does not have
near them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.lexicon import words
from summarizer.text.tokens import tokenize
from summarizer.verify.attribution import is_collective, is_group, speech_cues
from summarizer.verify.plurality import MEDIA, head_of, number_of, speakers_of
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.sayings import statement_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.article import Speaker, Statement
    from summarizer.verify.sayings import Saying
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
    """Groups that speak in the claim where the source has one speaker."""
    if part.claim.headline or not part.evidence:
        return
    for said in part.claim.sayings:
        inside = part.start <= said.cue.start < part.end
        if not inside or number_of(said.text) != "several" or head_of(said.text).endswith(MEDIA):
            continue
        statement = statement_of(part, said)
        if statement and speakers_of(part.source, statement) == "one":
            yield from _of_one(part, said, statement)
        elif group := _unknown(part, said):
            message = f"near these words {part.source.id} does not have '{group}'"
            evidence = (part.evidence[0].evidence(),)
            yield Problem(message, evidence, start=said.start, end=said.end)


def _of_one(part: PartView, said: Saying, statement: Statement) -> Iterator[Problem]:
    """Several speakers in the claim for the one of a statement, if the claim does not name it."""
    speaker = statement.speaker
    if speaker is None or _is_surname(part, said) or _named(part, said, speaker):
        return
    one = speaker.name or part.source.text[speaker.start : speaker.end]
    message = f"{part.source.id} gives these words to {one} alone"
    evidence = (part.source.evidence(*statement.content[0]),)
    yield Problem(message, evidence, start=said.start, end=said.end)


def _is_surname(part: PartView, said: Saying) -> bool:
    """Whether a word that looks like a plural ends a name of the source."""
    last = head_of(said.text).rsplit(maxsplit=1)[-1]
    return any(" " in n.text and n.text.endswith(f" {last}") for n in part.source.names)


def _named(part: PartView, said: Saying, speaker: Speaker) -> bool:
    """Whether the claim names the speaker elsewhere, or the speaker's office in the singular."""
    beside = tokenize(part.source.text[speaker.start : speaker.end])
    name = {t.lower for t in tokenize(speaker.name or "")[-1:]}
    inside = [t.lower for t in tokenize(head_of(said.text))[:-1]]
    if not name.isdisjoint(inside[-1:]):
        return True  # "Holt Mills managers" for Holt Mills
    known = name | {t.lower for t in beside if t.lower in words("role_nouns")}
    return any(
        t.lower in known and not (part.claim.quoted(t.start) or said.start <= t.start < said.end)
        for t in part.claim.tokens
    )


def _unknown(part: PartView, said: Saying) -> str | None:
    """A vague group that no sentence near the evidence has, where that has one speaker."""
    best = part.evidence[0]
    plain = tokenize(part.source.unquoted(best))
    if part.coverage < _CARRIES or not speech_cues(plain):
        return None
    if any(is_collective(token.lower) for token in plain):
        return None
    around = {token.lower for sentence in part.context for token in sentence.tokens}
    groups = [t for t in tokenize(said.text) if is_group(t.lower)]
    return groups[0].text if groups and groups[0].lower not in around else None
