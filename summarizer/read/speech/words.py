"""Closed classes of English words that the reading of statements looks at, and the view of a word.

A view is what the scorers see of a word: itself if it is one of a closed class, else its shape.
Names and other open words never show themselves.
"""

from __future__ import annotations

import functools

from summarizer.text.lexicon import classes
from summarizer.text.speech_verbs import lemma


def word_set(line: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(line.split())


DETERMINERS = word_set(
    "the a an this that these those his her their its my our your some many most several few all "
    "both each every another other others any no one two three four five six seven eight nine ten "
    "dozens hundreds thousands"
)
PERSONAL = word_set("he she they it i we you")
PRONOUNS = PERSONAL | word_set(
    "others some many most who which those both everyone someone nobody one all few"
)
AUXILIARIES = word_set(
    "has have had is are was were be been being will would can could should may might must do does "
    "did having has've he'd didn't doesn't don't hasn't haven't hadn't isn't aren't wasn't weren't "
    "won't wouldn't can't couldn't shouldn't not never"
)
ADVERBS = word_set(
    "also later then now earlier again already once just still even only ever long recently often "
    "today yesterday tomorrow first further soon always instead meanwhile thus afterward "
    "before since both all too however previously publicly flatly simply rather sometimes "
    "monday tuesday wednesday thursday friday saturday sunday tonight"
)
PREPOSITIONS = word_set(
    "in on at by for with from to of about against during after before since until under over "
    "between among through into onto upon within without despite toward towards amid as than "
    "because while when where if although though unless per via near behind beyond following "
    "including like"
)
CONJUNCTIONS = word_set("and but or so yet nor that whether")
RELATIVES = word_set("who which that whom whose")
# Words that can link the parts of one noun phrase.
LINKS = word_set("of for and & in at from with on de la von van al bin the")
_OTHERS = word_set(
    "how why what him them me us himself herself itself themselves there here according more less "
    "much out up down off back away very such own same it's he's she's they're we're i'm that's "
    "there's i've we've they've he'll she'd they'd it'd mr mrs ms dr last next week year month day "
    "night morning afternoon spokesman spokeswoman people officials statement interview twitter "
    "neither either percent ' 's not n't around across along except whatever whoever let's"
)
CLOSED = (
    DETERMINERS | PRONOUNS | AUXILIARIES | ADVERBS | PREPOSITIONS | CONJUNCTIONS | RELATIVES
) | _OTHERS
# Verbs that are no part of a name even with a capital: headlines, "Said Ms Doe:".
_SPOKEN = word_set(
    "said says told tells asked asks added adds wrote writes joked jokes continued continues "
    "tweeted tweets thanked thanks admitted admits claimed explained "
    "replied responded insisted argued"
)
_VERBAL_ENDINGS = ("ing", "ed", "ly", "'s")
# Abstract nouns and adjectives by their ending, as far as endings tell.
_NOUN_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ism", "ship", "ance", "ence", "ure")
_ADJECTIVE_ENDINGS = ("al", "ive", "ous", "ful", "able", "ible", "less", "ic", "ish", "ant", "ent")
_IRREGULAR_NOUNS = word_set(
    "men women children feet teeth people lives wives knives leaves halves thieves wolves death "
    "dead crises analyses criteria data media better best worse worst"
)
_SHORT = 5  # letters below which an ending tells nothing of a word's class
_MONTHS = word_set(
    "january february march april may june july august september october november december jan feb "
    "aug sept oct nov dec"
)
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")


@functools.lru_cache(maxsize=65536)
def view(raw: str) -> str:
    """A word of a closed class or a mark as itself, any other word as its shape."""
    low = raw.lower()
    if low in _DAYS:
        return "day"
    if low in _MONTHS and raw[0].isupper():
        return "month"
    if low in CLOSED or not low[0].isalnum():
        return low
    if raw[0].isupper() and low not in _SPOKEN:
        return "C's" if low.endswith("'s") else "C"
    return "V" + form(low) if lemma(low) is not None else _ending(low)


def view_in_title(raw: str) -> str:
    """The view of a word where capitals tell nothing: a headline in title case."""
    return view(raw.lower())


def _ending(low: str) -> str:
    """The shape of an open lower-case word: its ending, "#" for a number, "w" for the rest."""
    if low[0].isdigit():
        return "#"
    if low in classes("irregular_forms") and low not in _IRREGULAR_NOUNS:
        return "ing" if low.endswith("ing") else "ed"
    if low in classes("role_nouns") or low.removesuffix("s") in classes("role_nouns"):
        return "R"
    verbal = next((ending for ending in _VERBAL_ENDINGS if low.endswith(ending)), None)
    if verbal:
        return verbal
    long = len(low) >= _SHORT
    if long and low.endswith(_NOUN_ENDINGS + _ADJECTIVE_ENDINGS):
        return "n" if low.endswith(_NOUN_ENDINGS) else "j"
    return "s" if low.endswith("s") else "w"


@functools.lru_cache(maxsize=8192)
def form(low: str) -> str:
    """The form of a verb: d (past), g (-ing), s (third person), b (infinitive)."""
    if low in classes("speech_forms"):
        return "g" if low.endswith("ing") else "s" if low == "says" else "d"
    infinitive = lemma(low)
    if low == infinitive:
        return "b"
    return "g" if low.endswith("ing") else "d" if low.endswith("ed") else "s"


@functools.lru_cache(maxsize=8192)
def trigger(low: str) -> str | None:
    """What makes a word a possible cue: the infinitive of a verb, a noun, a mark; else None."""
    if low in {":", "according", "went"}:
        return low  # "he went on" is a cue as "continued" is
    return lemma(low) or ("n:" + low if low in classes("speech_nouns") else None)


@functools.lru_cache(maxsize=8192)
def stance(low: str) -> str:
    """The class of a possible cue."""
    infinitive = lemma(low)
    if infinitive is not None:
        return classes("speech_verbs")[infinitive]
    return "n:" + classes("speech_nouns")[low] if low in classes("speech_nouns") else low
