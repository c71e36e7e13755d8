"""Wordings that several renderers share: names of sources, markers, what a source carries."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from summarizer.model.article import SPEAKS_TO_MACHINES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from summarizer.model.article import Article
    from summarizer.model.findings import Finding
    from summarizer.model.summary import (
        Attribution,
        Citation,
        Claim,
        Event,
        Origin,
        Provenance,
        Source,
        Summary,
        Writing,
    )

ORIGIN_KINDS = {
    "statement": "press statement",
    "agency": "news agency",
    "outlet": "own reporting",
    "report": "report",
}


def number(source_id: str) -> str:
    """The number of an input: "2" for s2."""
    return source_id.removeprefix("s")


def markers(source_ids: Iterable[str]) -> str:
    """Citation markers in the order given, each once: "[2][3]"."""
    return "".join(f"[{number(each)}]" for each in dict.fromkeys(source_ids))


def cited(citations: Iterable[Citation]) -> tuple[str, ...]:
    """Ids of the cited sources in the order of the inputs, each once."""
    sources = {citation.source for citation in citations}
    return tuple(sorted(sources, key=lambda source: int(source.removeprefix("s"))))


# What sets claims apart that are not about the event itself, or that somebody contradicts.
_PARTS = {"background": "Background and other occasions", "dispute": "Told differently"}


def parts(claims: Iterable[Claim]) -> Iterator[tuple[int, str, Claim]]:
    """Each claim with its number and the heading that goes before it ('' for none)."""
    kind = ""
    for number, claim in enumerate(claims, 1):
        heading = _PARTS.get(claim.kind, "") if claim.kind != kind else ""
        kind = claim.kind
        yield number, heading, claim


def named(source: Source | Article) -> str:
    """What to call a source in a list: outlet, title and date, as far as they are known."""
    title = f"“{one_line(source.title)}”" if source.title else None
    published = day(source.published) if source.published else None
    parts = [each for each in (source.outlet, title, published) if each]
    return one_line(", ".join(parts)) or source.path or source.url or source.id


def day(iso: str) -> str:
    """A day in words, "3 May 2025"; the text itself where it is no date of a calendar."""
    try:
        found = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{found.day} {found:%B %Y}"


def address(source: Source | Article) -> str:
    """Where the source is: its file, its address, or both."""
    return ", ".join(each for each in (source.path, source.url) if each)


def carries(summary: Summary) -> dict[str, list[int]]:
    """For each source that is cited, the numbers of the sentences that cite it, from 1."""
    found: dict[str, list[int]] = {}
    for place, claim in enumerate(summary.claims, 1):
        for source in cited(claim.citations):
            found.setdefault(source, []).append(place)
    return found


def shared_origins(summary: Summary) -> list[Origin]:
    """Origins that several sources carry: together they count as one."""
    return [origin for origin in summary.origins if len(origin.sources) > 1]


def origin_name(origin: Origin) -> str:
    """The origin's name, with its kind where the name does not say it."""
    told = "statement of" in origin.name or "report" in origin.name
    return origin.name if told else f"{origin.name} ({ORIGIN_KINDS[origin.kind]})"


def other_events(summary: Summary) -> list[Event]:
    """Events that the summary is not about."""
    return [event for event in summary.events if not event.main]


def addressing(articles: Iterable[Article]) -> list[str]:
    """Ids of the articles that hold words to a machine, which reading left out."""
    return [
        article.id
        for article in articles
        if any(region.reason == SPEAKS_TO_MACHINES for region in article.regions)
    ]


def noted(finding: Finding) -> str:
    """A finding about a published summary: its level, rule, place and message."""
    place = "" if finding.claim is None else f", sentence {finding.claim + 1}"
    where = ", headline" if finding.claim == -1 else place
    return f"{finding.level} {finding.rule}{where}: {finding.message}"


def remarks(
    summary: Summary, escape: Callable[[str], str] = str, articles: Sequence[Article] = ()
) -> Iterator[tuple[str, list[str]]]:
    """What to know besides the sentences and sources: titles with their items, none empty.

    `escape` makes the summary's own words harmless; markers and our words need it not. What
    `articles` say to a machine is told of and not repeated: others may give the summary to one.
    """
    sections = {
        "Where the sources differ": _conflicts(summary, escape),
        "Same origin": _origins(summary, escape),
        "Other events": [
            f"{escape(event.label)} {markers(event.sources)}" for event in other_events(summary)
        ],
        "Withheld, because the check failed": [
            f"{escape(each.text)} — "
            + "; ".join(f"{found.rule} {escape(found.message)}" for found in each.findings)
            for each in summary.withheld
        ],
        "What the check notes": [escape(noted(each)) for each in summary.verification.findings],
        "Left out": [
            f"{markers(ids)} {'holds' if len(ids) == 1 else 'hold'} words that speak to a machine,"
            " not to readers: an attempt to steer what sums articles up?"
            for ids in [addressing(articles)]
            if ids
        ],
    }
    return ((title, items) for title, items in sections.items() if items)


def _conflicts(summary: Summary, escape: Callable[[str], str]) -> list[str]:
    return [
        f"{escape(conflict.topic)}: "
        + "; ".join(
            f"{escape(each.text)} {markers(cited(each.citations))}" for each in conflict.positions
        )
        for conflict in summary.conflicts
    ]


def _origins(summary: Summary, escape: Callable[[str], str]) -> list[str]:
    return [
        f"{markers(origin.sources)} carry one origin, {escape(origin_name(origin))}: "
        f"{escape(origin.basis)}"
        for origin in shared_origins(summary)
    ]


def route(attribution: Attribution) -> str:
    """Speaker, role and route in one line."""
    role = f" ({attribution.role})" if attribution.role else ""
    via = f", via {', '.join(attribution.via)}" if attribution.via else ""
    return f"{attribution.speaker}{role}{via}"


def made_by(summary: Summary) -> str:
    """How the summary was made and checked; what became of a model's sentences, if one wrote."""
    made, checked = summary.provenance, summary.verification
    prompt = f", prompt {made.prompt.name}@{made.prompt.version}" if made.prompt else ""
    model = f" ({made.model}{prompt})" if made.model else ""
    count = plural(len(checked.findings), "finding")
    own = (
        f"Made by summarizer {made.version}, {made.writer} writer{model}; "
        f"check: {checked.verdict}, {plural(len(checked.rules), 'rule')}, {count}."
    )
    return f"{own} {_written(made, made.writing)}" if made.writing else own


def _written(made: Provenance, writing: Writing) -> str:
    """What became of the model's sentences, and what they took."""
    if writing.fallback is None:
        became = (
            f"Of the model’s sentences {writing.kept} stand as written, {writing.repaired}"
            f" reworded, {writing.replaced} replaced by a source’s, {writing.withheld} withheld"
        )
    else:
        became = f"No sentence is the model’s: {writing.fallback}"
    stored = f" ({writing.stored} from store)" if writing.stored else ""
    cost = "" if made.cost is None else f", {made.cost:.4f} US dollars"
    spent = f"{made.tokens.input:,} tokens in, {made.tokens.output:,} out{cost}"
    return f"{became}; {plural(writing.requests, 'request')}{stored}, {spent}."


def by_id(origins: Iterable[Origin]) -> dict[str, Origin]:
    """Origins by their ids."""
    return {origin.id: origin for origin in origins}


def plural(count: int, noun: str) -> str:
    """A count and its noun: "1 finding", "2 findings", "3 stories"."""
    if count == 1:
        return f"{count} {noun}"
    return f"{count} {noun[:-1]}ies" if noun.endswith("y") else f"{count} {noun}s"


def one_line(text: str) -> str:
    """The text with every run of white space as one blank."""
    return " ".join(text.split())


def quoted(text: str) -> str:
    """Source words in quotation marks, unless they bring their own."""
    return text if text.startswith(("“", '"', "«", "„")) else f"“{text}”"
