"""On whose word a sentence rests by its own words or by those of the next one.

"…, the Arden Times reported", "the mayor told Reuters", "citing CNN", and the source in a sentence
of its own, as translated pages give it: "About it reported the press service of the port."
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.merge.origins.grounds import Ground, outlet_ground
from summarizer.text.outlets import outlet_named
from summarizer.text.speech_verbs import cue_class

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.merge.passages import Passage
    from summarizer.model.article import Article, Sentence

_NAME = r"(?:[Tt]he )?[A-Z][\w&.’'-]{0,25}(?: (?:of |and )?[A-Z][\w&.’'-]{0,25}){0,5}"
_BEFORE = re.compile(
    r"\b(?i:according to|citing|cited by|quoted by|quoting|quoted|told|informed|"
    r"(?:reported|published|revealed|disclosed|broadcast|aired|obtained|seen|reviewed)"
    r" (?:\w{1,10} ){0,2}(?:by|in|on)|interview with|report (?:by|in|from)|statement to|"
    r"as per|with reference to|reports from|reports? by)"
    rf" (?:the (?:[a-z-]{{2,14}} ){{1,4}})?({_NAME})"
)
_BEHIND = re.compile(
    rf"({_NAME}),? (?:first |has |had |also |later |earlier ){{0,2}}"
    r"(?:reported|reports|writes|wrote|quoted|cited|revealed|said)\b"
)
_HINT = re.compile(
    r"\b(?i:according|cit|quot|told|informed|report|publish|reveal|disclos|broadcast|aired|obtained"
    r"|seen|review|interview|statement|wr[io]te|said|per|reference)"
)
# A sentence that gives the source of the one before it: what was told is only pointed at.
_POINTING = (
    re.compile(
        r"(?:about|on) (?:it|this|that|which)(?: was| is| has been)?,? (?P<verb>\w{3,14})"
        r"(?: \w{1,10}ly)?(?: by| in| on| to| the journalists)? (?P<who>[^.;:]{3,100})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:this|it|that|so|the (?:information|news|report|data|announcement))"
        r"(?: was| is| has been| had been)? (?P<verb>\w{3,14})(?: \w{1,10}ly)?"
        r"(?: by| in (?=the|a )| on (?=the|a )) (?P<who>[^.;:]{3,100})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<who>(?:the )?[^.;:,]{3,80}?) (?:has |have |also )?(?P<verb>\w{3,14})"
        r" (?:about (?:it|this|that)|this|that|it|so)"
        r"(?: (?:on|in|at|late|early|yesterday|today)\b[^.;:]{0,60})?\W{0,3}\Z",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:(?:this|that|it)(?: is|['’]s) )?(?:according to|as reported by|with reference to"
        r"|source:) (?P<who>[^.;:,]{3,80})\W{0,3}\Z",
        re.IGNORECASE,
    ),
)
# Longer sentences tell more than a source.
_LONGEST = 25
_TOLD = frozenset(
    {"reported", "reports", "informs", "informed", "writes", "transmits", "published"}
)
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "this", "that"})
# What stands behind the body whose organ tells something: its press service, its web site.
_ORGAN = re.compile(
    r"(?:['’]s?)? (?:official )?(?:press[ -](?:service|office|secretary|centre|center|department)"
    r"|spokes(?:man|woman|person)|communications office|information office|web ?site|statement)"
    r"\b.{0,60}\Z"
)
_ORGAN_OF = re.compile(
    r"(?:the )?(?:official )?(?:press[ -](?:service|office|secretary|centre|center)|spokes\w{3,6}"
    r"|web ?site|statement) (?:of|for) (?:the )?",
    re.IGNORECASE,
)
_DEEPER = re.compile(r".{0,80} (?:with reference to|with a reference to|referring to|citing) ")
_WHEN = re.compile(r" (?:on|in|at|late|early|yesterday|today|last|this)\b.{0,60}\Z")


class Told(NamedTuple):
    """The source of a passage that another one names: `by` is that passage's id."""

    source: str
    by: str


def named_outlet(passage: Passage) -> str | None:
    """The outlet or agency on whose word a sentence rests by its own words."""
    routes = [via for each in passage.statements for via in each.via]
    if passage.text.isupper():
        return None
    for via in reversed(routes):
        plain = re.split(r"['’]s ", via)[-1]  # "China's Arden Daily"
        if found := outlet_named(plain, definite=True):
            return found
        if _is_name(via):
            return via.removeprefix("the ")
    for speaker in passage.speakers:
        if found := outlet_named(speaker, definite=False):
            return found
    return _in_words(passage.text) if _HINT.search(passage.text) else None


def _is_name(words: str) -> bool:
    return all(word[0].isupper() for word in words.split() if word not in {"the", "of", "and"})


@functools.lru_cache(maxsize=1024)
def _in_words(text: str) -> str | None:
    for pattern in (_BEFORE, _BEHIND):
        for match in pattern.finditer(text):
            name = match.group(1)
            definite = name[:4].casefold() == "the "
            for words in _shorter(name):
                if found := outlet_named(words, definite=definite):
                    return found
    return None


def _shorter(name: str) -> Iterator[str]:
    """A run of capitals and its beginnings, the longest first, each without what it possesses.

    A beginning before "of" is another name: the "Journal of Optics" is no newspaper.
    """
    parts = re.split(r"['’]s? ", name)[0].split()
    for size in range(len(parts), 0, -1):
        if parts[size : size + 1] != ["of"]:
            yield " ".join(parts[:size])


def told_behind(passages: Sequence[Passage], articles: Mapping[str, Article]) -> dict[int, Told]:
    """The passages whose source the next sentence names, by their numbers.

    A source given so covers the sentences of its paragraph that have no speaker of their own.
    """
    found: dict[int, Told] = {}
    for n, passage in enumerate(passages):
        if len(passage.words) > _LONGEST or not passage.place:
            continue
        source = _pointed(passage.text)
        if source is None:
            continue
        article = articles[passage.article]
        for m in range(n - 1, n - 1 - passage.place, -1):
            spoken = _names_itself(passages[m], article.sentences[passage.place])
            if spoken or (m < n - 1 and _parted(article, passages[m + 1])):
                break
            found[m] = Told(source, passage.id)
            if _parted(article, passages[m]):
                break
    return found


def _names_itself(passage: Passage, pointing: Sentence) -> bool:
    """Whether a passage has a speaker who is not found in the sentence that gives its source."""
    found = (each.speaker for each in passage.statements if each.speaker and each.speaker.name)
    return any(not pointing.start <= each.start < pointing.end for each in found)


def _parted(article: Article, passage: Passage) -> bool:
    """Whether a paragraph begins with a passage."""
    start = article.sentences[passage.place].start
    before = article.sentences[passage.place - 1].end if passage.place else 0
    return "\n" in article.text[before:start]


def _pointed(text: str) -> str | None:
    """The source in a sentence that only tells where the one before it comes from."""
    for pattern in _POINTING:
        match = pattern.match(text)
        if match is None:
            continue
        verb = match.groupdict().get("verb")
        who = _DEEPER.sub("", _WHEN.sub("", match["who"])).strip(' ,“”"')
        named = any(word[:1].isupper() for word in who.split())
        if named and who.split()[0].casefold() not in _PRONOUNS and (verb is None or _tells(verb)):
            return who
        return None
    return None


def _tells(verb: str) -> bool:
    low = verb.casefold()
    return low in _TOLD or cue_class(low) in ("neutral", "agreement")


def speaking_body(source: str) -> str:
    """The body that speaks through a press service or a web site: "Port press service": "Port"."""
    plain = source if (found := _ORGAN_OF.match(source)) is None else source[found.end() :]
    plain = plain if found else _ORGAN.sub("", source)
    proper = any(each.isupper() for each in plain.removeprefix("The "))
    return (plain if proper else source).removeprefix("the ").removeprefix("The ")


def told_ground(source: str) -> Ground:
    """The ground of one who tells something: a medium, or else a speaker."""
    outlet = outlet_named(source, definite=source[:4].casefold() == "the ")
    if outlet:
        return outlet_ground(outlet)
    return Ground("statement", f"statement of {source}")
