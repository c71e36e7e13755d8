"""Role or title that the source does not give.

What a claim says somebody is ("the fire chief", "a former lobbyist", "Senator") is compared with
every place where the source names the person: an office that stands at none of them warns; a
party, a name or a body that is not there, and "former", "acting" or "deputy" lost or added, is an
error.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.text.lexicon import words
from summarizer.text.names import same_name
from summarizer.text.quotes import fold
from summarizer.text.tokens import tokenize
from summarizer.verify.align import counterpart
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.roles import Role, changed, roles, weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="wrong speaker",
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


def check_part(part: PartView) -> Iterator[Problem]:
    """Roles beside a name that the source does not have where it names the person."""
    for role in roles(part):
        named = [s for s in part.source.sentences if _names(s, role)]
        if not named or part.claim.quoted(role.start):
            continue
        keys = frozenset[str]().union(*(s.keys for n in named for s in part.source.around(n)))
        tokens = tokenize(part.claim.text[role.start : role.end], role.start)
        missing = {t.text: weight(t) for t in tokens if weight(t) and not counterpart(t, keys)}
        body = _other_body(part, role, named)
        if body:
            missing = {body: "error"}
        other = changed(role.text, [s.text for s in named])
        if other:
            missing = {other: "error", **missing}
        for wrong, level in list(missing.items())[:1]:
            message = f"{part.source.id} does not say '{wrong}' of {role.name}"
            evidence = (named[0].evidence(),)
            yield Problem(message, evidence, start=role.start, end=role.end, level=level)


def _other_body(part: PartView, role: Role, named: list[SourceSentence]) -> str | None:
    """A body in a role that the source names, but nowhere near the person."""
    near = fold(" ".join(s.text for each in named for s in part.source.around(each))).casefold()
    for match in _BODY.finditer(role.text):
        body = fold(match[1]).casefold()
        # two words may be a person, whom the source calls otherwise near by
        pair = body.split()
        person = len(pair) == 2 and words("name_heads").isdisjoint(pair)
        if body in part.source.folded and body not in near and not person:
            return match[1]
    return None


def _names(sentence: SourceSentence, role: Role) -> bool:
    """Whether a sentence names the person of a role."""
    surname = role.name.split()[-1]
    return surname in sentence.text and any(
        same_name(role.name, name.text) for name in sentence.names
    )
