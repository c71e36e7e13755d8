"""A neutral headline from the articles' own titles.

A title is put into sentence case and used only if the body sentences it cites carry its words.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.model.summary import Headline
from summarizer.text.clumsy import clumsiness
from summarizer.text.lexicon import classes, words
from summarizer.text.tokens import content_stems, tokenize
from summarizer.write.extractive.antecedents import needs
from summarizer.write.extractive.currency import freshness, outdated
from summarizer.write.extractive.disputes import disputed
from summarizer.write.extractive.passages import cite, passages
from summarizer.write.extractive.prose import strangers, told_in_prose
from summarizer.write.extractive.rewording import abbreviated
from summarizer.write.extractive.standing import leans
from summarizer.write.extractive.voice import judging, readable, undated
from summarizer.write.extractive.wording import standalone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.model.article import Article
    from summarizer.model.story import Story
    from summarizer.write.extractive.passages import Passage
    from summarizer.write.extractive.wording import Wording

_LONGEST_WORDS = 16
_SHORTEST_WORDS = 4
# An article's lead is where the words of its title are told in full.
_LEAD = 6
_MOST_CITED = 3
_CARRIED = 0.8
_ADDRESS = re.compile(r"(?<![\w'])(?:I|[Ww]e|[Yy]ou|[Yy]our|[Oo]ur|[Mm]y|[Ww]hy|[Hh]ow)(?![\w'])")
_FIGURE = re.compile(r"\d")
_SITE = re.compile(r"\s+[|»·–—]\s+[^|»·–—]{2,40}\Z|\s+-\s+[A-Z][\w .]{2,30}\Z")


def headlines(story: Story) -> list[Headline]:
    """Headlines to try, the best first; the last ones are sentences that open articles.

    Titles without loaded words come before others, those with no outdated or disputed value before
    those with one, those that say what happened before those that only name it, then those whose
    words most articles share, of the newer articles first.
    """
    main = next(event for event in story.events if event.main)
    articles = [each for each in readable(story.articles) if each.id in main.sources]
    foreign = strangers(articles)
    articles = [each for each in articles if each.id not in foreign]
    told = list(passages(articles).values())
    shared = _shared_words(told)
    cases = _cases(told)
    past, held = outdated(story), disputed(story)
    fresh = freshness(story.articles)
    found = []
    for article in articles:
        headline = _of_title(article, told, cases)
        if headline:
            worth = _worth(headline.text, shared)
            verbless = not _asserts(headline.text, cases)
            loaded = bool(judging(headline.text))
            worth *= fresh.get(article.id, 1.0) ** 2
            cited = {each.sentence for each in headline.citations}
            settles = bool(_FIGURE.search(headline.text)) and not cited.isdisjoint(past | held)
            key = (loaded, settles, verbless, -worth, article.id)
            found.append((key, headline))
    ranked = [headline for _, headline in sorted(found, key=lambda each: each[0])]
    return [
        *ranked,
        *_leads([each for each in told if each.sentence.id not in past], shared, fresh),
    ]


def _as_title(sentence: str) -> str:
    """A sentence without its full stop, unless that belongs to an abbreviation."""
    return sentence if abbreviated(sentence) else sentence.removesuffix(".")


def _worth(text: str, shared: Mapping[str, int]) -> float:
    """How much of what the articles share a text has, for its length."""
    length = len(text.split()) + _SHORTEST_WORDS
    return sum(shared[stem] for stem in set(content_stems(text))) / length


def _leads(
    told: Sequence[Passage], shared: Mapping[str, int], fresh: Mapping[str, float]
) -> list[Headline]:
    """The articles' first sentences that stand alone, those without loaded words first.

    Of these the ones that have most of what the articles share, the newer ones first.

    The very first sentence of all as it is, if none does.
    """
    known = {passage.sentence.id: passage for passage in told}
    openings = (standalone(each, known) for each in told if not each.position)
    alone = [each for each in openings if each and not needs(each.text)]

    def rank(each: Wording) -> tuple[bool, float]:
        """Whether it is loaded, clumsy or of "today", then as titles are ranked."""
        worth = _worth(each.text, shared) * fresh.get(each.evidence[0].article.id, 1.0) ** 2
        poor = bool(judging(each.text)) or undated(each.text) or clumsiness(each.text) > 0
        return (poor, -worth)

    found = [
        Headline(
            text=_as_title(each.text), citations=tuple(cite(passage) for passage in each.evidence)
        )
        for each in sorted(alone, key=rank)
    ]
    return found or [Headline(text=p.text, citations=(cite(p),)) for p in told[:1]]


def _of_title(
    article: Article, told: Sequence[Passage], cases: Mapping[str, Counter[str]]
) -> Headline | None:
    """The article's title with the sentences of its lead that carry it, if they do."""
    title = _SITE.sub("", " ".join((article.title or "").split()))
    wordy = _SHORTEST_WORDS <= len(title.split()) <= _LONGEST_WORDS
    if not wordy or title.endswith(("?", "…", "...", ":")) or _ADDRESS.search(title):
        return None
    if leans(title) or not told_in_prose(title):
        return None
    wanted = set(content_stems(title))
    lead = [p for p in told if p.article.id == article.id][:_LEAD]
    cited: list[Passage] = []
    missing = set(wanted)
    while missing and len(cited) < _MOST_CITED:
        best = max(lead, key=lambda p: len(missing & set(p.stems)), default=None)
        if best is None or not missing & set(best.stems):
            break
        cited.append(best)
        missing -= set(best.stems)
    if not wanted or len(missing) > (1 - _CARRIED) * len(wanted):
        return None
    text = sentence_case(title.rstrip("."), cases)
    return Headline(text=text, citations=tuple(cite(passage) for passage in cited))


def _asserts(title: str, cases: Mapping[str, Counter[str]]) -> bool:
    """Whether a title says that something happened: it has a verb that is no infinitive.

    A form in -s counts where the articles have the verb in another form ("speaks", "speaking"),
    so that plural nouns do not.
    """
    known = words("finite_verbs") | classes("irregular_forms").keys()
    for before, token in pairwise([None, *tokenize(title)]):
        low = token.lower if token else ""
        if not low or (before and before.lower == "to"):
            continue
        base = low.removesuffix("s").removesuffix("e")
        inflected = base != low and (f"{base}ed" in cases or f"{base}ing" in cases)
        if low in known or low.endswith("ed") or inflected:
            return True
    return False


def _shared_words(told: Sequence[Passage]) -> Counter[str]:
    """In how many articles each content word stands."""
    seen = {(stem, passage.article.id) for passage in told for stem in passage.stems}
    return Counter(stem for stem, _ in sorted(seen))


def _cases(told: Sequence[Passage]) -> dict[str, Counter[str]]:
    """How each word is written inside the sentences (their first words left out)."""
    found: dict[str, Counter[str]] = {}
    for passage in told:
        for token in tokenize(passage.text)[1:]:
            found.setdefault(token.lower, Counter())[token.text] += 1
    return found


def sentence_case(title: str, cases: Mapping[str, Counter[str]]) -> str:
    """A title with its words written as the articles write them inside their sentences.

    Words that no article has keep their capital only in a title that is not in title case.
    """
    tokens = tokenize(title)
    capitals = sum(token.text[0].isupper() for token in tokens)
    if capitals <= 0.6 * len(tokens):
        return title
    out, end = [], 0
    for token in tokens:
        out += [title[end : token.start], _written(token.text, token.lower, cases)]
        end = token.end
    text = "".join([*out, title[end:]])
    return text[:1].upper() + text[1:]


def _written(word: str, lower: str, cases: Mapping[str, Counter[str]]) -> str:
    """A word in its most frequent form; unknown ones in lower case unless they are acronyms."""
    forms = cases.get(lower) or cases.get(lower.removesuffix("'s"))
    if not forms:
        return word if word[1:].lower() != word[1:] else word.lower()
    best = max(sorted(forms), key=lambda form: forms[form])
    same = best.casefold().replace("’", "'") == lower
    return best if same else (word if best[0].isupper() else word.lower())
