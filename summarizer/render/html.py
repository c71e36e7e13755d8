"""The pages of a summary and of a reading."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from summarizer.render import inspection as reading
from summarizer.render import labels, markdown, overview
from summarizer.render.hanging import picture
from summarizer.render.json import line
from summarizer.render.page import embedded, page, sentence_ids
from summarizer.render.paragraphs import paragraphs
from summarizer.render.segments import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.model.article import Article
    from summarizer.model.story import Inspection
    from summarizer.model.summary import Citation, Summary

HEADLINE = "headline"


def summary_page(summary: Summary, articles: Sequence[Article]) -> str:
    """The summary on the left, its sources on the right, each claim tied to its words.

    For scripts: a claim is the element with `data-claim="c1"` that takes focus and click, its words
    are in `<mark data-claim="c1 c2" data-source="s2">`, the chosen claim has `aria-current="true"`
    and its marks the class `active`; the summary stands in `<script id="summary">`.

    Args:
        summary: A summary as it is published.
        articles: Those that it was made from.
    """
    values = {
        **_values(summary, articles),
        **_shelf(summary, articles),
        **_sections(summary, articles),
        "title": summary.headline.text,
    }
    styles, scripts = ("summary.css",), ("summary.js", "copy.js")
    return page("summary.html", values, styles=styles, scripts=scripts)


def inspection_page(inspection: Inspection) -> str:
    """How each article was read and what merging found, marked in colour and with a legend."""
    count = len(inspection.articles)
    values = {
        "title": f"How {labels.plural(count, 'article')} {'was' if count == 1 else 'were'} read",
        "inspection": inspection,
        "contents": [
            ("stories", "Stories", len(inspection.stories)),
            ("articles", "Articles", count),
        ],
        "texts": reading.sentence_texts(inspection),
        "view": reading,
    }
    return page("inspection.html", values, styles=("inspection.css",))


def _values(summary: Summary, articles: Sequence[Article]) -> dict[str, object]:
    """The summary itself."""
    return {
        "kicker": _kicker(summary),
        "summary": summary,
        "contents": list(_contents(summary)),
        "warnings": [each for each in summary.verification.findings if each.level != "note"],
        "addressing": labels.addressing(articles),
        "carried": labels.carries(summary),
        "origins": labels.by_id(summary.origins),
        "sources": {source.id: source for source in summary.sources},
        "data": embedded(line(summary)),
        "markdown": embedded(json.dumps(markdown.summary(summary, articles))),
        "view": overview,
    }


def _shelf(summary: Summary, articles: Sequence[Article]) -> dict[str, object]:
    """The articles, and what of them is used where."""
    stretches = _cited_stretches(summary)
    texts = {each.id: paragraphs(each, stretches.get(each.id, ())) for each in articles}
    uses = _uses(summary, stretches, articles)
    return {
        "article_of": {article.id: article for article in articles},
        "texts": texts,
        "page_lines": sum(each.page for text in texts.values() for each in text),
        "begun": _begun(summary, articles, uses),
        "uses": uses,
    }


def _sections(summary: Summary, articles: Sequence[Article]) -> dict[str, object]:
    """What stands below the sentences."""
    return {
        "speakers": overview.voices(summary, articles),
        "unheard": overview.unheard(summary, articles),
        "moments": overview.timeline(summary),
        "undated": overview.undated(summary),
        "picture": picture(summary),
    }


def _contents(summary: Summary) -> Iterator[tuple[str, str, int | None]]:
    """The parts that this page has: id, name, and how much there is."""
    parts = (
        ("sentences", "Sentences", len(summary.claims)),
        ("differences", "Differences", len(summary.conflicts)),
        ("speakers", "Who said what", len(overview.voices(summary, ()))),
        ("timeline", "Timeline", len(summary.events)),
        ("origins", "Origins", len(summary.origins)),
        ("withheld", "Withheld", len(summary.withheld)),
    )
    yield from (part for part in parts if part[2])
    yield "made", "How it was made", None


def _kicker(summary: Summary) -> str:
    used = sum(source.used for source in summary.sources)
    count = labels.plural(len(summary.sources), "article")
    told = f"{count}, {used} used" if used < len(summary.sources) else count
    days = overview.span(source.published for source in summary.sources if source.published)
    return f"Summary of {told}{f' · published {days}' if days else ''}"


def _cited_stretches(summary: Summary) -> dict[str, list[Stretch]]:
    """The cited places of each source: claims, and apart from them headline and positions."""
    found: dict[str, list[Stretch]] = {}

    def add(citations: Sequence[Citation], layer: str, label: str) -> None:
        for each in citations:
            found.setdefault(each.source, []).append(Stretch(each.start, each.end, layer, label))

    for claim in summary.claims:
        add(claim.citations, "claim", claim.id)
    add(summary.headline.citations, "cites", HEADLINE)
    for number, conflict in enumerate(summary.conflicts, 1):
        for place, position in enumerate(conflict.positions, 1):
            add(position.citations, "cites", f"d{number}.{place}")
    return found


def _uses(
    summary: Summary, stretches: Mapping[str, Sequence[Stretch]], articles: Sequence[Article]
) -> dict[str, str]:
    """What uses a sentence of a source: numbers of claims, H for the headline, ≠ for a conflict."""
    names = {claim.id: str(number) for number, claim in enumerate(summary.claims, 1)}
    names[HEADLINE] = "H"
    found: dict[str, str] = {}
    for article in articles:
        cites = stretches.get(article.id, ())
        for each in article.sentences if cites else ():
            over = [cite for cite in cites if cite.start < each.end and each.start < cite.end]
            if over:
                found[each.id] = " ".join(dict.fromkeys(names.get(c.label, "≠") for c in over))
    return found


def _begun(
    summary: Summary, articles: Sequence[Article], uses: Mapping[str, str]
) -> dict[str, int]:
    """Where sentences begin that something points at; for others a page needs no element."""
    told = {each for origin in summary.origins for each in sentence_ids(origin.basis)}
    return {
        each.id: each.start
        for article in articles
        for each in article.sentences
        if each.id in uses or each.id in told
    }
