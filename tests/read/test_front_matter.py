"""Front matter gives an article's facts and is no part of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.errors import InputError
from summarizer.read import read
from summarizer.read.front_matter import front_matter
from summarizer.read.raw import Given

if TYPE_CHECKING:
    from summarizer.model.article import Article

LEAD = "The bridge in Arden was closed on Friday after engineers found cracks in both towers."
BLOCK = "---\ntitle: Bridge closed\noutlet: Harbour Post\ndate: 2025-06-03\n---\n"


def article(text: str) -> Article:
    """The article that standard input holds."""
    (found,) = read(["-"], stdin=text.encode())
    return found


def sentences(found: Article) -> list[str]:
    """The sentences of an article."""
    return [found.quote(each.start, each.end) for each in found.sentences]


def test_an_article_with_front_matter() -> None:
    found = article(f"{BLOCK}\n{LEAD}\n")
    assert (found.title, found.outlet, found.published) == (
        "Bridge closed",
        "Harbour Post",
        "2025-06-03",
    )
    assert sentences(found) == [LEAD]
    front = found.regions[0]
    assert (front.kind, front.reason) == ("boilerplate", "front matter")
    assert found.text[front.start : front.end] == BLOCK.strip()


def test_places_count_from_the_start_of_the_file() -> None:
    text = f"{BLOCK}{LEAD}\n"
    assert article(text).text == text
    assert article(text).sentences[0].start == len(BLOCK)


@pytest.mark.parametrize(
    ("lines", "given"),
    [
        ('title: "Bridge \\"closed\\""', Given(title='Bridge "closed"')),
        ("title: 'Arden''s bridge: closed' # late", Given(title="Arden's bridge: closed")),
        ("Headline: Bridge #4 closed # draft 2", Given(title="Bridge")),
        ("source: Harbour Post", Given(outlet="Harbour Post")),
        ("publisher: Harbour Post\nlayout: post", Given(outlet="Harbour Post")),
        ("author: Mara Ilves\ntags:\n  - arden\n- bridge", Given(byline="Mara Ilves")),
        ("date-published: 3 June 2025", Given(published="2025-06-03")),
        ("published: 2025-06-03T14:00:00Z", Given(published="2025-06-03T14:00:00+00:00")),
        ("url: https://post.example/a", Given(url="https://post.example/a")),
        ("agency: Tarn Wire\nauthor: null\ntitle: [a, b]\noutlet:", Given(agency="Tarn Wire")),
    ],
)
def test_keys_and_values(lines: str, given: Given) -> None:
    text = f"---\n{lines}\n---\n"
    assert front_matter(text + LEAD) == (given, len(text))


def test_line_ends_of_windows_and_three_points() -> None:
    text = "---\r\ntitle: Bridge closed\r\n...\r\n"
    assert front_matter(text + LEAD) == (Given(title="Bridge closed"), len(text))


@pytest.mark.parametrize(
    "text",
    [
        f"---\n\n{LEAD}\n",
        f"---\n{LEAD}\n---\n{LEAD}\n",
        f"---\ntitle: Bridge closed\n{LEAD}\n---\n",
        f"---\nUpdate: the road is open\n---\n{LEAD}\n",
        f"---\ntitle: Bridge closed\n\n{LEAD}\n",
        f"Arden\n{BLOCK}{LEAD}\n",
        f"----\ntitle: Bridge closed\n----\n{LEAD}\n",
        f"---\n---\n{LEAD}\n",
    ],
)
def test_a_rule_alone_opens_no_front_matter(text: str) -> None:
    assert front_matter(text) == (Given(), 0)
    assert LEAD in sentences(article(text))


@pytest.mark.parametrize(
    ("fact", "title"),
    [("outlet: Harbour Post", "Arden loses its bridge"), ("title: Bridge closed", "Bridge closed")],
)
def test_a_heading_below_is_the_headline(fact: str, title: str) -> None:
    found = article(f"---\n{fact}\n---\n\n# Arden loses its bridge\n\n{LEAD}\n")
    assert found.title == title
    assert [region.kind for region in found.regions] == ["boilerplate", "headline", "body"]


def test_a_title_that_comes_again_is_no_sentence() -> None:
    assert sentences(article(f"{BLOCK}\nBridge closed\n\n{LEAD}\n")) == [LEAD]


def test_what_stands_in_a_value_labels_nothing_else() -> None:
    found = article(f"---\nauthor: By Mara Ilves\nnote: Advertisement\n---\n{LEAD}\n\n{LEAD}\n")
    assert [region.kind for region in found.regions] == ["boilerplate", "body", "body"]
    assert found.byline == "By Mara Ilves"


def test_front_matter_alone_is_no_article() -> None:
    with pytest.raises(InputError) as raised:
        article(BLOCK)
    assert raised.value.code == "no-text"
