"""How evidence is laid out for a model, so that no article's text can pass for the layout.

    s2 | Harbour Courier | 2025-03-12 | “Three dead as ferry hits breakwater” | agency TNA
    1 Three people were killed …
    4,s1.3,s3.9 [Ada Finch via Arden Times]: “The light was out.”

An article's header begins with its id, a sentence with its number in the article: s2.4 is the
fourth of s2. Behind it stand the ids of sentences that say the same, and in brackets what the
sentence itself does not say. Where there is more than the number, or where the sentence could be
taken for more, a colon ends it; all up to there is ours and all behind it the article's. What
differs, what has one origin and what was left out has lines of its own at the end.

Measured on English news, a sentence takes 1.15 tokens more than bare (5 %); a colon behind every
number would make it 2.15, brackets 3.15, full ids 5.15, JSON objects 13.9.

A source's text is one line, so it can begin none; every character that hides or commands is
taken out of it, and marks by which models tell their own control words ("<|", "[INST]") are
broken up by a blank. All other characters are the article's own, so that a model can quote exactly.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.text.hidden import replace_hidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.model.pack import EvidenceLine, EvidenceSource
    from summarizer.model.story import Dispute, Exclusion
    from summarizer.model.summary import Origin

# "<|im_start|>", "</s>", "<<SYS>>", "[/INST]": some servers read these in any text.
_CONTROL = re.compile(r"<(?=[/|<\w])|\[(?=/?[A-Z_]{2,40}\])")
# A sentence that begins so could be read as a part of what stands before it.
_LIKE_A_HEAD = re.compile(r"[\d,:|\[.]")
_LAYOUT = str.maketrans({"|": "/", "[": "(", "]": ")", ":": "."})


def plain(text: str) -> str:
    """A source's text in one line, without characters that hide or command."""
    line = " ".join(replace_hidden(" ".join(text.split()), "").split())
    return _CONTROL.sub(lambda match: f"{match.group()} ", line)


def field(text: str) -> str:
    """A source's text as a part of a header or note: without the marks of the layout too."""
    return plain(text).translate(_LAYOUT)


def laid_out(
    sources: Iterable[EvidenceSource],
    conflicts: Iterable[Dispute],
    shared: Iterable[Origin],
    excluded: Iterable[Exclusion],
) -> str:
    """All that is sent."""
    lines = [line for source in sources for line in (header(source), *map(sentence, source.lines))]
    lines += [conflict(each) for each in conflicts]
    # the reason in brief; its details are for people
    reasons = [(each.source, each.reason.split(":")[0]) for each in excluded]
    same = [f"{field(each.name)}: {' '.join(each.sources)}" for each in shared]
    gone = [f"{source}: {field(reason)}" for source, reason in reasons]
    lines += [
        f"{name}: {' | '.join(own)}"
        for name, own in (("Same origin", same), ("Left out", gone))
        if own
    ]
    return "".join(f"{line}\n" for line in lines)


def header(source: EvidenceSource) -> str:
    """The line that begins an article."""
    known = (
        (source.outlet, "{}"),
        (source.published, "{}"),
        (source.title, "“{}”"),
        (source.agency, "agency {}"),
    )
    return " | ".join([source.id, *(form.format(field(each)) for each, form in known if each)])


def sentence(line: EvidenceLine) -> str:
    """The line of a sentence."""
    ids = ",".join([line.sentence.rpartition(".")[2], *line.folded])
    note = f" [{line.note}]" if line.note else ""
    ends = ":" if line.folded or line.note or _LIKE_A_HEAD.match(line.text) else ""
    return f"{ids}{note}{ends} {line.text}"


def conflict(dispute: Dispute) -> str:
    """The line of a slot on which the sources differ."""
    return f"Differ: {field(dispute.topic)} | " + " | ".join(_readings(dispute))


def _readings(dispute: Dispute) -> Iterator[str]:
    for reading in dispute.readings:
        as_of = f" as of {reading.as_of}" if reading.as_of else ""
        yield f"{field(reading.value)}{as_of}: {_listed(reading.sentences)}"


def _listed(ids: Sequence[str]) -> str:
    return " ".join(ids)
