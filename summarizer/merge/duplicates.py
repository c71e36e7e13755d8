"""Near-duplicate articles: copies, light edits, cuts, and wire copy under a new lead.

Two articles are compared by their shingles (sequences of four words of the body; Broder 1997):
the share of the smaller set that stands in the larger one, which a cut or a new lead leaves high.
Independent reports on one event share names and single quotations, but few whole sequences.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from summarizer.model.story import Duplicate
from summarizer.text.similarity import shingles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Article

# On 304 development clusters the true copies share all of the shorter text; the nearest others, one
# report quoting another at length or both one agency, share .55 and less, nine in ten below .4.
COPY = 0.6
# From here on two texts have a common source, though they are no copies.
COMMON = 0.4
# Shorter texts than this can share most of their sequences by quoting one sentence.
SHORTEST = 25
# Sequences in more articles than this are an outlet's standing text; they bring no candidates.
CROWD = 50

Shares = Mapping[str, Mapping[str, float]]


def duplicates(articles: Sequence[Article]) -> tuple[Duplicate, ...]:
    """Groups of articles that carry one text, each with the longest of them as its measure.

    `similarity` is the lowest share of a member's sequences of words that stand in the longest.
    """
    return copies_among(articles, common_text(articles))


def copies_among(articles: Sequence[Article], shares: Shares) -> tuple[Duplicate, ...]:
    """The same, from the shares of common text."""
    order = {article.id: n for n, article in enumerate(articles)}
    length = {article.id: sum(e.end - e.start for e in article.sentences) for article in articles}
    longest_first = sorted(order, key=lambda each: (-length[each], order[each]))
    taken: set[str] = set()
    found = []
    for longest in longest_first:
        near = {name: share for name, share in shares.get(longest, {}).items() if share >= COPY}
        copies = [each for each in longest_first if each in near and each not in taken]
        if longest not in taken and copies:
            taken.update([longest, *copies])
            members = sorted([longest, *copies], key=order.__getitem__)
            score = min(near[each] for each in copies)
            found.append(Duplicate(members=tuple(members), similarity=round(score, 3)))
    return tuple(sorted(found, key=lambda each: order[each.members[0]]))


def common_text(articles: Sequence[Article]) -> Shares:
    """For each article, those with which it shares COMMON or more of the shorter text."""
    bodies = {article.id: _body(article) for article in articles}
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (a, b), count in _in_common(bodies).items():
        smallest = min(len(bodies[a]), len(bodies[b]))
        if count >= COMMON * smallest and (smallest >= SHORTEST or bodies[a] == bodies[b]):
            found[a][b] = found[b][a] = count / smallest
    return found


def _body(article: Article) -> frozenset[str]:
    spans = article.sentences
    return shingles(" ".join(article.text[each.start : each.end] for each in spans))


def _in_common(bodies: Mapping[str, frozenset[str]]) -> Counter[tuple[str, str]]:
    """How many sequences each two articles have in common, where any."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for name, body in bodies.items():
        for shingle in body:
            holders[shingle].append(name)
    common: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        if len(names) > 1:
            head = names[:CROWD]
            common.update((a, b) for n, a in enumerate(head) for b in names[n + 1 :])
    return common
