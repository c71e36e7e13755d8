"""Where an article's own text comes from: a credited agency or outlet, copies, the outlet, nobody.

A ground is an origin before it is numbered; a reason says what a source's share in it rests on.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.credits import credits_of
from summarizer.text.outlets import agency_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.merge.copies.duplicates import Shares
    from summarizer.model.article import Article
    from summarizer.model.summary import OriginKind

UNNAMED = "reports without a named origin"
# What names of agencies end with that are in no list.
_AGENCY = ("news agency", "press agency", "newswire", "news service")
# An excerpt of a credit line is cut off here.
_EXCERPT = 70
_ADDRESS = re.compile(r"[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4}\Z")


class Ground(NamedTuple):
    """Who stands behind a sentence."""

    kind: OriginKind
    name: str

    @property
    def independent(self) -> bool:
        """Whether it is known that somebody reported it."""
        return self.name != UNNAMED


class Basis(NamedTuple):
    """A ground and why: `reason` is a predicate of the articles, with {s} for a verb's ending."""

    ground: Ground
    reason: str


class Own(NamedTuple):
    """Where one article's own text comes from.

    `written` is its outlet's own reporting, which stands behind what a copied text does not tell.
    `parts` are agencies and outlets that helped, with the credit lines.
    """

    text: Basis
    written: Basis
    parts: Mapping[str, str]


def own_grounds(articles: Sequence[Article], shares: Shares) -> dict[str, Own]:
    """The ground of each article's own text."""
    found: dict[str, Own] = {}
    for article in articles:
        alike = shares.get(article.id, {})
        near = [each for each in articles if each.id in alike and alike[each.id].copy]
        again = {each.id for each in near if alike[each.id].retold}
        found[article.id] = _own(article, near, again, found)
    return found


def outlet_ground(name: str) -> Ground:
    """The ground that a name in a text stands for: an agency or another outlet."""
    plain = name.removeprefix("The ")
    if agency := agency_name(plain):
        return Ground("agency", agency)
    return Ground("agency" if plain.casefold().endswith(_AGENCY) else "outlet", plain)


def same_outlet(one: str | None, other: str | None) -> bool:
    """Whether two names, or a name and an address, mean one outlet."""
    return bool(one and other) and letters(one or "") == letters(other or "")


def _own(
    article: Article, near: Sequence[Article], again: set[str], found: Mapping[str, Own]
) -> Own:
    lines = credits_of(article.text, article.regions, article.sentences)
    parts = {
        each.name: f"credit{{s}} {each.name or 'agencies'} in part ({_quoted(article, *each[2:])})"
        for each in lines
        if each.share == "part" and not same_outlet(each.name, article.outlet)
    }
    written = _written(article)
    if article.agency:
        return Own(_agency(article), written, parts)
    for each in lines:
        if each.share == "whole" and not same_outlet(each.name, article.outlet):
            reason = f"credit{{s}} it ({_quoted(article, *each[2:])})"
            return Own(Basis(outlet_ground(each.name), reason), written, parts)
    return Own(_copied(article, near, again, found) or written, written, parts)


def _copied(
    article: Article, near: Sequence[Article], again: set[str], found: Mapping[str, Own]
) -> Basis | None:
    """The ground that an article shares with those `near`, of which it is a copy.

    An agency's copy goes before another one; `again` are those that tell it in other words.
    """
    if not near:
        return None
    first = next((each for each in near if each.agency), None) or next(
        (each for each in near if each.id in found), None
    )
    if first is None:
        names = " and ".join(each.outlet or each.id for each in (article, *near))
        return Basis(Ground("report", f"report in {names}"), "print{s} a text that others share")
    ground = _agency(first).ground if first.agency else found[first.id].text.ground
    told = "tell{s} sentence by sentence, in other words, what {0} tells"
    reason = told if first.id in again else "print{s} the text of {0}"
    return Basis(ground, reason.replace("{0}", first.id))


def _agency(article: Article) -> Basis:
    name = article.agency or ""
    ground = Ground("agency", agency_name(name) or name)
    for region in article.regions:
        place = article.text.find(name, region.start, min(region.end, region.start + 300))
        if place >= 0 and region.kind in ("dateline", "byline", "boilerplate"):
            reason = f"credit{{s}} it ({_quoted(article, region.start, region.end)})"
            return Basis(ground, reason)
    return Basis(ground, "credit{s} it")


def _written(article: Article) -> Basis:
    if article.outlet:
        ground = outlet_ground(article.outlet)
        return Basis(ground, "tell{s} it in the outlet's own text")
    if article.byline or article.dateline:
        by = f"by {article.byline}" if article.byline else f"from {article.dateline}"
        return Basis(Ground("report", f"report {by}"), "tell{s} it in the article's own text")
    return Basis(
        Ground("report", UNNAMED),
        "name{s} neither outlet nor author nor place: not known to be independent",
    )


def _quoted(article: Article, start: int, end: int) -> str:
    words = " ".join(article.text[start : min(end, start + 2 * _EXCERPT)].split())
    short = words if len(words) <= _EXCERPT else words[:_EXCERPT].rpartition(" ")[0] + " …"
    return f"“{short.strip('“”')}”"


def letters(name: str) -> str:
    """The letters of an outlet's name, or of the longest part of its address."""
    flat = unicodedata.normalize("NFKD", name.strip()).casefold().removeprefix("the ")
    plain = max(flat.split(".")[:-1], key=len) if _ADDRESS.match(flat) else flat
    return "".join(each for each in plain if each.isalnum())
