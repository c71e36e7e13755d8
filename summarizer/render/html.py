"""Self-contained pages: no network, a strict Content-Security-Policy, everything escaped."""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from summarizer.render import inspection as view
from summarizer.render import labels
from summarizer.render.json import line
from summarizer.render.segments import Segment, Stretch, segments
from summarizer.render.visible import shown
from summarizer.text.hidden import replace_hidden
from summarizer.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.model.article import Article
    from summarizer.model.story import Inspection
    from summarizer.model.summary import Citation, Summary

HEADLINE = "headline"
_SENTENCE_ID = re.compile(r"\b(s\d{1,6}\.\d{1,6})\b")


def summary_page(summary: Summary, articles: Sequence[Article]) -> str:
    """The summary on the left, its sources on the right, each claim tied to its words.

    `articles` are those that the summary was made from.
    """
    stretches = _cited_stretches(summary)
    texts = {article.id: _segments(article, stretches.get(article.id, ())) for article in articles}
    return _render(
        "summary.html",
        script="summary.js",
        title=summary.headline.text,
        summary=summary,
        article_of={article.id: article for article in articles},
        texts=texts,
        carried=labels.carries(summary),
        origins={origin.id: origin for origin in summary.origins},
        sources={source.id: source for source in summary.sources},
        data=_embedded(line(summary)),
    )


def inspection_page(inspection: Inspection) -> str:
    """How each article was read and what merging found, marked in colour and with a legend."""
    return _render(
        "inspection.html",
        title=f"How {labels.plural(len(inspection.articles), 'article')} "
        f"{'was' if len(inspection.articles) == 1 else 'were'} read",
        inspection=inspection,
        texts=view.sentence_texts(inspection),
        view=view,
    )


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


def _segments(article: Article, stretches: Sequence[Stretch]) -> list[Segment]:
    regions = [Stretch(each.start, each.end, "region", each.kind) for each in article.regions]
    return segments(len(article.text), [*regions, *stretches])


def _render(template: str, *, script: str | None = None, **values: object) -> str:
    style = _asset("page.css")
    code = _asset(script) if script else Markup()
    policy = f"default-src 'none'; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"
    if code:
        policy += f"; script-src {_hash(code)}"
    page = _environment().get_template(template)
    return page.render(policy=policy, style=style, code=code, **values)


def _asset(name: str) -> Markup:
    """A style sheet or script of ours, as it stands in the page."""
    file = files("summarizer").joinpath("render").joinpath("templates").joinpath(name)
    return Markup(file.read_text(encoding="utf-8").strip())  # noqa: S704  (our own file)


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _embedded(text: str) -> Markup:
    """JSON for a script element: nothing in it can end the element or start a comment."""
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text.strip())  # noqa: S704  (escaped above)


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("summarizer.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"shown": markup, "web": web_address, "linked": linked}
    environment.globals |= {"labels": labels, "version": VERSION}
    return environment


def markup(text: str) -> Markup:
    """Untrusted text, escaped; hidden characters become visible, each one character long."""
    escaped = str(escape(text)).replace("\r", "&#13;")  # else the parser would drop it
    return Markup(replace_hidden(escaped, _hidden))  # noqa: S704  (escaped above)


def _hidden(match: re.Match[str]) -> str:
    character, name = shown(match.group())
    return f'<span class="hidden" title="{name}">{character}</span>'


def linked(text: str, known: Mapping[str, object]) -> Markup:
    """Untrusted text as `markup` shows it, ids of known sentences in it as links to them."""
    pieces = _SENTENCE_ID.split(text)
    return Markup().join(
        Markup('<a href="#{0}">{0}</a>').format(each) if each in known else markup(each)
        for each in pieces
    )


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web, None for everything else (javascript:, data:, …)."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
