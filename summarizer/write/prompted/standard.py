"""What a sentence that a model wrote has to reach before it is published.

More than a source's own sentence has to: the check misses some faults at its level of errors that
it suspects at its level of warnings, and a model makes them where a source does not. And it lets
new verbs and nouns pass, because people paraphrase; a model is told to stay with the words of its
sources, and what it invents comes in new words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import SUPPORT_FAMILIES, Finding, Fix
from summarizer.text.lexicon import classes, words
from summarizer.text.names import names
from summarizer.text.speech_verbs import lemma
from summarizer.text.synonyms import families, word_keys
from summarizer.text.tokens import has_content, stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.model.findings import CheckReport, ClaimVerdict
    from summarizer.text.tokens import Token

# Families whose warnings keep a model's sentence from being published.
_STRICT = (*SUPPORT_FAMILIES, "ATT")
# The least support. On 708 right sentences of two suites and 415 with a planted fault, a floor of
# .4 stops 15 faults that no finding stops, and 31 right sentences, which a model would have to put
# otherwise; .3 stops 3 and 9, .5 stops 33 and 86. A new word stops 28 of the faults and 80 of the
# right sentences, which people wrote in words of their own.
FLOOR = 0.4
_GENERAL = ("generic_words", "role_nouns", "people_nouns", "kin_nouns")


def objections(report: CheckReport, index: int) -> tuple[Finding, ...]:
    """What keeps a claim (the headline: −1) from being published; nothing if nothing does.

    Findings at level error, warnings about support and attribution, a verdict other than
    supported, and a score below the floor.
    """
    found = tuple(
        each
        for each in report.findings
        if each.claim == index
        and (each.level == "error" or (each.level == "warning" and each.rule.startswith(_STRICT)))
    )
    verdict = next((each for each in report.claims if each.index == index), None)
    return found or _unsupported(verdict, index)


def _unsupported(verdict: ClaimVerdict | None, index: int) -> tuple[Finding, ...]:
    """A finding that says that the claim is not known to be carried by what it cites, if so."""
    if verdict is None:
        return (_finding(index, 0, "it has no words"),)
    if verdict.verdict != "supported":
        return (
            _finding(index, len(verdict.text), verdict.reason or "its sources do not carry it"),
        )
    if verdict.score < FLOOR:
        message = f"the cited sentences carry too little of it ({verdict.score:.2f})"
        return (_finding(index, len(verdict.text), message),)
    return ()


def _finding(index: int, end: int, message: str, start: int = 0) -> Finding:
    """A finding on a stretch of a claim, as of the rule for what no cited source has."""
    hint = "say only what the cited sentences say, nearer to their words"
    return Finding(
        rule="SUP101",
        name="invented-detail",
        level="error",
        verdict="fabricated",
        message=message,
        claim=index,
        start=start,
        end=end,
        evidence=(),
        fix=Fix(message=hint, replacement=None),
    )


def new_words(text: str, vocabulary: Iterable[str], index: int) -> tuple[Finding, ...]:
    """A finding on each word of a claim that has no counterpart in the words of its sources.

    `vocabulary` are the lower-case words of the articles that it cites. A counterpart shares a
    root, a synonym, or a family of the thesaurus. Names and numbers have rules of their own; words
    that report speech and words of little content pass.
    """
    keys: set[str] = set()
    near: set[int] = set()
    for word in vocabulary:
        keys |= word_keys(word)
        near |= families(word)
    return tuple(
        _finding(
            index,
            token.end,
            f"‘{token.text}’ has no counterpart in the cited articles",
            start=token.start,
        )
        for token in _telling(text)
        if keys.isdisjoint(word_keys(token.lower)) and near.isdisjoint(families(token.lower))
    )


def _telling(text: str) -> Iterator[Token]:
    """The words of content that are no names, no numbers, and not general."""
    named = {word for name in names(text) for word in name.text.split()}
    for token in tokenize(text):
        plain = token.lower.isdecimal() or token.text in named
        if not plain and has_content(token.lower) and not _is_general(token.lower):
            yield token


def _is_general(word: str) -> bool:
    bare = word.removesuffix("'s")
    form = classes("irregular_forms").get(bare, bare)
    forms = {bare, form, stem(form), f"{stem(form)}e"}
    if lemma(bare) in words("reporting_verbs"):
        return True
    return any(not forms.isdisjoint(words(name)) for name in _GENERAL)
