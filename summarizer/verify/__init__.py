r'''The attribution test: whether each claim of a summary stands in the sources it cites.

A rule is one file, `rules/<ID>_<name>.py`, found by its name:

    """Number that the cited source does not have.

    What the rule does, and why.
    """

    from __future__ import annotations

    from typing import TYPE_CHECKING

    from summarizer.verify.registry import Example, Problem, Rule

    if TYPE_CHECKING:
        from collections.abc import Iterator

        from summarizer.verify.view import PartView

    RULE = Rule(
        level="error",
        verdict="value wrong",
        example=Example(
            sources=("Fire in Arden\n\nThe fire in Arden hurt twelve people.",),
            bad="The fire in Arden hurt 14 people. [1]",
            good="The fire in Arden hurt 12 people. [1]",
        ),
    )


    def check_part(part: PartView) -> Iterator[Problem]:
        for quantity in quantities(part.text, part.start):
            if not any(quantity.value == other.value for other in values(part.source)):
                message = f"{part.source.id} does not have the number …"
                evidence = tuple(sentence.evidence() for sentence in part.evidence)
                yield Problem(message, evidence, start=quantity.start, end=quantity.end)

The generator is `check_part` (each part of a claim with each source it cites), `check_claim` or
`check_document`; what it is given is in `view.py` and `source.py`: `part.text`, `part.tokens`,
`part.quotations`, `part.evidence` (best sentences first), `part.context` (with neighbours),
`part.source` (`sentences`, `stems`, `article`), `part.claim` (`text`, `parts`, `sources`,
`headline`, `document`). Offsets are into the claim's text; the engine adds the rest.
'''

from __future__ import annotations

import json

from summarizer.errors import InputError
from summarizer.verify.document import Document, of_draft, of_json
from summarizer.verify.markdown import of_markdown
from summarizer.verify.pairs import check_pair
from summarizer.verify.runner import check
from summarizer.verify.view import Library

__all__ = ["Document", "Library", "check", "check_pair", "of_draft", "parse"]

# Characters of all claims together and of one claim: rules compare words of a claim in pairs. A
# summary of the default length has 2,000.
MAX_SUMMARY = 100_000
MAX_CLAIM = 5_000


def parse(text: str) -> Document:
    """The document of a summary: our JSON if it begins with a brace, else Markdown or text.

    Raises:
        InputError: it begins like JSON and is none, is an HTML page, holds no sentence, or is too
            long for a summary.
    """
    document = _read(text)
    if not document.claims and document.data is None:
        raise InputError(
            "summary-empty",
            "the summary has no sentence to check",
            "give a summary in JSON or Markdown, with markers like [1] behind its sentences",
        )
    longest = max((len(claim.text) for claim in document.claims), default=0)
    if longest > MAX_CLAIM or sum(len(claim.text) for claim in document.claims) > MAX_SUMMARY:
        raise InputError(
            "summary-too-long",
            f"the summary has more than {MAX_SUMMARY:,} characters, or a sentence of more than"
            f" {MAX_CLAIM:,}",
            "check the summary itself, not its sources; check a long text in parts",
        )
    return document


def _read(text: str) -> Document:
    opening = text.lstrip("\ufeff \t\r\n")
    if opening[:9].lower().startswith(("<!doctype", "<html")):
        raise InputError(
            "summary-unreadable",
            "the summary is an HTML page",
            "give the summary's JSON or Markdown: `summarizer summarize --format json` writes it",
        )
    if opening.startswith("[") and _is_json(opening):
        raise _unreadable("is a list in JSON")
    if not opening.startswith("{"):
        return of_markdown(text)
    try:
        document = of_json(text.lstrip("\ufeff"))
    except ValueError as error:
        raise _unreadable(f"begins like JSON and cannot be read as such: {error}") from error
    if not document.claims and not {"headline", "claims"} <= document.data.keys():
        raise _unreadable("is JSON without a headline and claims")
    return document


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _unreadable(what: str) -> InputError:
    return InputError(
        "summary-unreadable",
        f"the summary {what}",
        "give a summary that `summarizer summarize --format json` wrote, or Markdown",
    )
