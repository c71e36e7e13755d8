"""What the scorer of cues looks at: is this word a cue, and where does its content stand?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.read.speech import features, words
from summarizer.read.speech.phrases import DOCUMENTS, head_of, phrases
from summarizer.text.lexicon import classes

if TYPE_CHECKING:
    from summarizer.read.speech.tokens import Clause

_BEFORE_VERB = words.AUXILIARIES | words.ADVERBS | {"ly", "day"}


def of_cue(clause: Clause, cue: int, earlier: int) -> list[str]:
    """Is token `cue` a cue, and where does its content stand?

    `earlier` is the number of possible cues before it in the sentence.
    """
    kind = features.cue_of(clause.low[cue])
    return [
        *_words_around(clause, cue, kind),
        *_subject_and_rest(clause, cue, kind),
        *_sentence_around(clause, cue, kind, min(earlier, 2)),
    ]


def _words_around(clause: Clause, cue: int, kind: features.Cue) -> list[str]:
    verb, stance, form = kind
    p1, p2 = features.seen(clause, cue - 1), features.seen(clause, cue - 2)
    n1, n2, n3 = (features.seen(clause, cue + k) for k in (1, 2, 3))
    return [
        "b",
        f"v|{verb}",
        f"vf|{verb}|{form}",
        f"c|{stance}",
        f"cf|{stance}|{form}",
        f"p1|{p1}",
        f"p2|{p2}|{p1}",
        f"p3|{p2}|{p1}|{form}",
        f"n1|{n1}",
        f"n2|{n1}|{n2}",
        f"n3|{n1}|{n2}|{n3}",
        f"vn|{verb}|{n1}",
        f"vm|{verb}|{form}|{n1}",
        f"vp|{verb}|{p1}",
        f"cn|{stance}|{n1}",
        f"cm|{stance}|{n1}|{n2}",
        f"cp|{stance}|{p1}",
        f"fn|{form}|{n1}",
        f"fm|{form}|{n1}|{n2}",
        f"fp|{form}|{p1}|{n1}",
    ]


def _subject_and_rest(clause: Clause, cue: int, kind: features.Cue) -> list[str]:
    verb, stance, form = kind
    n1 = features.seen(clause, cue + 1)
    auxiliary, subject, place = _subject(clause, cue)
    head = _head(clause, place)
    finite = _finite_after(clause, cue)
    that = "that" in clause.low[cue + 1 : cue + 9]
    quote = '"' in clause.view[cue + 1 : cue + 7]
    quoted = "q" if clause.inside[0] >= 0 else "" if max(clause.inside) < 0 else "m"
    rest, first, opening = (
        features.bucket(clause.size - cue - 1),
        features.bucket(cue),
        _opening(clause, cue),
    )
    return [
        f"s|{subject}|{form}",
        f"sc|{subject}|{stance}",
        f"sv|{subject}|{verb}",
        f"sn|{subject}|{form}|{n1}",
        f"h|{head}|{form}",
        f"hc|{head}|{stance}|{form}",
        f"hv|{head}|{verb}",
        f"hn|{head}|{form}|{n1}",
        f"z|{finite}|{form}|{n1}",
        f"zv|{finite}|{verb}",
        f"zc|{finite}|{stance}|{n1}",
        f"a|{auxiliary}|{form}",
        f"av|{auxiliary}|{verb}",
        f"ac|{auxiliary}|{stance}|{n1}",
        f"t|{that}|{stance}|{n1 == 'that'}",
        f"tv|{that}|{verb}",
        f"q|{quote}|{quoted}|{stance}",
        f"qv|{quote}|{verb}",
        f"r|{rest}|{quoted}",
        f"rn|{rest}|{n1}|{form}",
        f"rs|{rest}|{stance}|{quoted}",
        f"rv|{rest}|{verb}",
        f"rp|{rest}|{opening}|{form}",
        f"f|{first}|{quoted}",
        f"fv|{first}|{form}|{stance}",
        f"op|{opening}|{stance}",
        f"on|{opening}|{form}|{n1}",
    ]


def _sentence_around(clause: Clause, cue: int, kind: features.Cue, order: int) -> list[str]:
    verb, stance, form = kind
    p1, n1 = features.seen(clause, cue - 1), features.seen(clause, cue + 1)
    closing = _closing(clause, cue)
    ends = _report_at_end(clause, cue)
    previous, apart = _previous(clause, cue)
    return [
        f"x|{closing}|{form}",
        f"xv|{closing}|{verb}",
        f"xr|{closing}|{features.bucket(clause.size - cue - 1)}",
        f"xn|{closing}|{n1}|{form}",
        f"e|{ends}|{stance}",
        f"en|{ends}|{n1}|{form}",
        f"y|{previous}|{form}|{apart}",
        f"yc|{previous}|{stance}",
        f"yn|{previous}|{n1}|{p1}",
        f"o|{order}|{form}",
        f"ov|{order}|{stance}",
        f"w|{features.seen(clause, 0)}",
        f"wq|{features.seen(clause, 0)}|{n1}|{form}",
    ]


def _subject(clause: Clause, cue: int) -> tuple[str, str, int]:
    """The auxiliaries before a verb, and the view and place of the word before them."""
    place = cue - 1
    found = ""
    while place >= 0 and clause.view[place] in _BEFORE_VERB and len(found) < 24:
        if clause.low[place] in words.AUXILIARIES:
            found = clause.low[place] + " " + found
        place -= 1
    if place >= 0 and clause.low[place] == "to":
        return "to", features.seen(clause, place - 1), place - 1
    return found, features.seen(clause, place), place


def _head(clause: Clause, last: int) -> str:
    """What the phrase that ends with a token is about: a pronoun, a name, an office, a document."""
    phrase = next((each for each in phrases(clause) if each.first <= last <= each.last), None)
    if phrase is None:
        return "-"
    head = head_of(clause, phrase)
    low = clause.low[head]
    if low.removesuffix("s") in DOCUMENTS:
        return "document"
    if clause.view[head] == "C" and low in classes("name_heads"):
        return "body"
    return clause.view[head]


def _finite_after(clause: Clause, cue: int) -> str:
    """The first finite verb or the "to" behind a word, in coarse steps; "" if none is near."""
    for place in range(cue + 1, min(cue + 10, clause.size)):
        if clause.view[place] in features.FINITE or clause.low[place] in {"to", ",", '"'}:
            mark = clause.low[place] if clause.low[place] in {"to", ",", '"'} else "v"
            return f"{mark}{features.bucket(place - cue)}"
    return ""


def _closing(clause: Clause, cue: int) -> str:
    """The mark inside the quotation that closes before the subject of a verb, and its distance."""
    for place in range(cue - 1, max(-1, cue - 14), -1):
        if clause.inside[place] >= 0:
            mark = clause.low[place - 1] if clause.view[place] == '"' and place else "-"
            return f"{mark if not mark[0].isalnum() else 'w'}{features.bucket(cue - place)}"
    return ""


def _report_at_end(clause: Clause, cue: int) -> bool:
    """Whether the sentence ends with a report of what stands before: ", the mayor said"."""
    for place in range(clause.size - 1, max(cue, clause.size - 4), -1):
        if clause.view[place] in {"Vd", "Vs"}:
            return words.stance(clause.low[place]) == "neutral"
    return False


def _previous(clause: Clause, cue: int) -> tuple[str, int]:
    """The view of the possible cue before this one, and how far it is away."""
    for place in range(cue - 1, max(-1, cue - 16), -1):
        if clause.view[place][0] == "V" and clause.inside[place] < 0:
            return f"{words.stance(clause.low[place])} {clause.view[place]}", features.bucket(
                cue - place
            )
    return "", 0


def _opening(clause: Clause, cue: int) -> str:
    """The nearest mark or clause opener before the subject of a verb, and its distance."""
    for place in range(cue - 1, max(-1, cue - 12), -1):
        if clause.view[place] in _OPENERS:
            return f"{clause.view[place]}{features.bucket(cue - place)}"
    return "^" if cue < 12 else "-"


_OPENERS = frozenset(
    {",", '"', ":", ";", "-", "--", "that", "and", "but", "who", "which", "while", "as", "if", "("}
    | {"because", "when", "whether", "what", "how", "why", "where", "after", "before", "though"}
)
