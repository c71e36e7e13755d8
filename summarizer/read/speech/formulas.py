"""Set ways of reporting that settle by themselves where content stands.

Refusals ("did not respond to a request for comment", "could not be reached", "would not comment"),
passives ("was informed by the port that …"), and asides ("…, as she told the Arden Times",
"…, it was announced").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.read.speech import words
from summarizer.read.speech.phrases import DOCUMENTS, Phrase, head_of, phrases

if TYPE_CHECKING:
    from summarizer.read.speech.tokens import Clause

_REACH = 13
# What can show something: persons, names, documents and figures, not a thing or an event.
_SHOWING = words.word_set(
    "C C's R he she they i we it who which that he's she's data figures statistics numbers results "
    "records images video footage photographs emails tests research findings evidence"
)
_NEGATED = words.word_set(
    "not never didn't don't doesn't wouldn't won't couldn't can't cannot hasn't haven't hadn't"
)
# To answer; after a negation these are refusals even where a reader might expect no report.
_ANSWER = words.word_set("respond reply comment return returned responded replied commented")
_REFUSED = _ANSWER | words.word_set("unavailable reached confirm confirmed confirms confirming")
_ASKED = words.word_set("request requests call calls message messages question questions email")
_POINTS = words.word_set("underscore underline highlight spell")
_BLOWS = words.word_set("attack assail hit hammer knock slap blast rip slam lash swipe jab bash")
_LINKS = words.word_set("of between in on for with from by against over about at")
_BACK = words.word_set("this that it")
_BACKS = frozenset((word,) for word in _BACK)
_REPORT = words.word_set("report say state announce inform write tell disclose confirm")
_BE = words.word_set("is are was were been be being")
_SEEN = words.word_set("seen heard regarded viewed perceived deemed considered")
_TOLD_MARKS = frozenset(["that", '"'])
_TOLD = words.word_set("told informed assured reminded notified briefed advised warned")


class Refusal(NamedTuple):
    """Tokens of a refusal: its cue, and where the thing refused starts."""

    cue: int
    start: int


def refusals(clause: Clause) -> list[Refusal]:
    """The refusals to comment of a sentence that no verb of refusing tells."""
    places = (
        place
        for place in range(1, clause.size)
        if clause.low[place] in _REFUSED and clause.inside[place] < 0
    )
    found = (_refusal(clause, place) for place in places)
    return [each for each in found if each is not None]


def _refusal(clause: Clause, place: int) -> Refusal | None:
    low, after = clause.low[place], clause.low[place + 1 : clause.size]
    if clause.low[place - 1] == "neither" and low.startswith("confirm") and "nor" in after[:1]:
        return Refusal(place, place + 3) if len(after) > 2 else None
    if low == "comment" and clause.low[place - 1] == "no":
        had = clause.low[place - 2] in {"had", "has", "have"}
        return Refusal(place - 2, place - 1) if had else None
    if low in {"unavailable", "reached"} and "comment" in after[:3]:
        negated = low == "unavailable" or not _NEGATED.isdisjoint(clause.low[:place][-3:])
        return Refusal(place, place + 1) if negated else None
    return _unanswered(clause, place) if low in _ANSWER else None


def _unanswered(clause: Clause, place: int) -> Refusal | None:
    """The refusal of a verb of answering that is negated."""
    low, after = clause.low[place], clause.low[place + 1 : clause.size]
    negation = next(
        (p for p in range(place - 1, max(-1, place - 4), -1) if _negation(clause, p)), 0
    )
    if not negation or (low.startswith("return") and _ASKED.isdisjoint(after[:6])):
        return None
    if not after or after[0] in {",", ";", "when", "on"}:
        cue = negation - (clause.low[negation] == "not")
        return Refusal(cue, place)
    return Refusal(place, place + 1 + (after[0] == "to"))


def back_report(clause: Clause) -> tuple[int, Phrase] | None:
    """Cue and speaker of a sentence that but reports the one before it.

    "This was announced by the port." and, as translations have it, "About it reported the port."
    """
    passive = clause.low[0] in _BACK and clause.low[1:2] in {("was",), ("is",)}
    cue = 2
    if not passive and (clause.low[0] not in {"about", "on"} or clause.low[1:2] not in _BACKS):
        return None
    if clause.size < 4 or words.trigger(clause.low[cue]) not in _REPORT:
        return None
    first = cue + 1 + (clause.low[cue + 1] == "by")
    speaker = next((each for each in phrases(clause) if each.first == first), None)
    if speaker is None or speaker.last != clause.size - 1 or passive != (first == cue + 2):
        return None
    return cue, speaker


def _negation(clause: Clause, place: int) -> bool:
    return clause.low[place] in _NEGATED


def shows_nothing(clause: Clause, cue: int) -> bool:
    """Whether what is said to show something is no source: "The dialogue … signals a will"."""
    verb = words.trigger(clause.low[cue])
    if words.stance(clause.low[cue]) != "evidence" and verb not in _POINTS:
        return False
    head = _subject(clause, cue)
    if head is None:
        return False
    document = clause.low[head].removesuffix("s") in DOCUMENTS
    return not document and _SHOWING.isdisjoint({clause.view[head], clause.low[head]})


def is_act(clause: Clause, cue: int) -> bool:
    """Whether a verb of speech tells an act here: "the group attacked", "was seen leaving"."""
    if _is_sighting(clause, cue):
        return True
    verb, after = words.trigger(clause.low[cue]), range(cue + 1, min(cue + _REACH, clause.size))
    if verb == "maintain":
        clausal = {"that", '"'} | words.AUXILIARIES
        return not any(clause.view[p] in clausal for p in after)
    if verb not in _BLOWS or any(clause.view[p] in {"for", "over", "as", '"'} for p in after):
        return False
    head = _subject(clause, cue)
    return head is not None and clause.view[head] in {"w", "s", "n"}


def _subject(clause: Clause, cue: int) -> int | None:
    """The token of the noun that a verb's subject is about, as far as phrases tell."""
    last = cue - 1
    while last >= 0 and clause.view[last] in words.AUXILIARIES | words.ADVERBS | {"ly"}:
        last -= 1
    known = {each.last: each for each in phrases(clause)}
    phrase = known.get(last)
    while phrase is not None and clause.view[phrase.first - 1 if phrase.first else 0] in _LINKS:
        phrase = known.get(phrase.first - 2)
    return None if phrase is None else head_of(clause, phrase)


def passive_start(clause: Clause, cue: int) -> int | None:
    """Where the content of a passive starts: "was informed by the port on Monday that"."""
    if clause.low[cue] not in _TOLD or not _is_passive(clause, cue):
        return None
    behind = range(cue + 1, min(cue + _REACH, clause.size))
    return next((p for p in behind if clause.low[p] == "that" and clause.inside[p] < 0), None)


def _is_passive(clause: Clause, cue: int) -> bool:
    return bool(cue) and clause.low[cue - 1] in _BE


def is_seen(clause: Clause, cue: int) -> bool:
    """Whether what stands before a cue is seen and does not see: "was also seen", "are seen as"."""
    place = cue - 1
    while place >= 0 and clause.view[place] in words.ADVERBS | {"ly", "not"}:
        place -= 1
    return clause.low[cue] in _SEEN and place >= 0 and clause.low[place] in _BE


def _is_sighting(clause: Clause, cue: int) -> bool:
    """Whether a cue tells that somebody was seen in an act: "was seen discussing the bridge".

    The act is none of speech either, unless its words follow: "was seen telling him that".
    """
    if is_seen(clause, cue):
        return clause.view[cue + 1 : cue + 2] in {("ing",), ("Vg",)}
    seen = clause.view[cue] == "Vg" and clause.low[cue - 1] == "seen" and is_seen(clause, cue - 1)
    return seen and _TOLD_MARKS.isdisjoint(clause.view[cue + 1 : cue + _REACH])


def only_before(clause: Clause, cue: int) -> bool:
    """Whether content can but precede its cue: ", according to the port" at a sentence's end."""
    last = clause.low[cue] == "according" and "," not in clause.low[cue : clause.size]
    return last and clause.low[cue - 1 : cue] == (",",)


def aside_end(clause: Clause, cue: int) -> int | None:
    """Where content ends before an aside: ", as Ms Doe told the paper", ", it was announced"."""
    first = cue
    while first and (clause.low[first - 1] in words.AUXILIARIES or clause.view[first - 1] == "ly"):
        first -= 1
    subject = next((each for each in phrases(clause) if each.last == first - 1), None)
    if subject is None or subject.first < 2 or '"' in clause.view[cue + 1 : cue + 5]:
        return None
    lead = clause.low[subject.first - 1]
    comma = subject.first - 2 if lead == "as" else subject.first - 1
    impersonal = clause.low[subject.first] == "it" and _is_passive(clause, cue)
    if (lead != "as" and not impersonal) or clause.low[comma] != ",":
        return None
    return comma - 1 if comma else None
