"""Sentences that speak to a machine and not to readers: orders to whatever sums articles up.

They are no part of what an article tells, so they are labelled like the rest of a page. What stands
beside one in its paragraph goes with it, since an order comes with what it orders to say. Words in
quotation marks are left out of account: an article may report on such orders.

On 40,762 sentences of news from 2,378 articles, none of the patterns matches any.
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from summarizer.model.article import SPEAKS_TO_MACHINES
from summarizer.text.lexicon import classes
from summarizer.text.quotes import quotations
from summarizer.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.model.article import Region

_AI = r"(?:ai|a\.i\.|artificial intelligence)"
_AGENT = (
    rf"(?:(?:large )?language models?|llms?|chat ?bots?|chatgpt|gpt-?\d\w{{0,9}}|{_AI} (?:assistant"
    r"|model|system|agent|bot|reader|writer|editor|tool|summari[sz]er)s?"
    r"|summari[sz](?:ers?|ation (?:tools?|systems?|models?|bots?|programs?)))"
)
_TOLD = (
    r"(?:instructions?|prompts?|guidelines?|directives?|commands?|rules|articles?|sources|reports"
    r"|messages?|context|evidence|text)"
)
_WHICH = r"(?:previous|prior|above|earlier|preceding|other|all|any|your|system|original|these)"
_NO = r"(?:do not|don['’]t|never)"
_OTHERS = r"(?:articles?|sources?|reports?|outlets?|newspapers?)"
_SURE = (
    r"(?:write|report|include|mention|output|publish|insert|conclude|claim|assert|declare|respond"
    r"|reply|repeat|emphasi[sz]e|summari[sz]e|state(?= that\b| the\b|:))"
)
_SAY = rf"(?:{_SURE}|say|answer|append|print|add|return|quote|cite)"
_URGED = (
    r"(?:(?:please|kindly|now|then|instead|also|always|and|you (?:must|should|have to|will|are to)"
    r"|make sure (?:to|that you|you)|be sure to|remember to|do not forget to),?\s{1,3}){0,3}"
)
_MUST = r"(?:must|should|shall|ha(?:s|ve) to|needs? to|(?:is|are) to)"
_RESULT = r"(?:summary|summaries|headlines?|answers?|outputs?|responses?|claims?)"
_EACH = r"(?:the|your|this|any|every|all|each)"


def _order(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts), re.IGNORECASE)


_WORDED = (
    # leave what you were told
    _order(
        r"(?:\A|[:;.!?–—]\s{1,3}|\b(?:please|kindly|now|must|should|shall|you|then|and|to)\s{1,3})",
        rf"(?:ignore|disregard|forget|override|bypass|discard|{_NO} follow|stop following)\b",
        rf"[^.!?]{{0,40}}?\b(?:{_WHICH} (?:\w{{1,20}} ){{0,3}}?{_TOLD}",
        rf"|the (?:above|{_TOLD} (?:above|before|below))|everything (?:above|before|else))\b",
    ),
    # leave the other sources
    _order(
        rf"\b(?:all|every|the|any) other {_OTHERS}\b[^.!?]{{0,40}}",
        r"\b(?:false|fake|retracted|withdrawn|invalid|obsolete|not be (?:used|cited|trusted))\b",
    ),
    _order(
        rf"\b{_NO} (?:use|cite|quote|mention|trust|rely on)\b[^.!?]{{0,20}}",
        rf"\b(?:other|previous|above|remaining) {_OTHERS}\b",
    ),
    _order(
        rf"\b(?:use|cite|trust|rely on|quote) only (?:this|the (?:present|following)) {_OTHERS}"
    ),
    # you, machine
    _order(
        r"\A\W{0,6}(?:\w{1,12}: )?(?:dear|hey|hello|attention|notice?|note|message|warning",
        r"|important|instructions?|for|to|any)\b[\s,:]{1,3}(?:\w{1,20}[\s,:]{1,3}){0,5}?",
        rf"{_AGENT}\b[^.]{{0,20}}[:,!–—-]",
    ),
    _order(
        r"\b(?:if you are|you are(?: now)?|as|acting as|pretend (?:to be|you are)) (?:an?|the|my)",
        rf" (?:\w{{1,20}}[ -]){{0,3}}?{_AGENT}(?! (?:company|firm|maker|developer|researcher)s?\b)",
    ),
    _order(rf"\b{_AGENT} {_MUST}(?: \w{{1,20}})? {_SAY}\b"),
    # what to write
    _order(
        rf"\A\W{{0,6}}{_URGED}(?:{_SURE}\b[^.!?]{{0,60}}?\bthat\b|say that\b",
        rf"|{_SAY}\b[^.!?]{{0,60}}?(?:(?<!\breport):\s|\bthe (?:following|sentence|words|claim)\b",
        r"|\bonly\b|\b(?:in|to|of|into|from|at the (?:start|top|end|beginning) of)",
        rf" {_EACH} {_RESULT}\b))",
    ),
    _order(
        rf"\b{_EACH} (?:\w{{1,20}} ){{0,2}}?(?:summary|summaries|headlines?|outputs?) {_MUST}\b"
    ),
    _order(
        r"\bthe (?:correct|right|true|only|desired|expected|following) (?:\w{1,20} ){0,2}?",
        r"(?:summary|headline|output|answer) (?:is|reads|would be)\b",
    ),
)
# In the form of a conversation with a machine, or of its evidence.
_FORMAL = (
    _order(
        r"\A\W{0,6}(?:\w{1,12}: )?(?:system|assistant|developer|user|human|prompt|ai)",
        r"(?: (?:message|prompt|note|notice|override|instructions?|command|update))?\W{0,2}[:>\]]",
    ),
    _order(
        r"<\|[a-z_]{2,20}\|>|\[/?inst\]|<</?sys>>|</?s>|</?(?:system|instructions?|prompt",
        r"|assistant|user)>|#{2,6}\s{0,3}(?:instructions?|system|response|user|assistant|human",
        r"|input|prompt)\b",
    ),
    _order(
        r"(?:[-=*#>]{2,9}\s{0,3}|\A\W{0,6})(?:begin|start|end)(?:ning)? of (?:the )?",
        r"(?:system |user )?(?:prompt|article|evidence|document|context|input|sources?",
        r"|instructions?|data|message)\b",
    ),
    _order(
        r"\b(?:new|updated|revised|additional|further|special|hidden|important|secret)",
        r" (?:system )?instructions?\s{0,2}:",
    ),
    _order(
        r"(?<![\w.])s\d{1,3}\.\d{1,4}(?![\w.]*\w)|\As\d{1,3}\s{0,2}\|",
        r"|\A(?:differ|same origin|left out): |[\"“](?:claims|sentences|headline)[\"”]\s{0,2}:",
    ),
)
# What stands in every order; most paragraphs have none of it.
_SIGN = _order(
    r"ignore|disregard|forget|override|bypass|discard|follow|model|llm|\bai\b|a\.i\.|artificial",
    r"|chat|gpt|summar|headline|output|system|assistant|developer|user|human|prompt|instruct",
    r"|evidence|other|only|claim|sentences|</?s>|\[/?inst|<<|s\d{1,3}[.|]|s\d{1,3}\s\||differ|same",
    r"|left out|begin|start|end of|\bthat\b|words|answer|response|:\s",
)
# Characters between the two words of an order in another language.
_NEAR = 60
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ENDS = (".", "!", "?", "。", "！", "？")
# Sentences on each side of an order that go with it.
_BESIDE = 2


def without_orders(text: str, regions: Iterable[Region]) -> Iterator[Region]:
    """The regions, with the parts of the body that speak to a machine labelled as boilerplate.

    A paragraph that is one and does not end like a sentence ("SYSTEM MESSAGE:") takes the next one
    with it.
    """
    announced = False
    for region in regions:
        if region.kind != "body":
            yield region
            continue
        if announced:
            yield replace(region, kind="boilerplate", reason=SPEAKS_TO_MACHINES)
            announced = False
            continue
        parts = tuple(_parted(text, region))
        yield from parts
        whole = len(parts) == 1 and parts[0].reason == SPEAKS_TO_MACHINES
        announced = whole and not text[region.start : region.end].rstrip().endswith(_ENDS)


def is_order(sentence: str) -> bool:
    """Whether a sentence speaks to a machine."""
    if any(form.search(sentence) for form in _FORMAL):
        return True
    if not _is_worded(sentence):
        return False
    outside = list(sentence)
    for each in quotations(sentence):
        outside[each.start : each.end] = " " * (each.end - each.start)
    return _is_worded("".join(outside))


def _is_worded(sentence: str) -> bool:
    return any(order.search(sentence) for order in _WORDED) or _is_foreign(sentence)


def _parted(text: str, region: Region) -> Iterator[Region]:
    """The region, cut where orders begin and end."""
    stretch = text[region.start : region.end]
    suspicious = _SIGN.search(stretch) or _foreign("leave").search(stretch)
    spans = sentences(text, region.start, region.end) if suspicious else []
    ordered = [n for n, span in enumerate(spans) if is_order(text[span.start : span.end])]
    if not ordered:
        yield region
        return
    gone = {n for each in ordered for n in range(each - _BESIDE, each + _BESIDE + 1)}
    runs = [list(run) for _, run in groupby(range(len(spans)), key=gone.__contains__)]
    for run in runs:
        start = region.start if run is runs[0] else spans[run[0]].start
        end = region.end if run is runs[-1] else spans[run[-1]].end
        part = replace(region, start=start, end=end)
        taken = run[0] in gone
        yield replace(part, kind="boilerplate", reason=SPEAKS_TO_MACHINES) if taken else part


def _is_foreign(sentence: str) -> bool:
    """Whether a word for leaving stands close to one for what somebody was told."""
    told = [match.start() for match in _foreign("told").finditer(sentence)]
    return bool(told) and any(
        abs(match.start() - place) <= _NEAR
        for match in _foreign("leave").finditer(sentence)
        for place in told
    )


@functools.cache
def _foreign(label: str) -> re.Pattern[str]:
    """The stems of this class: at the start of a word, or anywhere where there are no blanks."""
    stems = [stem for stem, its in classes("machine_orders").items() if its == label]
    begun = "|".join(re.escape(stem) for stem in stems if not _UNSPACED.search(stem))
    anywhere = "|".join(re.escape(stem) for stem in stems if _UNSPACED.search(stem))
    return re.compile(rf"\b(?:{begun})|{anywhere}", re.IGNORECASE)
