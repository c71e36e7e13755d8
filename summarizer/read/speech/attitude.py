"""What a statement is to its speaker: asserted, denied, refused, believed, intended or asked.

The stance of the cue tells it (PDTB types of attribution: communication, belief, intention), with
what turns it around: "did not deny" is no denial, "would not say" is a refusal, and so is what
somebody left unsaid ("did not mention", "without saying"). An order or a demand is something said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.read.speech import words
from summarizer.read.speech.formulas import refusals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Attitude
    from summarizer.read.speech.content import Range
    from summarizer.read.speech.tokens import Clause

_DENIES = words.word_set(
    "deny reject refute repudiate rebut contradict disavow disclaim disown dispute dismiss "
    "debunk contest renounce n:denial n:denials n:rebuttal n:rebuttals n:refutation "
    "n:refutations n:rejection n:rejections"
)
_REFUSES = words.word_set("decline refuse demur withhold n:refusal n:refusals n:reluctance n:mum")
# To answer, in the widest sense: not doing it, or being unwilling to, is to refuse comment.
_ANSWERS = words.word_set(
    "say comment respond reply answer discuss confirm disclose reveal specify elaborate "
    "explain identify name speak talk tell address detail deny n:comment n:comments"
)
# Only a request can be left without these; "did not say" may as well be "left open".
_EXPECTED = words.word_set("respond reply answer comment")
_BELIEVES = words.word_set("belief appearance emotion n:belief n:stance")
_INTENDS = words.word_set("intention n:intention")
_INTENT_WORDS = words.word_set(
    "committed determined eager keen ready inclined reluctant unwilling willing"
)
_ASKS = words.word_set("wonder query question enquire inquire quiz")
_QUESTION_WORDS = words.word_set("about whether if why how what who whom whose when where which")
_FALSE = words.word_set(
    "false untrue baseless unfounded groundless fabricated fabrication lie lies nonsense fake "
    "fiction hoax incorrect inaccurate"
)
_NAMES = words.word_set("call brand label describe term dub")
_NEGATIONS = words.word_set("not never neither nor n't cannot no without")
_UNWILLING = words.word_set("would will could can wouldn't won't couldn't cannot")
# Negated, these stances tell what was left unsaid; "did not agree" or "did not order" do not.
_SAYS = words.word_set(
    "neutral loaded accusation criticism warning n:neutral n:loaded n:accusation n:criticism "
    "n:warning"
)
_SAYINGS = words.word_set("confirm indicate n:indication n:confirmation")
_ONLY = words.word_set("only just merely simply")
_REACH = 4


def attitude(clause: Clause, cue: int, content: Sequence[Range]) -> Attitude:
    """The attitude of the statement whose cue is a token of a sentence."""
    verb, stance = words.trigger(clause.low[cue]) or "", words.stance(clause.low[cue])
    negated = _negated(clause, cue)
    settled = any(each.cue == cue for each in refusals(clause))
    if settled or _refuses(clause, cue, verb, negated=negated):
        return "refusal"
    if _denies(clause, cue, verb, content):
        return "assertion" if negated else "denial"
    if negated and (stance in _SAYS or verb in _SAYINGS):
        return "refusal"
    if stance in _INTENDS or verb.removeprefix("n:") in _INTENT_WORDS:
        return "intention"
    if stance in _BELIEVES:
        return "belief"
    return "question" if _asks(clause, verb, stance, content) else "assertion"


def _refuses(clause: Clause, cue: int, verb: str, *, negated: bool) -> bool:
    """Whether a cue tells of words, or of something asked for, that were not given."""
    if verb in _REFUSES:
        return not negated
    before = clause.low[max(0, cue - _REACH - 2) : cue]
    if any(words.trigger(word) in {"decline", "refuse"} for word in before):
        return "to" in before and verb in _ANSWERS
    if verb in {"confirm", "deny"} and "neither" in before:
        return True
    if verb.startswith("n:comment"):
        return clause.low[cue - 1 : cue] == ("no",)
    return negated and (
        verb in _EXPECTED or (verb in _ANSWERS and not _UNWILLING.isdisjoint(before))
    )


def _denies(clause: Clause, cue: int, verb: str, content: Sequence[Range]) -> bool:
    """Whether a cue denies: by its verb, as "ruled out", or by calling something false."""
    if verb in _DENIES:
        return True
    if verb == "rule":
        return clause.low[cue + 1 : cue + 2] == ("out",)
    told = {word for part in content for word in clause.low[part.first : part.last + 1]}
    return verb in _NAMES and not _FALSE.isdisjoint(told)


def _asks(clause: Clause, verb: str, stance: str, content: Sequence[Range]) -> bool:
    """Whether a cue asks, or what is quoted ends with a question mark."""
    if stance not in {"neutral", "question", "n:question", "loaded"} or not content:
        return False
    last = clause.low[content[-1].last]
    mark = clause.low[content[-1].last - 1] if last in {'"', "'", "''"} else last
    asked = mark == "?" or clause.low[-1] == "?" == clause.low[content[-1].last]
    first = clause.low[content[0].first]
    return asked or verb in _ASKS or (stance.endswith("question") and first in _QUESTION_WORDS)


def _negated(clause: Clause, cue: int) -> bool:
    """Whether a negation stands right before a verb, its auxiliaries and adverbs between them.

    "Not only" negates nothing.
    """
    for place in range(cue - 1, max(-1, cue - _REACH - 1), -1):
        low = clause.low[place]
        if low in _NEGATIONS or low.endswith("n't"):
            return clause.low[place + 1] not in _ONLY
        if low not in words.AUXILIARIES | words.ADVERBS and not low.endswith("ly"):
            return (
                low in {"nor", "or", "confirmed", "confirm", "and"}
                and "neither" in (clause.low[max(0, place - _REACH) : place])
            )
    return False
