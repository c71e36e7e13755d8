"""Words given to somebody who did not say them.

The speaker that the claim names is compared with the one that the source gives for the quotation
(or, without one, for the sentence that carries the claim). A wrong speaker is reported only if
the source's speaker is known by name and missing in the claim, and the claim's speaker is named
nowhere near the words, or if the two speak for different kinds of bodies (a union, a ministry).
Where the source has only "he said", and the claim's speaker may be meant, it is a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.article import Span
from summarizer.model.findings import Fix
from summarizer.text.names import names, same_name
from summarizer.verify.align import counterpart
from summarizer.verify.attribution import reports, speakers_at
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.speakers import other_speaker, speaking, telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.findings import Level
    from summarizer.text.names import Name
    from summarizer.text.quotes import Quotation
    from summarizer.verify.source import Source
    from summarizer.verify.speakers import Speaking
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="wrong speaker",
    example=Example(
        sources=('"We left the school in time," said Ann Ode, the mayor.\nTom Reyes left.',),
        bad='Tom Reyes said: "We left the school in time." [1]',
        good='Ann Ode said: "We left the school in time." [1]',
    ),
)

# Below this share of its words the evidence may be about another statement.
_SURE = 0.6
_NEARLY_ALL = 0.8
_WORDS = 3
_TWO = 2
_GAP = 40
_PRONOUNS = frozenset({"he", "she", "they", "it"})


def check_part(part: PartView) -> Iterator[Problem]:
    """The claim's speaker where the source has another one for the words."""
    found = list(_beside_quotations(part))
    yield from found or list(_of_sentence(part)) or _of_claim(part)


def _beside_quotations(part: PartView) -> Iterator[Problem]:
    """Speakers that stand beside a quotation, where the source has another one for it."""
    for quotation, judged in zip(part.quotations, part.judged, strict=True):
        if judged.kind != "verbatim" or not judged.place:
            continue
        claimed = None if _is_short(part, quotation) else speaking(part.claim, quotation)
        speaker = other_speaker(part.source, judged.place, claimed) if claimed else None
        if claimed and speaker:
            yield _problem(part, judged.place, speaker, claimed)


def _is_short(part: PartView, quotation: Quotation) -> bool:
    """Whether a quotation has so few words that they may be anybody's."""
    return part.claim.text[quotation.start : quotation.end].count(" ") < _WORDS - 1


def _of_sentence(part: PartView) -> Iterator[Problem]:
    """The speaker of a claim without quotation, where one statement of the source carries it."""
    claimed = None if part.claim.headline or not part.evidence else telling(part.claim)
    if claimed is None or len(part.evidence[0].statements) != 1:
        return
    best = part.evidence[0]
    told = [t for t in part.content if not (claimed.start <= t.start < claimed.end or reports(t))]
    found = [token for token in told if counterpart(token, best.keys)]
    speaker = other_speaker(part.source, Span(best.start, best.end), claimed)
    if speaker and len(found) >= max(_WORDS, _NEARLY_ALL * len(told)):
        yield _problem(part, Span(best.start, best.end), speaker, claimed)


def _problem(part: PartView, place: Span, speaker: str, claimed: Name | Speaking) -> Problem:
    message = f"the source gives these words to {speaker}, not to {claimed.text}"
    fix = Fix(message="name the speaker of the source", replacement=speaker)
    evidence = (part.source.evidence(*place),)
    level: Level = "warning" if _may_be(part.source, place, claimed) else "error"
    return Problem(message, evidence, fix, start=claimed.start, end=claimed.end, level=level)


def _may_be(source: Source, place: Span, claimed: Name | Speaking) -> bool:
    """Whether a pronoun of the source may stand for the claim's speaker, who is named near it."""
    speaker = next((s.speaker for s in source.statements_at(place)[:1] if s.speaker), None)
    if speaker is None or source.text[speaker.start : speaker.end].casefold() not in _PRONOUNS:
        return False
    return claimed.text.split()[-1] in source.paragraph(speaker.start, before=1)


def _of_claim(part: PartView) -> Iterator[Problem]:
    """The first speaker named in a claim, where the source has another one for the words."""
    voices = (v for v in part.claim.voices if part.start <= v.cue.start < part.end)
    claimed = next((voice.name for voice in voices if voice.name is not None), None)
    verbatim = (j for j in part.judged if j.kind == "verbatim")
    quoted = next((j.place for j in verbatim if not _is_short(part, j.quotation)), None)
    # of two tellings the carrier may be the other's
    place = quoted or (_carrier(part) if len(part.claim.sayings) < _TWO else None)
    if part.claim.headline or claimed is None or " " not in claimed.text or place is None:
        return
    beside = speakers_at(part.source, quoted) if quoted else []
    speaker = next((n for n in beside if "-" not in n), None) or _speaker(part.source, place)
    if speaker is None or any(same_name(speaker, name.text) for name in part.claim.names):
        return
    if claimed.text.split()[-1] not in part.source.paragraph(place.start) and (
        quoted or " " in speaker
    ):
        yield _problem(part, place, speaker, claimed)


def _carrier(part: PartView) -> Span | None:
    """The sentence that carries a claim without quotation, if it surely does."""
    if part.coverage < _SURE or not part.evidence:
        return None
    return Span(part.evidence[0].start, part.evidence[0].end)


def _speaker(source: Source, place: Span) -> str | None:
    """The name of the source's speaker at a place, None if it is not known by name."""
    for statement in source.statements_at(place)[:1]:
        speaker, cue = statement.speaker, statement.cue
        if speaker and speaker.name:
            # between an office and its cue the name may follow: "union leader Ann Ode said"
            near = cue.start if cue and 0 <= cue.start - speaker.end < _GAP else speaker.end
            text = f"{speaker.name} {source.text[speaker.end : near]}"
            # a tag of party and place is no name: "D-Kerry"
            found = [each for each in names(text) if " " in each.text or "-" not in each.text]
            return found[-1].text if found else None
    return None
