"""Two sentences of a source that belong together, as one: "X accused Y of it; Y called it a lie".

The second one follows the first in its paragraph, so whatever it points at ("she", "the company",
"this") stands before it as it does in the article. Between them stands a semicolon, which says no
more than the source's full stop.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.text.numbers import quantities
from summarizer.text.tokens import stopwords
from summarizer.write.extractive.prose import told_in_prose
from summarizer.write.extractive.rewording import abbreviated, paired, unmarked
from summarizer.write.extractive.standing import follows, whole
from summarizer.write.extractive.voice import narrator
from summarizer.write.extractive.wording import attribution_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.model.summary import Attribution
    from summarizer.write.extractive.passages import Passage
    from summarizer.write.extractive.wording import Wording

# Longer than this, two sentences are easier to read apart.
_LONGEST_WORDS = 46
_ENDED = re.compile(r"(?<!\.)\.([\"”’']?)\Z")
_FIRST_WORD = re.compile(r"\A[A-Z][a-z]*(?:-[a-z]+)*(?=[\s,])")
_TWO_CAPITALS = re.compile(r"[A-Z][\w’'-]+ [A-Z]")
_ANSWER = re.compile(
    r"\b(?:den(?:y|ies|ied)|(?<!not )(?:reject|disput)(?:e|s|es|ed)?|contradict(?:s|ed)?"
    r"|call(?:s|ed) (?:it|this|that|the \w+) (?:a lie|false|wrong|untrue|absurd))\b",
    re.IGNORECASE,
)
# A denial of what was told just before it.
_DENIAL = re.compile(
    r"\b(?:den(?:ies|ied|y)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es|ed)) (?:this|that|it"
    r"|(?:the|these|those|all|both) (?:accusation|allegation|claim|assertion)s?)(?=[.,])"
    r"|\bcall(?:s|ed) (?:it|this|that|the \w+) (?:a lie|false|wrong|untrue|absurd)(?=[.,])",
    re.IGNORECASE,
)
# Two sentences that reading took for one.
_SEVERAL = re.compile(r"[.!?][\"”’)]* [\"“‘(]")


def joined(wording: Wording, sentences: Mapping[str, Passage]) -> Wording | None:
    """A wording of one sentence with the next one of its paragraph; None if they do not join."""
    following = _next(wording, sentences)
    if following is None or not whole(following) or unmarked(following):
        return None
    second = " ".join(following.text.split())
    end, start = _ENDED.search(wording.text), _within(second, following)
    if end is None or start is None or not _ENDED.search(second):
        return None
    if _SEVERAL.search(wording.text) or _SEVERAL.search(second):
        return None
    stop = "." if abbreviated(wording.text) else ""
    text = f"{wording.text[: end.start()]}{stop}{end.group(1)}; {start}"
    longer = len(text.split()) > _LONGEST_WORDS
    if longer or not (paired(second) and told_in_prose(second) and paired(text)):
        return None
    if not follows(second, wording.text, following.article):
        return None
    return replace(
        wording,
        text=text,
        evidence=(*wording.evidence, following),
        attribution=_common(wording, following),
    )


def contested(wording: Wording) -> bool:
    """Whether the second of two joined sentences denies something, or gives another's figure.

    A figure is another's if a speaker is named with it who did not give the first one, and both are
    of one kind.
    """
    first, _, second = wording.text.partition("; ")
    if _ANSWER.search(narrator(second)):
        return True
    mine, other = (
        {each.value for each in quantities(text) if each.kind == "count" and each.value > 1}
        for text in (first, second)
    )
    if not mine or not other or mine & other:
        return False
    one, another = (attribution_of(each) for each in wording.evidence[-2:])
    return another is not None and (one is None or one.speaker != another.speaker)


def denied(wording: Wording, sentences: Mapping[str, Passage]) -> bool:
    """Whether the next sentence of a wording's own paragraph denies it: "Y denied this."."""
    following = _next(wording, sentences)
    return following is not None and bool(_DENIAL.search(narrator(following.text)))


def _next(wording: Wording, sentences: Mapping[str, Passage]) -> Passage | None:
    """The sentence behind a wording's own in its paragraph, if the wording is that sentence."""
    passage, *others = wording.evidence
    numbered = passage.article.sentences[passage.position + 1 : passage.position + 2]
    if others or not numbered or ";" in wording.text:
        return None
    gap = passage.article.text[passage.sentence.end : numbered[0].start]
    following = sentences.get(numbered[0].id)
    return following if following and "\n" not in gap and ";" not in following.text else None


def _within(text: str, passage: Passage) -> str | None:
    """A sentence as it is written behind a semicolon; None where its first word may be a name."""
    first = _FIRST_WORD.match(text)
    if first is None:
        return text
    word = first.group()
    if word.lower() not in stopwords():
        inside = passage.article.text
        if _TWO_CAPITALS.match(text) or re.search(rf"[a-z,] {word}\b", inside):
            return text
        if not re.search(rf"\b{word.lower()}\b", inside):
            return None
    return text if word == "I" else word.lower() + text[first.end() :]


def _common(wording: Wording, following: Passage) -> Attribution | None:
    """Who says both sentences; None where each has its own speaker or only the second has one."""
    said = attribution_of(following)
    own = wording.attribution
    return own if own and (said is None or said.speaker == own.speaker) else None
