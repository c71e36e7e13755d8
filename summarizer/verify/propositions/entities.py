"""Who or what a noun group may stand for, and whether two noun groups can mean one thing.

Names meet by their forms, a name and a role by what the source calls the named ("Ann Ode, the
mayor"), common nouns by their heads, and pronouns through what stands before them.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.text.lexicon import classes, words
from summarizer.text.name_forms import begins_with, name_words
from summarizer.text.names import same_name
from summarizer.text.synonyms import families
from summarizer.text.tokens import has_content
from summarizer.verify.align import counterpart, word_keys
from summarizer.verify.propositions.groups import is_named, is_person, singular

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarizer.verify.propositions.groups import Noun

    Roles = Sequence[Callable[[str], list[str]]]

Meeting = Literal["same", "open", "other"]
_HE = frozenset({"he", "him", "himself", "he'd", "he'll", "he's"})
_SHE = frozenset({"she", "her", "herself", "she'd", "she'll", "she's"})
_THEY = frozenset({"they", "them", "themselves", "they'd", "they've", "they're", "they'll"})
_IT = frozenset({"it", "itself", "it's", "it'll"})
_MALE = frozenset({"mr", "mr.", "sir", "king", "man", "father", "son", "brother", "husband", "boy"})
_FEMALE = frozenset({"ms", "mrs", "ms.", "mrs.", "miss", "queen", "woman", "mother", "daughter"})
_FEMALE |= {"sister", "wife", "girl", "spokeswoman", "congresswoman", "businesswoman", "lady"}
_MALE |= {"spokesman", "congressman", "businessman", "gentleman"}


# Pronouns that stand for people.
PERSONAL = _HE | _SHE | _THEY | {"i", "me", "we", "us"}


def nobody(_: str) -> list[str]:
    """The bearers of a role in a text that gives none to anybody."""
    return []


def unknown(_: str) -> str:
    """The pronoun of a surname in a text that tells none."""
    return ""


class Mention(NamedTuple):
    """A noun group with what may be known of it.

    `before` holds the groups before it, the likeliest for a pronoun to mean last; `bearers` gives
    the names that have a role, `gender` the pronoun of a surname, he or she: few mentions ask for
    them, and finding them means reading more sentences.
    """

    noun: Noun
    before: Sequence[Noun] = ()
    bearers: Callable[[str], list[str]] = nobody
    gender: Callable[[str], str] = unknown


def meeting(mine: Mention, theirs: Mention) -> Meeting:
    """Whether two mentions mean the same, surely another thing, or cannot be told."""
    if mine.noun.pronoun or theirs.noun.pronoun:
        return _through(mine, theirs)
    return _plain(mine.noun, theirs.noun, (mine.bearers, theirs.bearers))


def _through(mine: Mention, theirs: Mention) -> Meeting:
    """Whether what a pronoun can stand for meets another mention."""
    if {gender(mine), gender(theirs)} == {"he", "she"}:
        return "other"
    ones, others = _candidates(mine), _candidates(theirs)
    if not ones or not others:
        return "open"
    roles = (mine.bearers, theirs.bearers)
    if _plain(ones[0], others[0], roles) == "same":
        return "same"
    rest = {_plain(one, other, roles) for one in ones for other in others}
    return "other" if rest == {"other"} else "open"


def gender(mention: Mention) -> str:
    """The pronoun for a single person, he or she, as far as it is known; else empty."""
    noun = mention.noun
    if noun.pronoun:
        word = noun.head.lower
        return "he" if word in _HE else "she" if word in _SHE else ""
    inside = {token.lower for token in noun.tokens}
    if not inside.isdisjoint(_MALE | _FEMALE):
        return "she" if inside.isdisjoint(_MALE) else "he"
    return mention.gender(noun.head.lower) if is_named(noun) else ""


def _candidates(mention: Mention) -> list[Noun]:
    """What a mention can stand for, the likeliest first: itself, or what a pronoun refers to."""
    if not mention.noun.pronoun:
        return [mention.noun]
    wanted = gender(mention)
    return [
        noun
        for noun in reversed(mention.before)
        if _fits(mention.noun.head.lower, noun)
        and {wanted, gender(mention._replace(noun=noun))} != {"he", "she"}
    ]


def _fits(word: str, noun: Noun) -> bool:
    """Whether a pronoun can stand for a noun group, gender apart."""
    if noun.pronoun or noun.time:
        return False
    if word in _HE or word in _SHE:
        return _is_one_person(noun)
    if word in _IT:
        return not _is_one_person(noun)
    return word in _THEY


def _is_one_person(noun: Noun) -> bool:
    """Whether a noun group can name a single person."""
    if is_named(noun):
        heads = words("name_heads")
        plain = noun.names[-1].text
        place = plain.casefold() in _lands()
        return not place and not any(w.casefold() in heads or w.isupper() for w in plain.split())
    return is_person(noun) and not is_plural(noun)


@functools.cache
def _lands() -> frozenset[str]:
    return frozenset(classes("demonyms").values())


def is_plural(noun: Noun) -> bool:
    """Whether a group of common nouns means several, as far as its head tells it."""
    low = noun.head.lower
    irregular = low in ("people", "police", "men", "women", "children", "others", "both")
    return irregular or (low.endswith("s") and not low.endswith(("ss", "us", "is", "news")))


def _plain(mine: Noun, theirs: Noun, roles: Roles) -> Meeting:
    """Whether two groups that are no pronouns mean the same."""
    one, other = is_named(mine), is_named(theirs)
    if one and other:
        return names_meet(mine.names[-1].text, theirs.names[-1].text)
    if one or other:
        named, common = (mine, theirs) if one else (theirs, mine)
        return _by_role(named, common, roles)
    return _by_head(mine, theirs)


def names_meet(one: str, other: str) -> Meeting:
    """Whether two names mean the same; "Ann Ode" and "Ann Reyes" may, by a second surname.

    So may a name and the acronym of the body that it begins with ("U.N.", "U.N. Council").
    """
    left, right = name_words(one), name_words(other)
    if same_name(one, other) or sorted(left) == sorted(right):
        return "same"
    if not left or not right:
        return "open"
    if left[-1] == right[-1] and left[0][0] == right[0][0]:
        return "same"
    opens = left[0] == right[0] or begins_with(one, other) or begins_with(other, one)
    return "open" if opens else "other"


def _by_role(named: Noun, common: Noun, roles: Roles) -> Meeting:
    """Whether a role or another common noun can stand for a name."""
    name, head = named.names[-1].text, common.head
    if _is_one_person(named) and is_plural(common):
        return "other"
    own = [w for w in name.lower().split() if w in words("name_heads") or w == named.head.lower]
    if counterpart(head, frozenset[str]().union(*map(word_keys, own))):
        return "same"
    bearers = (bearer for find in roles for bearer in find(head.lower))
    return "same" if any(same_name(name, bearer) for bearer in bearers) else "open"


def _by_head(mine: Noun, theirs: Noun) -> Meeting:
    """Whether two groups of common nouns mean the same, by their heads, owners and other words."""
    owners = [noun.owner for noun in (mine, theirs) if noun.owner and is_named(noun.owner)]
    if len(owners) > 1 and _plain(owners[0], owners[1], ()) == "other":
        return "other"
    if counterpart(mine.head, word_keys(theirs.head.lower)):
        return "same" if is_plural(mine) == is_plural(theirs) else "open"
    if _are_near(mine.head.lower, theirs.head.lower):
        return "open"
    keys = frozenset[str]().union(*(word_keys(t.lower) for t in theirs.tokens))
    shared = any(has_content(t.lower) and counterpart(t, keys) for t in mine.tokens)
    return "open" if shared else "other"


def _are_near(one: str, other: str) -> bool:
    """Whether two nouns may well mean one thing: "goal" and "aim", "lawsuit" and "suit"."""
    left, right = singular(one), singular(other)
    return left.endswith(right) or right.endswith(left) or bool(families(left) & families(right))
