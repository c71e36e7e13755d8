"""What each word of a sentence is: a word of a closed class, a verb or a nominal.

Left to right, by the forms a word can have and its neighbours: behind "the" no verb stands, behind
"will" one must. What may be both and has no neighbour that tells is taken for a nominal.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.text.lexicon import classes, words
from summarizer.text.speech_verbs import is_cue
from summarizer.text.verb_forms import VerbForm, verb_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.text.names import Name
    from summarizer.text.tokens import Token

Gap = Literal["", "comma", "stop"]
# Kinds of words; those of closed classes are the classes of the list.
NOMINAL = frozenset({"determiner", "owner", "noun", "name", "sum"})
PRONOUNS = frozenset({"subject", "object", "pronoun"})
AUXILIARY = frozenset({"modal", "have", "be", "do"})
_LY = frozenset({"family", "july", "italy", "ally", "rally", "assembly", "anomaly", "monopoly"})
_LY |= {"only", "daily", "early", "elderly", "friendly", "likely", "weekly", "monthly", "holy"}
_LY |= {"deadly", "costly", "lively", "lonely", "lovely", "ugly", "unlikely", "yearly", "supply"}
_LY |= {"reply", "apply", "imply", "comply", "multiply", "rely", "fly", "belly", "bully", "jelly"}
# Nouns of the form of a verb's -ing.
_NOUNS = frozenset(
    {"building", "meeting", "hearing", "shooting", "killing", "ruling", "funding", "training"}
    | {"spending", "wedding", "painting", "filing", "briefing", "warning", "sentencing", "bombing"}
    | {"stabbing", "beginning", "feeling", "finding", "landing", "opening", "offering", "parking"}
    | {"planning", "polling", "proceeding", "recording", "setting", "testing", "understanding"}
    | {"voting", "writing", "housing", "clothing", "morning", "evening", "reporting", "banking"}
    | {"gathering", "heading", "rating", "saving", "savings", "trading", "dealing", "earnings"}
)
# What stands behind a verb rather than behind a noun.
_BEHIND = frozenset({"determiner", "owner", "object", "that", "to", "name", "pronoun", "subject"})
_NAMING = frozenset({"noun", "name", "sum"})
_BARE_CONTENT = frozenset({"open", "noun", "sum"})
_CONTENT = _NAMING | _BARE_CONTENT
# The signs right before an amount of money.
_MONEY = frozenset("$€£¥")
# A point behind a shorter word ends an abbreviation.
_SHORT = 4
_STOP = re.compile(r"[;:!?]")
_COMMA = re.compile(r"[,()–—…]| - |--")
_POSSESSIVE = ("'s", "’s")
_THOSE = frozenset({"those", "some", "many", "all", "most"})
_BARE = frozenset({"help", "let", "make", "see", "hear", "watch"})


class Word(NamedTuple):
    """A word, what it is, the verb it is a form of, and what parts it from the word before it."""

    token: Token
    kind: str
    verb: VerbForm | None
    gap: Gap


class _Spot(NamedTuple):
    """A word that may be a verb, the words before it, and the kind of the word behind it."""

    token: Token
    verb: VerbForm
    before: Sequence[Word]
    left: Word
    behind: str


def kinds(text: str, tokens: Sequence[Token], names: Sequence[Name], offset: int) -> list[Word]:
    """The words of a sentence with their kinds; `offset` is the place of the text."""
    named = _named(tokens, names)
    raw = [_raw(token, inside=token.start in named) for token in tokens]
    for place in _in_titles(tokens, named):
        raw[place] = "noun"
    for place, token in enumerate(tokens):
        if text[max(0, token.start - offset - 1) :][:1] in _MONEY:
            raw[place] = "sum"
    gaps = _gaps(text, tokens, offset)
    found: list[Word] = []
    for place, (token, kind, gap) in enumerate(zip(tokens, raw, gaps, strict=True)):
        behind = _next(raw, gaps, place)
        verb = verb_form(token.lower) if kind == "open" else None
        if kind == "owner" and token.lower == "her" and behind not in _CONTENT:
            kind = "object"  # noqa: PLW2901  (the one word that is both)
        if kind == "open":
            kind = "verb" if verb and _acts(token, verb, found, behind, gap) else "noun"  # noqa: PLW2901
        found.append(Word(token, kind, verb, gap))
    return found


def _named(tokens: Sequence[Token], names: Sequence[Name]) -> set[int]:
    """The starts of the capitalised words inside of names."""
    starts = [token.start for token in tokens]
    inside = (tokens[bisect_left(starts, n.start) : bisect_left(starts, n.end)] for n in names)
    return {token.start for row in inside for token in row if token.text[0].isupper()}


def _in_titles(tokens: Sequence[Token], named: set[int]) -> Iterator[int]:
    """The places of words in titles of several words before a name: "Secretary of State"."""
    for place, token in enumerate(tokens):
        if token.lower != "of" or not 0 < place < len(tokens) - 2:
            continue
        row = tokens[place - 1 : place + 3]
        phrase = " ".join(each.lower for each in row[:3])
        if phrase in words("roles") and not named.isdisjoint(each.start for each in row[2:]):
            yield from (place - 1, place, place + 1)


def _raw(token: Token, *, inside: bool) -> str:
    """The kind of a word by itself; "open" if it may be a verb or a nominal."""
    low = token.lower
    capital = token.text[0].isupper() and token.text != "I"
    closed = classes("grammar").get(low)
    month = closed == "modal" and capital and low in classes("calendar")
    if closed and not month and not (inside and capital):
        return closed
    if inside:
        return "name"
    if low[0].isdigit() or low in classes("number_words"):
        return "noun"
    return "adverb" if low.endswith("ly") and low not in _LY else "open"


def _gaps(text: str, tokens: Sequence[Token], offset: int) -> list[Gap]:
    """What stands before each word; quotation marks and points of abbreviations part nothing."""
    found: list[Gap] = []
    end, long = offset, False
    for token in tokens:
        between = text[max(0, end - offset) : token.start - offset]
        gap: Gap = ""
        if between not in (" ", ""):
            stop = _STOP.search(between) or ("." in between and long)
            gap = "stop" if stop else "comma" if _COMMA.search(between) else ""
        found.append(gap)
        end, long = token.end, len(token.text) > _SHORT and "." not in token.text
    return found


def _next(raw: Sequence[str], gaps: Sequence[Gap], place: int) -> str:
    """The kind of the next word that is no adverb, "end" behind a comma or at the end."""
    for after in range(place + 1, min(place + 4, len(raw))):
        if gaps[after]:
            return "end"
        if raw[after] != "adverb":
            return raw[after]
    return "end"


def _acts(token: Token, verb: VerbForm, before: Sequence[Word], behind: str, gap: Gap) -> bool:
    """Whether a word that may be a verb is one here."""
    left = next((word for word in reversed(before) if word.kind != "adverb"), None)
    if left is None or gap:
        return _opens(token, verb, behind, before)
    spot = _Spot(token, verb, before, left, behind)
    if "ing" in verb.forms:
        return _gerund(spot)
    if left.kind in ("modal", "do", "to"):
        noun = left.kind == "to" and verb.usual == "rarely" and behind == "end"
        return "plain" in verb.forms and not noun
    if {"past", "participle"}.intersection(verb.forms) and _past(spot):
        return True
    return verb.forms[0] in ("plain", "s") and _present(spot)


def _opens(token: Token, verb: VerbForm, behind: str, before: Sequence[Word]) -> bool:
    """Whether a word at the start or behind a comma is a verb."""
    if "ing" in verb.forms:
        return token.lower not in _NOUNS or behind in _BEHIND
    if "past" in verb.forms or "participle" in verb.forms:
        return "plain" not in verb.forms and (behind not in _BARE_CONTENT or is_cue(token.lower))
    inflected = "s" in verb.forms and (is_cue(token.lower) or behind in _BEHIND)
    return bool(before) and inflected and verb.usual != "rarely"


def _gerund(spot: _Spot) -> bool:
    """Whether a form in -ing is a verb behind another word."""
    left = spot.left
    if left.kind in ("be", "determiner", "owner"):
        return left.kind == "be"
    if spot.token.lower in _NOUNS:
        opened = left.kind in ("relative", "link", "either")
        return opened or spot.behind in ("determiner", "owner")
    if left.kind in _NAMING and left.token.text.endswith(_POSSESSIVE):
        return False
    if left.kind == "noun" and left.verb is not None and "participle" in left.verb.forms:
        return False
    return left.kind != "noun" or spot.behind != "open" or left.verb is None


def _past(spot: _Spot) -> bool:
    """Whether a past or participle is a verb behind another word, not an adjective."""
    verb, left = spot.verb, spot.left
    if left.kind in ("have", "be", "relative") or left.kind in PRONOUNS:
        return True
    if "plain" in verb.forms and left.kind in _NAMING:
        return verb.usual != "rarely" and spot.behind not in ("preposition", "end")
    return verb.forms == ("past",) or _is_no_adjective(spot)


def _is_no_adjective(spot: _Spot) -> bool:
    """Whether a form that is past and participle is more than an adjective."""
    left = spot.left
    nominal = spot.behind in _CONTENT
    if left.kind in ("determiner", "owner", "preposition", "to"):
        return left.token.lower in _THOSE and spot.behind in ("preposition", "to")
    if left.token.text.endswith(_POSSESSIVE) or left.kind == "verb":
        return not nominal
    if left.kind == "conjunction":
        some = any(word.kind == "verb" for word in spot.before)
        return some and (spot.behind not in _BARE_CONTENT or not _is_attribute(spot.before))
    return left.kind not in ("either", "link", "that") or spot.behind not in _BARE_CONTENT


def _is_attribute(before: Sequence[Word]) -> bool:
    """Whether a participle stands before the conjunction: "injured and frightened people"."""
    word = before[-2] if len(before) > 1 else None
    return word is not None and word.kind == "noun" and word.verb is not None


def _present(spot: _Spot) -> bool:
    """Whether an infinitive or a form in -s is a verb behind another word."""
    verb, left = spot.verb, spot.left
    if left.kind in ("relative", "subject") or left.token.lower in ("you", "it", "that"):
        return True
    certain = verb.usual == "mostly" or (verb.usual == "also" and spot.behind in _BEHIND)
    if left.kind in _NAMING:
        plural = _plural(left)
        agrees = plural if "plain" in verb.forms else not plural or left.kind == "name"
        return certain and agrees
    if left.kind == "conjunction":
        last = next((w.verb for w in reversed(spot.before) if w.kind == "verb"), None)
        return certain and last is not None and last.forms[0] == verb.forms[0]
    if left.kind == "verb" and left.verb is not None:
        return left.verb.lemma in _BARE and "plain" in verb.forms and certain
    return left.kind == "pronoun" and "s" in verb.forms


def _plural(word: Word) -> bool:
    """Whether a noun is a plural, as far as spelling tells it."""
    low = word.token.lower
    irregular = low in ("people", "police", "men", "women", "children")
    return irregular or (low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")))
