"""Role or title that the source does not give.

What a claim says somebody is ("the fire chief", "a former lobbyist", "Senator") is compared with
every place where the source names the person: an office that stands at none of
them warns; a party or a name that is not there, and "former", "acting" or "deputy" lost or added,
is an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.names import same_name
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


def check_part(part: PartView) -> Iterator[Problem]:
    """Roles beside a name that the source does not have where it names the person."""
    for role in roles(part):
        named = [s for s in part.source.sentences if _names(s, role)]
        if not named or part.claim.quoted(role.start):
            continue
        keys = frozenset[str]().union(*(s.keys for n in named for s in part.source.around(n)))
        words = tokenize(part.claim.text[role.start : role.end], role.start)
        missing = {t.text: weight(t) for t in words if weight(t) and not counterpart(t, keys)}
        other = changed(role.text, [s.text for s in named])
        if other:
            missing = {other: "error", **missing}
        for wrong, level in list(missing.items())[:1]:
            message = f"{part.source.id} does not say '{wrong}' of {role.name}"
            evidence = (named[0].evidence(),)
            yield Problem(message, evidence, start=role.start, end=role.end, level=level)


def _names(sentence: SourceSentence, role: Role) -> bool:
    """Whether a sentence names the person of a role."""
    surname = role.name.split()[-1]
    return surname in sentence.text and any(
        same_name(role.name, name.text) for name in sentence.names
    )
