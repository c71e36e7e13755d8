"""What a page tells about a summary besides its sentences: who speaks, when, how it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.render.labels import cited, day, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from summarizer.model.article import Article, Statement
    from summarizer.model.summary import (
        Citation,
        Claim,
        Event,
        Origin,
        Position,
        Provenance,
        Source,
        Summary,
    )

_DIGITS = 12  # of a digest: enough to compare by eye


class Voice(NamedTuple):
    """A speaker of the summary, with the numbered sentences that report them.

    `heard` are the sources in which reading found them speak.
    """

    name: str
    role: str | None
    claims: tuple[tuple[int, Claim], ...]
    heard: tuple[str, ...]


class Heard(NamedTuple):
    """A speaker of the sources, with the articles that quote them."""

    name: str
    sources: tuple[str, ...]


class Moment(NamedTuple):
    """A day with what happened on it and what was published on it."""

    day: str
    events: tuple[Event, ...]
    published: tuple[str, ...]


def voices(summary: Summary, articles: Sequence[Article]) -> list[Voice]:
    """Who is reported in the summary, in the order of first mention."""
    found: dict[str, list[tuple[int, Claim]]] = {}
    for number, claim in enumerate(summary.claims, 1):
        if claim.attribution:
            found.setdefault(claim.attribution.speaker, []).append((number, claim))
    return [
        Voice(name, _role(claims), tuple(claims), _heard_in(name, articles))
        for name, claims in found.items()
    ]


def _role(claims: Iterable[tuple[int, Claim]]) -> str | None:
    roles = (claim.attribution.role for _, claim in claims if claim.attribution)
    return next((role for role in roles if role), None)


def _heard_in(name: str, articles: Sequence[Article]) -> tuple[str, ...]:
    return tuple(
        article.id
        for article in articles
        if any(_same(name, each) for each in _names(article.statements))
    )


def _names(statements: Iterable[Statement]) -> Iterator[str]:
    for each in statements:
        if each.speaker and each.speaker.name:
            yield each.speaker.name


def _same(one: str, other: str) -> bool:
    """Whether one name holds the other: "Transport Minister Ada Brem", "Ada Brem"."""
    first, second = f" {one.casefold()} ", f" {other.casefold()} "
    return first in second or second in first


def unheard(summary: Summary, articles: Sequence[Article]) -> list[Heard]:
    """Named speakers of the used sources whom the summary does not report, most heard first."""
    used = {source.id for source in summary.sources if source.used}
    told = {claim.attribution.speaker for claim in summary.claims if claim.attribution}
    found: dict[str, list[str]] = {}
    for article in articles:
        for name in _names(article.statements) if article.id in used else ():
            if not any(_same(name, each) for each in told):
                found.setdefault(name, []).append(article.id)
    ordered = sorted(found.items(), key=lambda item: -len(item[1]))
    return [Heard(name, tuple(dict.fromkeys(ids))) for name, ids in ordered]


def sayers(
    position: Position, article_of: Mapping[str, Article]
) -> list[tuple[str | None, tuple[str, ...]]]:
    """Who gives a value: speakers with the sources that quote them; None for a source's own words.

    The speaker is that of the statement that reading found at the cited place.
    """
    found: dict[str | None, list[Citation]] = {}
    for citation in position.citations:
        found.setdefault(_sayer(citation, position, article_of), []).append(citation)
    ordered = sorted(found.items(), key=lambda item: item[0] is None)
    return [(name, cited(citations)) for name, citations in ordered]


def _sayer(citation: Citation, position: Position, article_of: Mapping[str, Article]) -> str | None:
    article = article_of.get(citation.source)
    at = article.text.find(position.value, citation.start, citation.end) if article else -1
    for each in article.statements if article and at >= 0 else ():
        said = any(span.start <= at < span.end for span in each.content)
        if said and each.speaker and each.speaker.name:
            return each.speaker.name
    return None


def timeline(summary: Summary) -> list[Moment]:
    """The days of the events and of the sources' publication, the earliest first."""
    days = sorted(
        {
            *(event.date[:10] for event in summary.events if event.date),
            *(source.published[:10] for source in summary.sources if source.published),
        }
    )
    return [
        Moment(
            day,
            tuple(event for event in summary.events if (event.date or "")[:10] == day),
            tuple(each.id for each in summary.sources if (each.published or "")[:10] == day),
        )
        for day in days
    ]


def undated(summary: Summary) -> list[Event]:
    """Events whose day the sources do not tell."""
    return [event for event in summary.events if not event.date]


def happened(event: Event) -> str:
    """What happened, without the day that a dated event's label begins with."""
    head, colon, rest = event.label.partition(": ")
    return rest if colon and event.date and event.date[:4] in head else event.label


def short(origin: Origin) -> str:
    """The origin's name where a symbol tells its kind: "Ministry of Transport"."""
    return origin.name.removeprefix("statement of ").removeprefix("the ")


def span(days: Iterable[str]) -> str:
    """The days from the first to the last, in words: "11–14 March 2025"; "" for none."""
    ordered = sorted(days)
    if not ordered:
        return ""
    first, last = day(ordered[0]), day(ordered[-1])
    number, _, month = first.partition(" ")
    if first == last:
        return first
    return f"{number}–{last}" if last.endswith(f" {month}") else f"{first} – {last}"


def outlets(citations: Iterable[Citation], sources: Mapping[str, Source]) -> int:
    """How many outlets are cited; a source without one counts by itself."""
    ids = cited(citations)
    return len({(sources[each].outlet if each in sources else None) or each for each in ids})


def made(summary: Summary) -> list[tuple[str, str]]:
    """How the summary was made and checked: terms with their values."""
    by, check = summary.provenance, summary.verification
    prompt = by.prompt
    rules, found = plural(len(check.rules), "rule"), plural(len(check.findings), "finding")
    facts = [
        ("Writer", by.writer),
        ("Model", by.model or ""),
        ("Prompt", f"{prompt.name}@{prompt.version}, {_short(prompt.sha256)}" if prompt else ""),
        ("Settings", ", ".join(f"{name} {value}" for name, value in by.parameters.items())),
        *_written(by),
        ("Check", f"{check.verdict}: {rules}, {found}"),
        ("Input", _short(by.input_sha256)),
        ("Made", f"{by.created}, summarizer {by.version}"),
    ]
    return [(term, value) for term, value in facts if value]


def _short(digest: str) -> str:
    return f"SHA-256 {digest[:_DIGITS]}…"


def _written(by: Provenance) -> list[tuple[str, str]]:
    """What became of a model's sentences, and what they took."""
    writing = by.writing
    if writing is None:
        return [("Tokens", "none: no model was asked")]
    became = (
        f"{writing.kept} as written, {writing.repaired} reworded, {writing.replaced} replaced by a "
        f"source’s sentence, {writing.withheld} withheld"
    )
    stored = f", {writing.stored} from store" if writing.stored else ""
    cost = "price not known" if by.cost is None else f"{by.cost:.4f} US dollars"
    return [
        ("Sentences", writing.fallback or became),
        ("Requests", f"{writing.requests}{stored}; {writing.seconds:.1f} s"),
        ("Tokens", f"{by.tokens.input:,} in, {by.tokens.output:,} out"),
        ("Cost", cost),
    ]
