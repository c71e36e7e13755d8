"""Second-hand route changed.

Who was told something is part of the fact: "told the Arden Times" is not "told this outlet", and
what another outlet reported is not this one's report. It is an error if the source names another
hearer or outlet beside the words than the claim; a hearer whom the source does not name at all is
a warning, because it may be the cited outlet itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.outlets import is_medium, outlet_named
from summarizer.text.tokens import tokenize
from summarizer.verify.align import counterpart
from summarizer.verify.attribution import routes
from summarizer.verify.hearers import Hearer, heard_by, hearers, names_any, passed_on
from summarizer.verify.plurality import MEDIA, head_of
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.speakers import is_person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.findings import Level
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="route lost",
    yields_to=("CIT105",),
    example=Example(
        sources=("Ann Ode told the Arden Times on Monday that the school would open again.",),
        bad="Ann Ode told Radio Belmar on Monday that the school would open again. [1]",
        good="Ann Ode told the Arden Times on Monday that the school would open again. [1]",
    ),
)


_FINDS = frozenset({"reported", "reports", "according", "said"})
# The evidence must carry this share of the claim to say whence it has it.
_CARRIES = 0.4


def check_part(part: PartView) -> Iterator[Problem]:
    """Hearers of the claim that the evidence does not have, and outlets of the evidence lost."""
    if not part.evidence or part.claim.headline:
        return
    found = list(_changed(part))
    yield from found or _lost(part)


def _changed(part: PartView) -> Iterator[Problem]:
    """Hearers that the source does not name beside the words."""
    best = part.evidence[0]
    given = heard_by(best) or _given(part)
    kept = any(names_any(name, part.claim.tokens) for name in given)
    for heard in _heard(part):
        around = any(names_any(heard.text, sentence.tokens) for sentence in part.context)
        if names_any(heard.text, best.tokens) or (around and not given):
            continue
        sure = bool(given) and not (kept or _is_reporter(given[0]))
        if not sure and names_any(heard.text, part.source.tokens):
            continue
        message = f"near these words {part.source.id} does not name {heard.text} as the hearer"
        message += f" but {given[0]}" if sure else ""
        level: Level = "error" if sure else "warning"
        yield Problem(message, (best.evidence(),), start=heard.start, end=heard.end, level=level)


def _is_reporter(name: str) -> bool:
    """Whether a hearer is a person, who may be the outlet's reporter."""
    return " " in name and is_person(name) and not is_medium(name)


def _given(part: PartView) -> tuple[str, ...]:
    """The hearers of the paragraph of the best evidence, and outlets that hear near it."""
    best, text = part.evidence[0], part.source.text
    near = {s.number: s for e in part.evidence for s in part.source.around(e)}.values()
    beside = [s for s in near if "\n" not in text[min(s.end, best.end) : max(s.start, best.start)]]
    found = [name for sentence in beside for name in heard_by(sentence)]
    around = [name for sentence in near for name in heard_by(sentence)]
    outlets = [name for name in around if outlet_named(name, definite=True)]
    return tuple(dict.fromkeys([*found, *outlets]))


def _heard(part: PartView) -> Iterator[Hearer]:
    """The hearers that a part names, behind "told" and in other ways."""
    told = hearers(part.claim.text)
    others = [Hearer(n.start, n.end, n.text) for n in routes(part.claim)]
    others = [each for each in others if not any(t.start <= each.start < t.end for t in told)]
    for each in (*told, *others):
        if part.start <= each.start < part.end and not part.claim.quoted(each.start):
            yield each


def _lost(part: PartView) -> Iterator[Problem]:
    """Outlets from which the evidence has what it says, and which the claim does not name.

    It is an error if the claim names another route in their place.
    """
    best = part.evidence[0]
    outlets = passed_on(best)
    share = part.claim.document.weights.coverage(part.content, (best,))
    if not outlets or share < _CARRIES or names_any(" ".join(outlets), part.claim.tokens):
        return
    if any(head_of(said.text).endswith(MEDIA) for said in part.claim.sayings):
        return
    message = f"{part.source.id} has this from {outlets[0]}, which the claim does not name"
    level: Level = "error" if any(_heard(part)) or _credited(part) else "warning"
    yield Problem(message, (best.evidence(),), level=level)


def _credited(part: PartView) -> bool:
    """Whether a claim says that somebody else has found it out, whom the evidence does not name."""
    keys = part.evidence[0].keys
    heads = [
        tokenize(head_of(said.text))[-1:] for said in part.claim.sayings if said.cue.lower in _FINDS
    ]
    return any(head and not counterpart(head[0], keys) for head in heads)
