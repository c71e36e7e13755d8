"""Words of a model's claim that nothing in the sentences it cites could stand for.

The check lets new verbs and nouns pass, because people paraphrase, and names from anywhere in an
article, because people say who "he" is. A model is told to stay with the words of the sentences it
names, and what it invents comes in new words, or puts somebody into a sentence that is about
others. So these are looked at here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.lexicon import classes, words
from summarizer.text.modality import negations
from summarizer.text.names import names
from summarizer.text.speech_verbs import lemma
from summarizer.text.synonyms import word_keys
from summarizer.text.tokens import has_content, stem, tokenize
from summarizer.write.prompted.standard import objection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.model.findings import Finding
    from summarizer.model.summary import Claim
    from summarizer.text.names import Name
    from summarizer.text.tokens import Token
    from summarizer.write.prompted.evidence import Evidence

# Who somebody is: words that go with names.
_ROLES = ("role_nouns", "people_nouns", "kin_nouns", "name_heads", "titles")
# Kinds of negations that are words of little content; "failed" and "denied" are new words anyway.
_DENIES = ("not", "no", "without")
# What may stand between a role and the name of whoever has it.
_BETWEEN = frozenset({"", "the", "a", "an"})
# Where a sentence has one of these, somebody whom it does not name may be meant.
_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "we", "our", "us"}
    | {"i", "my", "me", "who", "which", "this", "these", "both"}
)


def new_words(
    claim: Claim, evidence: Evidence, index: int, also: frozenset[str] = frozenset()
) -> tuple[Finding, ...]:
    """A finding on each word without a counterpart in the cited sentences, or in the words `also`.

    A negation is one where no cited sentence denies anything: "is not ready" of "is prepared to
    delay" has only words that are known.

    A counterpart shares a root or a synonym. Numbers have rules of their own; words that report
    speech and words of little content pass. So does who is meant: a name or a role that the cited
    articles have passes where a cited sentence says "he", "the company's" or the like, and a role
    beside a name that is in a cited sentence.
    """
    cited = frozenset(_cited(claim, evidence))
    known = cited | also
    keys = frozenset().union(*map(word_keys, known)) if known else frozenset()
    told = [name for name in names(claim.text) if not cited.isdisjoint(_bare(name.text))]
    meant = _meant(claim, evidence) if cited & _PRONOUNS else frozenset()
    who = frozenset(word for name in names(claim.text) for word in _bare(name.text))

    def passes(token: Token) -> bool:
        """Whether a counterpart stands there, or the word says who is meant."""
        if not keys.isdisjoint(word_keys(token.lower)):
            return True
        word = token.lower.removesuffix("'s")
        role = any(word in words(name) for name in _ROLES)
        if (role or word in who) and word in meant:
            return True
        return role and any(_beside(token, name, claim.text) for name in told)

    tokens = tokenize(claim.text)
    new = [(each.start, each.end) for each in tokens if _tells(each) and not passes(each)]
    return tuple(
        objection(
            index,
            f"‘{claim.text[start:end]}’ has no counterpart in the cited sentences",
            start,
            end,
        )
        for start, end in (*new, *_new_negations(claim, evidence))
    )


def _new_negations(claim: Claim, evidence: Evidence) -> list[tuple[int, int]]:
    """Where words deny something, if nothing in the cited sentences does."""
    texts = (evidence.passages[each.sentence].text for each in claim.citations)
    if any(negations(text) for text in texts):
        return []
    return [(each.start, each.end) for each in negations(claim.text) if each.kind in _DENIES]


def _beside(token: Token, name: Name, text: str) -> bool:
    """Whether a word and a name stand together as a role and its bearer do."""
    between = text[min(token.end, name.end) : max(token.start, name.start)]
    return between.strip(" ,").lower() in _BETWEEN


def _bare(text: str) -> list[str]:
    return [word.removesuffix("'s") for word in text.lower().replace("’", "'").split()]


def _cited(claim: Claim, evidence: Evidence) -> Iterator[str]:
    """The words of the cited sentences, of the notes on them, and of who published them."""
    for citation in claim.citations:
        passage, line = evidence.passages[citation.sentence], evidence.lines.get(citation.sentence)
        article = passage.article
        known = (passage.text, line.note if line else None, article.outlet, article.agency)
        yield from _words(each for each in known if each)


def _meant(claim: Claim, evidence: Evidence) -> frozenset[str]:
    """The words of the articles that are cited."""
    sources = {each.source for each in claim.citations}
    inside = (each for each in evidence.passages.values() if each.article.id in sources)
    return frozenset(_words(each.text for each in inside))


def _words(texts: Iterable[str]) -> Iterator[str]:
    return (token.lower for text in texts for token in tokenize(text))


def _tells(token: Token) -> bool:
    """Whether a word is no number and says something of its own."""
    word = token.lower.removesuffix("'s")
    if word.isdecimal() or not has_content(word) or lemma(word) in words("reporting_verbs"):
        return False
    form = classes("irregular_forms").get(word, word)
    forms = {word, form, stem(form), f"{stem(form)}e"}
    return forms.isdisjoint(words("generic_words"))
