"""A model's answer as proposals: every address looked up, every field held against the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.model.summary import Attribution, Claim
from summarizer.write.prompted.evidence import words_of
from summarizer.write.prompted.faults import Quoted, clean, faults_of
from summarizer.write.prompted.options import Proposal
from summarizer.write.prompted.shapes import items, left_out, misshapen
from summarizer.write.prompted.unwrapping import Malformed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.model.summary import ClaimKind
    from summarizer.write.prompted.evidence import Evidence
    from summarizer.write.prompted.schema import Schema

HEADLINE = "headline"
_SAID = "said"
_LONGEST_NAME = 150


class Composed(NamedTuple):
    """The claims and the headline of an answer."""

    claims: tuple[Proposal, ...]
    headline: Proposal


class Group(NamedTuple):
    """What a plan says of one claim: its kind, and the sentences it is to be written from."""

    kind: ClaimKind
    sentences: tuple[str, ...]


class Planned(NamedTuple):
    """The claims and the headline of a plan."""

    claims: tuple[Group, ...]
    headline: Group


def composed(
    data: Mapping[str, Any], schema: Schema, evidence: Evidence, *, strict: bool
) -> tuple[Composed, tuple[str, ...]]:
    """The claims and the headline that an answer proposes, and notes.

    Raises:
        Malformed: the answer has another shape, or `strict` and a part of it has.
    """
    raw, notes = items(data, schema, strict=strict)
    kept = _limited(raw, schema, notes)
    claims = tuple(_proposal(f"c{n}", each, evidence) for n, each in enumerate(kept, 1))
    headline = _headline(data, schema, notes, strict=strict)
    return Composed(claims, _proposal(HEADLINE, headline, evidence)), tuple(notes)


def planned(
    data: Mapping[str, Any], schema: Schema, evidence: Evidence, *, strict: bool
) -> tuple[Planned, tuple[str, ...]]:
    """The groups of sentences that a plan proposes, without ids that do not exist; and notes.

    Raises:
        Malformed: the plan has another shape, names no sentence, or `strict` and a part has.
    """
    raw, notes = items(data, schema, strict=strict)
    kept = [_group(each, evidence) for each in _limited(raw, schema, notes)]
    groups = tuple({each.sentences: each for each in kept if each.sentences}.values())
    if not groups:
        raise Malformed("it names no sentence of the evidence")
    bare = len(kept) - len(groups)
    if bare:
        notes.append(f"claims of the plan without sentences of their own: {bare}")
    headline = _group(_headline(data, schema, notes, strict=strict), evidence)
    return Planned(groups, headline if headline.sentences else groups[0]), tuple(notes)


def mended(
    data: Mapping[str, Any], schema: Schema, evidence: Evidence, *, strict: bool
) -> tuple[dict[str, Proposal], tuple[str, ...]]:
    """The proposals of a repair by the claims they are for; the first one of each counts.

    Raises:
        Malformed: the answer has another shape, or `strict` and a part of it has.
    """
    raw, notes = items(data, schema, strict=strict)
    asked = schema["$defs"]["claim"]["properties"]["id"]["enum"]
    found: dict[str, Proposal] = {}
    for each in raw:
        if each["id"] in asked and each["id"] not in found:
            found[each["id"]] = _proposal(each["id"], each, evidence)
        else:
            notes.append("the model put a claim anew that it was not asked for")
    return found, tuple(notes)


def _limited(
    raw: Sequence[dict[str, Any]], schema: Schema, notes: list[str]
) -> Sequence[dict[str, Any]]:
    """As many as were asked for, each once."""
    most = schema["properties"]["claims"]["maxItems"]
    once = {each.get("text", n): each for n, each in reversed([*enumerate(raw)])}
    kept = [*reversed(once.values())][:most]
    if len(kept) < len(raw):
        notes.append(f"claims of the model too many or told twice: {len(raw) - len(kept)}")
    return kept


def _headline(
    data: Mapping[str, Any], schema: Schema, notes: list[str], *, strict: bool
) -> Mapping[str, Any]:
    """The headline of an answer; an empty one where it has another shape.

    Raises:
        Malformed: `strict`, and it has another shape.
    """
    wanted = schema["properties"][HEADLINE]
    found = data.get(HEADLINE)
    reason = misshapen(found, wanted, schema)
    if not reason and isinstance(found, dict):
        return found
    if strict:
        raise Malformed(f"{HEADLINE}: {reason}")
    notes.append(left_out(f"{HEADLINE}: {reason}"))
    none = dict.fromkeys(("speaker", "role", "cue"))
    return {"sentences": [], "via": [], "quotations": [], "text": "", "kind": "event"} | none


def _group(raw: Mapping[str, Any], evidence: Evidence) -> Group:
    return Group(raw["kind"], evidence.shown(each.strip() for each in raw["sentences"]))


def _proposal(name: str, raw: Mapping[str, Any], evidence: Evidence) -> Proposal:
    """A claim of an answer that has the right shape."""
    text = evidence.unmarked(raw["text"])
    ids = [each.strip() for each in raw["sentences"]]
    quoted = [
        Quoted(evidence.unmarked(each["text"]), each["sentence"].strip())
        for each in raw["quotations"]
    ]
    shown = evidence.shown(ids)
    cited = dict.fromkeys((*shown, *evidence.introducing(shown, text)))
    claim = Claim(
        id=name,
        text=clean(text),
        kind=raw["kind"],
        attribution=_attribution(raw, shown, evidence),
        citations=tuple(map(evidence.citation, cited)),
        origins=evidence.origins(shown),
    )
    return Proposal(
        claim=claim,
        further=tuple(map(evidence.citation, evidence.folded(shown))),
        faults=tuple(faults_of(text, ids, quoted, evidence)),
    )


def _attribution(
    raw: Mapping[str, Any], shown: Sequence[str], evidence: Evidence
) -> Attribution | None:
    """Who says it by the answer's fields, as far as the cited articles have these names."""
    known = evidence.words(shown)

    def name(given: str | None) -> str | None:
        """A name or role whose every word the articles have."""
        text = clean(evidence.unmarked(given or ""))
        words = words_of(text)
        return text if words and words <= known and len(text) <= _LONGEST_NAME else None

    speaker = name(raw["speaker"])
    if speaker is None:
        return None
    cue = clean(evidence.unmarked(raw["cue"] or ""))
    spoken = cue.casefold() in clean(evidence.unmarked(raw["text"])).casefold()
    return Attribution(
        speaker=speaker,
        role=name(raw["role"]),
        cue=cue if cue and spoken else _SAID,
        via=tuple(dict.fromkeys(filter(None, map(name, raw["via"])))),
    )
