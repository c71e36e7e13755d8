"""Articles that are translations, and the quotations in them that others have in the original.

What a translation quotes was often English to begin with: its words went there and back, and
nobody said them so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.clumsy import slips
from summarizer.text.names import same_name
from summarizer.text.quotes import quotations
from summarizer.text.similarity import roots
from summarizer.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from summarizer.model.article import Article, Statement
    from summarizer.model.story import Fact
    from summarizer.write.extractive.passages import Passage

# What a page says of itself around its text.
_NOTICE = re.compile(
    r"\b(?:(?:automatic(?:ally)?|machine)[ -]translat(?:ed|ion)"
    r"|translated (?:automatically|from the"
    r"|(?:with|by)(?: an?| the)? (?:machine|computer|software|program)))\b",
    re.IGNORECASE,
)
# Of 62 articles all translations but those with a notice have as many slips, and no other article
# has more than one; in a long article two may be chance.
_FEWEST_SLIPS, _SENTENCES_A_SLIP = 2, 15
# Two statements of one speaker are the same if they share so many roots, and this share of the
# shorter one's.
_FEWEST_SHARED, _SHARED = 2, 0.4


class _Said(NamedTuple):
    """What a quotation says: who spoke, as far as that is known, its words and their roots."""

    speaker: str
    words: str
    roots: frozenset[str]


def translated(article: Article) -> bool:
    """Whether an article is a translation: it says so itself, or its English shows it."""
    outside, end = [article.byline or ""], 0
    for sentence in article.sentences:
        outside.append(article.text[end : sentence.start])
        end = sentence.end
    if any(_NOTICE.search(each) for each in (*outside, article.text[end:])):
        return True
    found = sum(slips(article.text[each.start : each.end]) for each in article.sentences)
    return found >= _FEWEST_SLIPS and found * _SENTENCES_A_SLIP >= len(article.sentences)


def quoting(passage: Passage) -> bool:
    """Whether a sentence gives somebody's words as they were said."""
    return any(each.kind != "indirect" for each in passage.statements)


class Quoted(NamedTuple):
    """Sentences of translations that quote what no other article has word for word.

    Of `again` another article has the statement in the original, of `doubtful` none.
    """

    again: frozenset[str]
    doubtful: frozenset[str]


def quoted_in_translation(
    sentences: Mapping[str, Passage], facts: Iterable[Fact], foreign: frozenset[str]
) -> Quoted:
    """What translations quote otherwise than the originals; `foreign` are the translations."""
    mates: defaultdict[str, set[str]] = defaultdict(set)
    for fact in facts:
        for each in fact.sentences:
            mates[each].update(fact.sentences)
    quoted = {name: tuple(_sayings(each)) for name, each in sentences.items() if quoting(each)}
    own = {name for name in quoted if sentences[name].article.id not in foreign}
    originals = [said for name in sorted(own) for said in quoted[name]]
    again: set[str] = set()
    doubtful: set[str] = set()
    for name in quoted.keys() - own:
        if _word_for_word(sentences[name].text, originals):
            continue
        said = quoted[name]
        told = any(_same(each, other) for each in said for other in originals)
        (again if told or not mates[name].isdisjoint(own) else doubtful).add(name)
    return Quoted(frozenset(again), frozenset(doubtful))


def _word_for_word(text: str, originals: Iterable[_Said]) -> bool:
    """Whether all that stands in quotation marks was said so in the originals."""
    given = [_spaced(text[each.start : each.end]) for each in quotations(text)]
    return bool(given) and all(any(each in other.words for other in originals) for each in given)


def _spaced(text: str) -> str:
    return f" {' '.join(token.lower for token in tokenize(text))} "


def _sayings(passage: Passage) -> Iterator[_Said]:
    """What is quoted in a sentence, with its speakers."""
    start, end = passage.sentence.start, passage.sentence.end
    for each in passage.statements:
        inside = ((max(a, start), min(b, end)) for a, b in each.content)
        text = " ".join(passage.article.text[a:b] for a, b in inside if a < b)
        if each.kind != "indirect":
            yield _Said(_speaker(each), _spaced(text), frozenset(roots(text)))


def _speaker(statement: Statement) -> str:
    return (statement.speaker.name or "") if statement.speaker else ""


def _same(one: _Said, other: _Said) -> bool:
    """Whether one speaker says the same in both, in other words perhaps."""
    if not one.speaker or not other.speaker or not same_name(one.speaker, other.speaker):
        return False
    shared = len(one.roots & other.roots)
    return shared >= _FEWEST_SHARED and shared >= _SHARED * min(len(one.roots), len(other.roots))
