"""Reporter's prose shown as somebody's speech.

The words stand in the source, but not in quotation marks there: the reporter wrote them. Putting
marks around them gives them to a speaker who did not say them. One to three words are let pass,
because names of things and titles are often put in marks, and so are words in the first person,
after a colon, and in a post signed with a handle, where the source sets speech off in another way.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.text.lexicon import words as words_of
from summarizer.text.outlets import outlet_named
from summarizer.text.tokens import tokenize
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.speakers import speaking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.article import Span
    from summarizer.text.quotes import Quotation
    from summarizer.verify.source import Source
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="prose as speech",
    example=Example(
        sources=('"We got out," said Ann Ode. The fire took the oldest school of the town.',),
        bad='Ann Ode said: "The fire took the oldest school." [1]',
        good='Ann Ode said: "We got out." [1]',
    ),
)


# A title, a phrase in common use, a thing's name.
_NAME = 3
# A post set into a page: "… — Ann Ode (@annode) March 4, 2026".
_HANDLE = re.compile(r"\(@\w{1,30}\)")
_MARKS = frozenset('"“”„«»‘')
_POSSESSIVES = ("'s ", "’s ")


def check_part(part: PartView) -> Iterator[Problem]:
    """Quotations of words that the source does not have in quotation marks."""
    for judged in part.judged:
        words = tokenize(part.claim.text[judged.quotation.start : judged.quotation.end])
        if judged.kind != "prose" or judged.place is None or len(words) <= _NAME:
            continue
        span = judged.quotation
        first = any(word.lower in words_of("first_person") for word in words)
        if not (first or _of_outlet(part, span)) and _told(part.source, judged.place):
            evidence = part.source.evidence(*judged.place)
            message = f"in {part.source.id} these words are the reporter's, not speech"
            yield Problem(message, (evidence,), start=span.start, end=span.end)


def _of_outlet(part: PartView, quotation: Quotation) -> bool:
    """Whether a claim quotes the outlet: it names one, and nobody else beside the words."""
    text, outlet = part.claim.text, part.source.article.outlet
    others = [n for n in part.claim.names if not text.startswith(_POSSESSIVES, n.end)]
    named = any(
        name.text == outlet or outlet_named(name.text, definite=text[: name.start].endswith("he "))
        for name in others
    )
    said = speaking(part.claim, quotation) if named else None
    return named and (said is None or outlet_named(said.text, definite=True) is not None)


def _told(source: Source, place: Span) -> bool:
    """Whether the reporter tells these words: no mark, speech, colon or handle is near them.

    Quotations set off as blocks, transcripts and messages have no marks of their own. What the
    reporter gives as somebody's view, in the reporter's words, is told too.
    """
    sentence = source.sentence_at(place.start)
    return (
        sentence is not None
        and _closed(source.text[sentence.start : max(place.end, sentence.end)])
        and not _listed(source.text, place.start)
        and not _HANDLE.search(source.paragraph(place.start))
        and not any(s.kind == "direct" for s in source.statements_at(place))
    )


def _closed(text: str) -> bool:
    """Whether no mark is doubtful: none at all, or each curly one that opens is closed."""
    used = [character for character in text if character in _MARKS]
    return not used or used == ["“", "”"] * (len(used) // 2)


def _listed(text: str, place: int) -> bool:
    """Whether a colon stands before the words, or ends one of the paragraphs before them."""
    paragraphs = text[max(0, place - 4000) : place].split("\n")
    return ":" in paragraphs[-1] or any(p.rstrip().endswith(":") for p in paragraphs[-12:-1])
