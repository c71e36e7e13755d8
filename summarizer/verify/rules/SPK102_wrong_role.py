"""Role or title that the source does not give.

What a claim says somebody is ("the fire chief", "a former lobbyist", "Senator") is compared with
what the source says of the person, before the name and behind it. Another office, "former",
"acting" or "deputy" lost or added, and a party, a name or a body that is not there are errors; an
office that the source does not have near the person warns.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from summarizer.text.lexicon import classes, words
from summarizer.text.names import same_name
from summarizer.text.quotes import fold
from summarizer.text.tokens import tokenize
from summarizer.verify.align import counterpart, word_keys
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.roles import PARTIES, Role, described, office, parties, roles, weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.findings import Level
    from summarizer.text.tokens import Token
    from summarizer.verify.roles import Office
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="wrong speaker",
    yields_to=("ENT", "NEU101"),
    example=Example(
        sources=("Tom Reyes, a former engineer of the harbour, said the bridge was safe.",),
        bad="Tom Reyes, an engineer of the harbour, said the bridge was safe. [1]",
        good="Tom Reyes, a former engineer of the harbour, said the bridge was safe. [1]",
    ),
)

# "president of Holt Water Works": two capitalised words at least.
_BODY = re.compile(
    r"\b(?:of|at|for|with) (?:the )?([A-Z][\w'’.-]{0,30}(?: (?:of|the|and|for)){0,2}"
    r"(?: [A-Z][\w'’.-]{0,30}){1,4})"
)

_PARTY_WORDS = frozenset({"Democratic", "Republican", "Democrat"})
_SEATS = {
    "senate": frozenset({"senator"}),
    "house": frozenset({"representative", "congressman", "congresswoman"}),
    "state": frozenset({"governor"}),
}


def check_part(part: PartView) -> Iterator[Problem]:
    """Roles beside a name that the source does not have where it names the person."""
    for role in roles(part):
        named = [s for s in part.source.sentences if _names(s, role)]
        if not named or part.claim.quoted(role.start):
            continue
        mine = office(role.text)
        if mine and mine.head in PARTIES:
            wrong = _other_party(part, role, mine)
        else:
            wrong = _conflict(part, role, named) or _missing(part, role, named)
        if wrong:
            message = f"{part.source.id} does not say '{wrong[0]}' of {role.name}"
            evidence = (named[0].evidence(),)
            yield Problem(message, evidence, start=role.start, end=role.end, level=wrong[1])


def _other_party(part: PartView, role: Role, mine: Office) -> tuple[str, Level] | None:
    """A party of which the source does not make the person a member, but of another."""
    known = parties(part.source, role.name)
    return (mine.head, "error") if known and mine.head[0] not in known else None


def _conflict(
    part: PartView, role: Role, named: Sequence[SourceSentence]
) -> tuple[str, Level] | None:
    """What a role has otherwise than the source's descriptions of the person."""
    mine = office(role.text)
    theirs = [found for each in described(part.source, role.name) if (found := office(each))]
    theirs = [each for each in theirs if each.head not in PARTIES]
    if mine is None or not theirs:
        return None
    same = [each for each in theirs if not word_keys(each.head).isdisjoint(word_keys(mine.head))]
    if same:
        return _changed(mine, same) or _moved(mine, same)
    seats = {seat for each in theirs if (seat := _seat(each.head))}
    if seats and _seat(mine.head) not in {None, *seats}:
        return mine.head, "error"
    if any(not word_keys(mine.head).isdisjoint(sentence.keys) for sentence in named):
        return None
    general = words("general_offices")
    specific = mine.head not in general and any(each.head not in general for each in theirs)
    return (mine.head, "error") if specific else None


def _seat(head: str) -> str | None:
    """The chamber or house of an office that nobody holds beside another such."""
    return next((seat for seat, heads in _SEATS.items() if head in heads), None)


def _changed(mine: Office, theirs: Sequence[Office]) -> tuple[str, Level] | None:
    """A "former" or "acting" lost or added; somebody may have left the office since."""
    if any(each.change == mine.change for each in theirs):
        return None
    since = mine.change == "former" and any(not each.change for each in theirs)
    return mine.change or mine.head, "warning" if since else "error"


def _moved(mine: Office, theirs: Sequence[Office]) -> tuple[str, Level] | None:
    """A name of whom an office is held for, where the source has another one."""
    held = _named(mine)
    # "Foreign Minister" in capitals is no minister of Foreign
    common = {token.lower for token in mine.held_for if token.text.islower()}
    others = [n for each in theirs for n in _named(each) if n.lower() not in common]
    keys = frozenset[str]().union(
        *(word_keys(_bare(t.lower)) for each in theirs for t in each.held_for)
    )
    if not held or not others or any(not word_keys(name.lower()).isdisjoint(keys) for name in held):
        return None
    short = any(name.isupper() for name in (*held, *others))
    return None if short else (held[0], "error")


def _named(mine: Office) -> list[str]:
    """The names of whom an office is held for; months and weekdays say since when."""
    return [
        _bare(token.text)
        for token in mine.held_for
        if token.text[0].isupper() and token.lower not in classes("calendar")
    ]


def _bare(word: str) -> str:
    """A word without the mark of the possessive."""
    return word.removesuffix("'s").removesuffix("’s")


def _missing(
    part: PartView, role: Role, named: Sequence[SourceSentence]
) -> tuple[str, Level] | None:
    """A word of a role that stands nowhere near the person, or a body that stands elsewhere."""
    body = _other_body(part, role, named)
    if body:
        return body, "error"
    near = [sentence for each in named for sentence in part.source.around(each)]
    keys = frozenset[str]().union(*(sentence.keys for sentence in near))
    here = [name for sentence in near for name in sentence.names]
    known = [n for n in part.claim.names if any(same_name(n.text, o.text) for o in here)]
    tokens = [
        token
        for token in tokenize(part.claim.text[role.start : role.end], role.start)
        if not token.lower.endswith(("'s", "’s"))
        and _party(part, role, token) != "same"
        and not any(name.start <= token.start < name.end for name in known)
    ]
    mine = office(role.text)
    other = next((token for token in tokens if _party(part, role, token) == "other"), None)
    if other:
        return other.text, "error"
    # offices of a general kind may stand for many a more special one
    head = mine.head if mine and mine.head not in words("general_offices") else None
    missing = [(t, weight(t)) for t in tokens if not counterpart(t, keys)]
    for token, level in missing:
        if level == "error" or (level and token.lower == head):
            return token.text, level
    return None


def _party(part: PartView, role: Role, token: Token) -> Literal["same", "other"] | None:
    """Whether a word tells the party that the source gives the person: "Democratic"."""
    known = parties(part.source, role.name) if token.text in _PARTY_WORDS else ()
    if not known:
        return None
    return "same" if token.lower[0] in known else "other"


def _other_body(part: PartView, role: Role, named: Sequence[SourceSentence]) -> str | None:
    """A body in a role that the source names, but nowhere near the person."""
    near = fold(" ".join(s.text for each in named for s in part.source.around(each))).casefold()
    for match in _BODY.finditer(role.text):
        body = fold(match[1]).casefold()
        # two words may be a person, whom the source calls otherwise near by
        pair = body.split()
        person = len(pair) == 2 and words("name_heads").isdisjoint(pair)
        # "a spokesman for House Speaker Ann Ode" is "Ode's spokesman"
        held = not (words("roles") | words("role_nouns")).isdisjoint(pair)
        person = person or (held and pair[-1] in near)
        if body in part.source.folded and body not in near and not person:
            return match[1]
    return None


def _names(sentence: SourceSentence, role: Role) -> bool:
    """Whether a sentence names the person of a role."""
    return any(same_name(role.name, name.text) for name in sentence.names)
