"""Noun groups and verb groups: the words of a sentence joined to what clauses are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from summarizer.text.lexicon import classes, words
from summarizer.verify.propositions.kinds import AUXILIARY, NOMINAL, PRONOUNS, kinds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.text.names import Name
    from summarizer.text.tokens import Token
    from summarizer.verify.propositions.kinds import Gap, Word

Shape = Literal["finite", "infinitive", "ing", "bare"]
_GET = frozenset({"get", "got", "gets", "getting"})
_HELD = ("'re", "'m")
_BEFORE = ("determiner", "owner")
_DENIALS = frozenset({"not", "never", "n't"})
_TIMES = frozenset(
    {"year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "time"}
    | {
        "minute",
        "minutes",
        "morning",
        "afternoon",
        "evening",
        "night",
        "times",
        "decade",
        "decades",
    }
    | {
        "noon",
        "midnight",
        "moment",
        "summer",
        "winter",
        "spring",
        "autumn",
        "century",
        "a.m",
        "p.m",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A noun group: "the senator's lawyer", "Ann Ode", "him". `owners` stand before a possessive.

    `head` is the word that says what it is; `pronoun` that it is a pronoun; `time` a time.
    """

    tokens: tuple[Token, ...]
    head: Token
    names: tuple[Name, ...] = ()
    owner: Noun | None = None
    pronoun: bool = False
    time: bool = False
    gap: Gap = ""

    @property
    def start(self) -> int:
        """Where it starts, its owner included."""
        return self.owner.start if self.owner else self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.tokens[-1].end


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb group: "had not been told". `bare` is a past or participle without an auxiliary."""

    token: Token
    lemma: str
    shape: Shape
    passive: bool = False
    denied: bool = False
    modal: bool = False
    participle: bool = False
    past: bool = False
    gap: Gap = ""

    @property
    def start(self) -> int:
        """Where its main word starts."""
        return self.token.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A word between groups: a preposition, a conjunction, "who", "because"."""

    token: Token
    kind: str
    gap: Gap = ""

    @property
    def start(self) -> int:
        """Where it starts."""
        return self.token.start


Group = Noun | Verb | Link


def is_named(noun: Noun) -> bool:
    """Whether the head of a noun group is a name."""
    return any(name.start <= noun.head.start < name.end for name in noun.names)


def is_person(noun: Noun) -> bool:
    """Whether a noun group surely names a person, people or a body."""
    word = noun.head.lower
    return is_named(noun) or bool(_being(word) or _being(singular(word)))


def singular(word: str) -> str:
    """A lower-case noun without the ending of a plural."""
    base = classes("irregular_forms").get(word, word)
    if base.endswith("ies"):
        return base[:-3] + "y"
    return base.removesuffix("s") if not base.endswith("ss") else base


def _being(word: str) -> bool:
    lists = map(words, ("people_nouns", "role_nouns", "kin_nouns", "beings"))
    return any(word in each for each in lists)


def groups(text: str, tokens: Sequence[Token], names: Sequence[Name], offset: int) -> list[Group]:
    """The groups of a sentence in order; `offset` is the place of the text."""
    found = kinds(text, tokens, names, offset)
    result: list[Group] = []
    place = 0
    while place < len(found):
        verb_end = _verb_end(found, place)
        end = verb_end or _noun_end(found, place, names)
        if verb_end:
            result.append(_verb(found[place:verb_end], found[place - 1] if place else None))
        elif end:
            result.append(_noun(found[place:end], names))
        elif found[place].kind != "adverb":
            word = found[place]
            result.append(Link(token=word.token, kind=word.kind, gap=word.gap))
        elif place + 1 < len(found) and not found[place + 1].gap:
            # an adverb is passed over, the comma before it is not
            found[place + 1] = found[place + 1]._replace(gap=found[place].gap)
        place = end or place + 1
    return result


def _verb_end(row: Sequence[Word], place: int) -> int:
    """The place behind the verb group that starts here, 0 if none does."""
    at = place
    if row[at].kind == "to":
        at = _over_adverbs(row, at + 1)
        if at >= len(row) or not _is_plain(row[at]):
            return 0
    last = 0
    while at < len(row) and (at == place or not row[at].gap):
        if row[at].kind == "verb":
            return at + 1
        if row[at].kind in AUXILIARY:
            last = at + 1
        elif not last or not _goes_on(row, at):
            break
        at += 1
    return last


def _goes_on(row: Sequence[Word], place: int) -> bool:
    """Whether a verb group goes on at a word that is no verb: "has not been", "had to leave"."""
    if row[place].kind != "to" or row[place - 1].kind not in ("have", "be"):
        return row[place].kind == "adverb"
    then = _over_adverbs(row, place + 1)
    return then < len(row) and _is_plain(row[then])


def _is_plain(word: Word) -> bool:
    """Whether a word can be an infinitive."""
    if word.kind == "verb" and word.verb is not None:
        return "plain" in word.verb.forms
    return word.token.lower in ("be", "have", "do")


def _over_adverbs(row: Sequence[Word], place: int) -> int:
    while place < len(row) and row[place].kind == "adverb" and not row[place].gap:
        place += 1
    return place


def _verb(row: Sequence[Word], before: Word | None) -> Verb:
    """The verb group of these words; "they're" before it holds an auxiliary."""
    main = row[-1]
    auxiliary = [word for word in row[:-1] if word.kind in AUXILIARY or word.token.lower in _GET]
    lemma = main.verb.lemma if main.kind == "verb" and main.verb else _auxiliary_lemma(main)
    forms = main.verb.forms if main.kind == "verb" and main.verb else ()
    held = before is not None and before.token.lower.endswith(_HELD) and not row[0].gap
    be = bool(auxiliary) and (auxiliary[-1].kind == "be" or auxiliary[-1].token.lower in _GET)
    return Verb(
        token=main.token,
        lemma=lemma,
        shape=_shape(row, forms, auxiliary=bool(auxiliary) or held),
        passive=(be or (held and not auxiliary)) and "participle" in forms,
        denied=any(w.token.lower in _DENIALS or w.token.lower.endswith("n't") for w in row),
        modal=any(word.kind == "modal" for word in row) or row[0].kind == "to",
        participle="participle" in forms and not auxiliary,
        past="past" in forms,
        gap=row[0].gap,
    )


def _auxiliary_lemma(word: Word) -> str:
    return word.kind if word.kind in ("be", "have", "do") else word.token.lower


def _shape(row: Sequence[Word], forms: Sequence[str], *, auxiliary: bool) -> Shape:
    """Whether a group can be the only verb of a sentence."""
    if row[0].kind == "to":
        return "infinitive"
    if row[0].token.lower in ("being", "having"):
        return "ing"
    if not auxiliary and "ing" in forms:
        return "ing"
    return "bare" if not auxiliary and "participle" in forms and "plain" not in forms else "finite"


def _noun_end(row: Sequence[Word], place: int, names: Sequence[Name]) -> int:
    """The place behind the noun group that starts here, 0 if none does."""
    if row[place].kind in PRONOUNS:
        return place + 1
    at = place
    while at < len(row):
        word = row[at]
        if at > place and (word.gap or _begins(row, at)):
            break
        inner = word.kind == "adverb" and at > place and row[at - 1].kind in _BEFORE
        if word.kind not in NOMINAL and not inner and not _within(word, names):
            break
        at += 1
    return at if at > place else 0


def _within(word: Word, names: Sequence[Name]) -> bool:
    """Whether a word stands inside a name: "Ministry of Trade"."""
    return any(name.start < word.token.start < name.end for name in names)


def _begins(row: Sequence[Word], place: int) -> bool:
    """Whether a new noun group starts here, behind a nominal."""
    word, before = row[place], row[place - 1]
    if before.kind in (*_BEFORE, "adverb"):
        return False
    paid = before.kind == "name" and word.kind == "sum"  # "offered Ann Ode $500"
    return word.kind in _BEFORE or paid or (_is_time(before.token.lower) and word.kind == "name")


def _is_time(word: str) -> bool:
    return word in classes("calendar") or word in _TIMES


def _noun(row: Sequence[Word], names: Sequence[Name]) -> Noun:
    """The noun group of these words, its possessor inside it."""
    owner: Noun | None = None
    first = 0
    for place, word in enumerate(row[:-1]):
        if word.token.text.endswith(("'s", "’s")):
            owner = _one(row[first : place + 1], names, owner, row[0].gap)
            first = place + 1
    return _one(row[first:], names, owner, row[0].gap)


def _one(row: Sequence[Word], names: Sequence[Name], owner: Noun | None, gap: Gap) -> Noun:
    tokens = tuple(word.token for word in row)
    nominal = [word.token for word in row if word.kind in ("noun", "name", "sum")]
    head = nominal[-1] if nominal else tokens[-1]
    return Noun(
        tokens=tokens,
        head=head,
        names=tuple(n for n in names if tokens[0].start <= n.start < tokens[-1].end),
        owner=owner,
        pronoun=not nominal,
        time=_is_time(head.lower),
        gap=gap,
    )
