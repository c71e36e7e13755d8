"""Plain texts as sources: for claim/evidence pairs and for the examples of rules."""

from __future__ import annotations

import functools
import hashlib
from typing import TYPE_CHECKING

from summarizer.model.article import Article, Region, Sentence, Span
from summarizer.model.findings import SUPPORT_FAMILIES, PairReport
from summarizer.model.story import Story
from summarizer.model.summary import Event, Origin
from summarizer.text.sentences import sentences
from summarizer.text.tokenized import untokenized
from summarizer.verify.document import CitedClaim, Document, Marker, Part
from summarizer.verify.registry import selected
from summarizer.verify.runner import run
from summarizer.verify.support import score_of_pair, support_of_pair
from summarizer.verify.uncheckable import reason
from summarizer.verify.view import DocumentView, Library

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.model.findings import LevelSetting
    from summarizer.verify.registry import Example


def check_pair(  # noqa: PLR0913  (a pair is three things, a selection three more)
    pair_id: str,
    claim: str,
    evidence: Sequence[str],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    levels: Mapping[str, LevelSetting] | None = None,
) -> PairReport:
    """The report of one claim and its evidence texts, which together must carry it.

    The verdict is about support alone unless `select` names other families. Texts that a tokenizer
    has cut are read as prose; offsets of findings are into the claim as given.
    """
    rules = selected(select, ignore, levels)
    shelf = _shelf("\n".join(evidence) if evidence else None)
    document = _document(untokenized(claim), cited=bool(evidence))
    view = DocumentView(document, shelf.library)
    findings = run(view, rules)
    decisive = tuple(select) or SUPPORT_FAMILIES
    deciding = tuple(f for f in findings if f.rule.startswith(decisive))
    verdict = support_of_pair(view.claims[0], deciding)
    if select:
        failed = any(f.level in ("error", "warning") for f in deciding)
        verdict = "unsupported" if failed else "supported"
    value = score_of_pair(view.claims[0], deciding)
    why = None
    if verdict == "uncheckable":
        why = reason(view.claims[0]) if evidence else "no evidence is given"
    view.close()
    return PairReport(id=pair_id, verdict=verdict, score=value, reason=why, findings=findings)


class _Shelf:
    """A library that is closed when nobody holds it any more."""

    def __init__(self, library: Library) -> None:
        """Hold a library."""
        self.library = library

    def __del__(self) -> None:
        """Close it."""
        self.library.close()


# Claims about one text often follow one another.
@functools.lru_cache(maxsize=4)
def _shelf(evidence: str | None) -> _Shelf:
    """The evidence as the only source of a story; None for no source at all."""
    text = None if evidence is None else untokenized(evidence)
    articles = [] if text is None else [plain_article(1, text, titled=False)]
    return _Shelf(Library(plain_story(articles)))


def _document(claim: str, *, cited: bool) -> Document:
    """A claim whose every sentence cites the evidence, if there is any."""
    marker = Marker(label="1", start=len(claim), end=len(claim), note=None)
    spans = sentences(claim) or [Span(0, len(claim))]
    parts = (Part(start=a, end=b, markers=(marker,) if cited else ()) for a, b in spans)
    whole = CitedClaim(index=0, text=claim, offset=0, parts=tuple(parts))
    return Document(text=claim, claims=(whole,))


def plain_article(
    number: int,
    text: str,
    *,
    titled: bool = True,
    published: str | None = None,
    outlet: str | None = None,
) -> Article:
    """An article of a plain text; if `titled`, its first line is the title."""
    name = f"s{number}"
    title_end = text.find("\n") if titled and "\n" in text else 0
    spans = sentences(text, title_end)
    numbered = [Sentence(id=f"{name}.{n}", start=a, end=b) for n, (a, b) in enumerate(spans, 1)]
    regions = [Region(start=0, end=title_end, kind="headline")] if title_end else []
    if spans:
        regions.append(Region(start=spans[0].start, end=spans[-1].end, kind="body"))
    return Article(
        id=name,
        path=None,
        url=None,
        outlet=outlet,
        title=text[:title_end] or None,
        published=published,
        dateline=None,
        byline=None,
        language="en",
        agency=None,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        regions=tuple(regions),
        sentences=tuple(numbered),
        statements=(),
    )


def plain_story(articles: Sequence[Article]) -> Story:
    """A story in which every article has its own origin and all tell of one event."""
    ids = tuple(article.id for article in articles)
    origins = tuple(
        Origin(id=f"o{n}", name=a.outlet or a.id, kind="outlet", sources=(a.id,), basis="input")
        for n, a in enumerate(articles, 1)
    )
    return Story(
        articles=tuple(articles),
        events=(Event(id="e1", label="", date=None, sources=ids, main=True),),
        origins=origins,
        facts=(),
        disputes=(),
        revisions=(),
        variants=(),
        duplicates=(),
        exclusions=(),
    )


def example_story(example: Example) -> Story:
    """The story of a rule's example."""
    from dataclasses import replace  # noqa: PLC0415

    blank = (None,) * len(example.sources)
    articles = [
        plain_article(number, text, published=published, outlet=outlet)
        for number, (text, published, outlet) in enumerate(
            zip(example.sources, example.published or blank, example.outlets or blank, strict=True),
            1,
        )
    ]
    for stretch in example.related:
        articles = [_with_related(article, stretch) for article in articles]
    story = plain_story(articles)
    return replace(
        story,
        origins=example.origins or story.origins,
        events=example.events or story.events,
        facts=example.facts or story.facts,
        disputes=example.disputes,
        revisions=example.revisions,
    )


def _with_related(article: Article, stretch: str) -> Article:
    """The article with a stretch, if it has it, labelled as belonging to another story."""
    from dataclasses import replace  # noqa: PLC0415

    start = article.text.find(stretch)
    if start < 0:
        return article
    end = start + len(stretch)
    kept = tuple(s for s in article.sentences if s.end <= start or s.start >= end)
    body = tuple(
        replace(region, end=min(region.end, start)) if region.kind == "body" else region
        for region in article.regions
    )
    related = Region(start=start, end=end, kind="related")
    return replace(article, sentences=kept, regions=(*body, related))
