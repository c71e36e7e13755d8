"""Items, past stories and digests of invented articles, without any fetching."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from summarizer.digest.fetching.canonical import item_id
from summarizer.digest.model import Changes, Digest, DigestStory, Item, PastStory
from summarizer.digest.settings import DeliverySettings, Job
from summarizer.pipeline import summarize
from summarizer.read import article
from summarizer.read.raw import Given, Raw

MONDAY = datetime(2026, 3, 2, 5, tzinfo=UTC)
TUESDAY = datetime(2026, 3, 3, 5, tzinfo=UTC)
FLOOD = """Dam at Holt overflows

The dam at Holt overflowed on Sunday and the river Kell rose over 12 farms in the valley.

The water board said that 40 people had left their homes below the dam.

“The wall holds,” said Ida Brandt, who leads the water board of Holt. The board opened both gates \
of the dam on Sunday night. The road from Holt to Arden is closed.
"""
FLOOD_TOO = """Farms under water below Holt dam

Twelve farms stand in water after the dam at Holt overflowed on Sunday.

Ida Brandt, who leads the water board of Holt, said the wall of the dam holds. Neighbours brought \
hay to the hills above the river Kell.
"""
FLOOD_LATER = """Holt dam: 65 had to leave

The water board said on Monday that 65 people had left their homes below the dam at Holt.

The wall of the dam holds, said Ida Brandt, who leads the water board of Holt.

The army sent two pumps to the farms in the valley of the river Kell on Monday. The road from Holt \
to Arden stays closed.
"""
TRAM = """Tram line to Kell opens

The tram line from Arden to Kell opened on Sunday. Mayor Ann Ode cut the ribbon. A ride costs two \
talers, the tram company said.
"""


def item(
    name: str, outlet: str | None, text: str, at: datetime = MONDAY, *, host: str = "example.org"
) -> Item:
    """An item as fetching gives it; its text may change under the same name."""
    url = f"https://{host}/{name}"
    given = Given(outlet=outlet, published=at.date().isoformat(), url=url)
    sha256 = item_id(text)
    read = article("s1", Raw(text=text, path=None, sha256=sha256, given=given))
    return Item(
        id=item_id(url),
        url=url,
        canonical=url,
        source="https://example.org/feed",
        outlet=outlet,
        title=text.partition("\n")[0],
        published=at,
        first_seen=at,
        revision=sha256,
        article=read,
    )


def told(story: str, items: tuple[Item, ...], period: str = "2026-03-02T0600+0100") -> PastStory:
    """A story as a digest told it."""
    articles = [each.article.numbered(n) for n, each in enumerate(items, 1)]
    summary = summarize(articles, created=MONDAY)
    return PastStory(
        story=story, period=period, items=tuple(each.id for each in items), summary=summary
    )


def job(deliver: DeliverySettings | None = None, *, outlets: int = 2, origins: int = 1) -> Job:
    """A job that asks for so many outlets and origins."""
    zone = ZoneInfo("Europe/Berlin")
    order = Job(
        name="morning",
        schedule="0 6 * * *",
        timezone=zone,
        sources=(),
        window=TUESDAY - MONDAY,
        deliver=deliver or DeliverySettings(folder=Path("out")),
    )
    return replace(order, min_outlets=outlets, min_origins=origins)


def digest(*stories: PastStory, changes: Changes | None = None) -> Digest:
    """A digest of Tuesday with these stories."""
    return Digest(
        schema=1,
        job="morning",
        period="2026-03-03T0600+0100",
        at="2026-03-03T06:00:00+01:00",
        status="complete" if stories else "empty",
        stories=tuple(
            DigestStory(story=each.story, summary=each.summary, changes=changes) for each in stories
        ),
        failed=(),
        problems=(),
        selection=None,
    )
