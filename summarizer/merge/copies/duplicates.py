"""Near-duplicate articles: copies, light edits, cuts, and wire copy under a new lead.

Two articles are compared by their shingles (sequences of four words of the body; Broder 1997):
the share of the smaller set that stands in the larger one, which a cut or a new lead leaves high.
Independent reports on one event share names and single quotations, but few whole sequences.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from summarizer.merge.copies.retold import retold
from summarizer.merge.copies.verbatim import unquoted
from summarizer.merge.sets import Sets
from summarizer.model.story import Duplicate
from summarizer.text.outlets import agency_name
from summarizer.text.similarity import sequences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.merge.passages import Passage
    from summarizer.model.article import Article

# Shares of the shorter text's sequences, with and without quotations, whichever is less. On planted
# and real development articles a text and its edited copies share .64 and more, versions of one
# wire text that outlets edited .56; two reports that both print a statement whole share .47.
COPY = 0.55
# From here on two texts have a common source, though they are no copies.
COMMON = 0.4
# Shorter texts than this can share most of their sequences by quoting one sentence.
SHORTEST = 25
# Sequences in more articles than this are an outlet's standing text; they bring no candidates.
CROWD = 50


class Likeness(NamedTuple):
    """What two articles have of each other.

    `share` is the share of the shorter text's sequences of words that the longer one has, for a
    text that is `retold` in other words the mean fit of its sentences. `copy` says that they are
    one text.
    """

    share: float
    copy: bool
    retold: bool


Shares = Mapping[str, Mapping[str, Likeness]]


def copies_among(articles: Sequence[Article], shares: Shares) -> tuple[Duplicate, ...]:
    """Groups of articles that carry one text, in the same words or retold.

    `shares` tells what the articles have of each other; `similarity` is the lowest likeness by
    which a member belongs to its group. Articles that credit one agency are versions of its text
    from COMMON on.
    """
    order = {article.id: n for n, article in enumerate(articles)}
    texts = Sets(order)
    wire = {article.id: agency_name(article.agency) or article.agency for article in articles}
    links = sorted(
        ((-each.share, order[a], order[b]), a, b)
        for a, near in shares.items()
        for b, each in near.items()
        if order[a] < order[b] and (each.copy or (wire[a] is not None and wire[a] == wire[b]))
    )
    lowest: dict[str, float] = {}
    for (score, _, _), a, b in links:  # the best links first: each joins two groups at most
        if texts.join(a, b):
            lowest[a] = -score
    return tuple(
        Duplicate(
            members=tuple(members),
            similarity=round(min(lowest[name] for name in members if name in lowest), 3),
        )
        for members in texts.all()
        if len(members) > 1
    )


def common_text(found: Sequence[Passage]) -> Shares:
    """For each article, those with which it shares COMMON or more of a text."""
    texts = _texts(found)
    shares: defaultdict[str, dict[str, Likeness]] = defaultdict(dict)
    for (a, b), fit in retold(found).items():
        shares[a][b] = shares[b][a] = Likeness(fit, copy=True, retold=True)
    for a, b, share in _shared(texts):
        if share >= COPY or b not in shares[a]:
            shares[a][b] = shares[b][a] = Likeness(share, share >= COPY, retold=False)
    return shares


def _texts(found: Sequence[Passage]) -> dict[str, list[Passage]]:
    """The sentences of each article."""
    own: defaultdict[str, list[Passage]] = defaultdict(list)
    for each in found:
        own[each.article].append(each)
    return own


def _shared(texts: Mapping[str, Sequence[Passage]]) -> Iterator[tuple[str, str, float]]:
    """Pairs of articles with COMMON or more of the shorter text, and that share."""
    bodies = {
        name: sequences([word for each in text for word in each.words])
        for name, text in texts.items()
    }
    for (a, b), count in _in_common(bodies).items():
        smallest = min(len(bodies[a]), len(bodies[b]))
        long_enough = smallest >= SHORTEST or bodies[a] == bodies[b]
        if long_enough and count >= COMMON * smallest:
            share = min(count / smallest, _narrated(texts[a], texts[b]))
            if share >= COMMON:
                yield a, b, share


def _narrated(one: Sequence[Passage], other: Sequence[Passage]) -> float:
    """The share of common sequences of words outside quotation marks."""
    bodies = [frozenset[str]().union(*map(unquoted, text)) for text in (one, other)]
    smallest = min(map(len, bodies))
    return len(bodies[0] & bodies[1]) / smallest if smallest else 1.0


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
