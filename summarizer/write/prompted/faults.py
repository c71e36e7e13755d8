"""What is wrong with a claim of a model's answer before anything is compared with the sources.

Findings under the ids of the rules that they belong to, so that a repair and a reader meet one
kind of finding only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.model.findings import Evidence as Place
from summarizer.model.findings import Finding, Fix
from summarizer.text.hidden import replace_hidden
from summarizer.text.quotes import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.findings import Verdict
    from summarizer.write.extractive.passages import Passage
    from summarizer.write.prompted.evidence import Evidence

# Characters of a claim; 40 words are about 250.
LONGEST = 600
# Tags, links, emphasis, code, markers of citation, ids, templates, a model's control words.
_MARKUP = re.compile(
    r"</?[A-Za-z!][^<>]{0,200}>|\]\(|\*\*|__|`|\[\d{1,3}\]|\bs\d{1,4}\.\d{1,5}\b|\{\{|<\|"
    r"|\A(?:#{1,6}|[>*-])\s"
)
_ADDRESS = re.compile(
    r"\b[a-z][a-z0-9+.-]{1,20}://|\bwww\.\w|\b(?:mailto|javascript|data):\S|[\w.+-]{1,64}@\w"
    r"|(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}/\w",
    re.IGNORECASE,
)
# "Booking.com" may be who the news is about, if an article says so.
_DOMAIN = re.compile(r"(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?![\w-])", re.IGNORECASE)


class Kind(NamedTuple):
    """The rule that a fault falls under, with the rule's name and verdict."""

    rule: str
    name: str
    verdict: Verdict


FORM = Kind("SCH101", "invalid-document", "invalid")
UNKNOWN_ID = Kind("CIT102", "ghost-citation", "ghost citation")
QUOTATION = Kind("QUO101", "fabricated-quotation", "fabricated")


class Quoted(NamedTuple):
    """A quotation as the model gives it, and the id of the sentence that it names for it."""

    text: str
    sentence: str


def faults_of(
    text: str, ids: Sequence[str], quoted: Sequence[Quoted], evidence: Evidence
) -> Iterator[Finding]:
    """The faults of a claim's text, of the ids it names and of the quotations it lists."""
    cited = [evidence.passages[each] for each in evidence.shown(ids)]
    for message in _of_form(text, cited):
        yield _finding(FORM, text, message, "write one plain sentence, nothing else")
    for each in dict.fromkeys((*ids, *(sentence for _, sentence in quoted))):
        if each not in evidence.standing:
            message = f"{_short(each)} is not in the evidence"
            yield _finding(UNKNOWN_ID, text, message, "name ids that the evidence has")
    for words, sentence in quoted:
        passage = _passage(sentence, evidence)
        if passage and _squeezed(words) in _squeezed(text) and not _has(passage, words):
            message = f"“{_short(words)}” does not stand so in {sentence}"
            hint = "quote words that stand there without a gap, or use no quotation marks"
            yield _finding(QUOTATION, text, message, hint, passage)


def clean(text: str) -> str:
    """A text of the model in one line, without characters that hide or command.

    Half a character of UTF-16, which JSON can spell and nothing can print, is a question mark.
    """
    whole = text.encode(errors="replace").decode()
    return " ".join(replace_hidden(" ".join(whole.split()), "").split())


def _of_form(text: str, cited: Sequence[Passage]) -> Iterator[str]:
    if not text.strip():
        yield "the claim has no text"
    if len(text) > LONGEST:
        yield f"the claim has {len(text)} characters, more than {LONGEST}"
    if clean(text) != " ".join(text.split()):
        yield "the claim has characters that hide or command"
    if _MARKUP.search(text):
        yield "the claim has markup, an id or a marker in it"
    known = "\n".join(each.text.casefold() for each in cited)
    domains = (match.group().casefold() for match in _DOMAIN.finditer(text))
    if _ADDRESS.search(text) or any(each not in known for each in domains):
        yield "the claim has an address in it"


def _passage(sentence: str, evidence: Evidence) -> Passage | None:
    """The sentence as the model was shown it; None if the id is unknown, which is a fault too."""
    shown = evidence.shown([sentence])
    return evidence.passages[shown[0]] if shown else None


def _has(passage: Passage, words: str) -> bool:
    return _squeezed(words) in _squeezed(passage.text)


def _squeezed(text: str) -> str:
    """A text with one kind of marks and blanks, without marks and points around it."""
    return fold(clean(text)).strip("\"' .,;")


def _short(text: str) -> str:
    """A text of the model as part of a message: in one line, not long, only what can be shown."""
    line = clean(text)
    return line if len(line) <= 80 else f"{line[:79]}…"


def _finding(
    kind: Kind, text: str, message: str, hint: str, shown: Passage | None = None
) -> Finding:
    return Finding(
        rule=kind.rule,
        name=kind.name,
        level="error",
        verdict=kind.verdict,
        message=message,
        claim=None,
        start=0,
        end=len(clean(text)),
        evidence=(_place(shown),) if shown else (),
        fix=Fix(message=hint, replacement=None),
    )


def _place(passage: Passage) -> Place:
    return Place(
        source=passage.article.id,
        start=passage.sentence.start,
        end=passage.sentence.end,
        exact=passage.text,
    )
