"""Lists of feeds come in and go out as OPML."""

from __future__ import annotations

import pytest

from summarizer.digest.fetching.opml import Subscription, read_opml, write_opml
from summarizer.errors import InputError

NESTED = """<?xml version="1.0"?><opml version="1.0"><head/><body>
<outline text="Coast"><outline text="Courier &amp; Mail" xmlUrl="https://courier.example/feed"/>
<outline text="Deeper"><outline title="Post" text="x" xmlurl="http://post.example:8080/f?a=1&amp;b=2"/>
</outline></outline>
<outline text="Again" type="rss" xmlUrl="https://courier.example/feed"/>
<outline text="Bad" xmlUrl="javascript:alert(1)"/><outline text="None" htmlUrl="https://x.example/"/>
</body></opml>"""


def test_feeds_are_found_in_folders() -> None:
    found = read_opml(NESTED.encode(), "list.opml")
    assert found.feeds == (
        Subscription(address="https://courier.example/feed", title="Courier & Mail"),
        Subscription(address="http://post.example:8080/f?a=1&b=2", title="Post"),
    )
    assert found.refused == ("javascript:alert(1)",)


def test_what_is_written_is_read_again() -> None:
    feeds = (
        Subscription(address='https://courier.example/feed?a=1&b="2"', title='Courier <&> "Mail"'),
        Subscription(address="https://post.example/feed"),
    )
    again = read_opml(write_opml(feeds, "My feeds").encode(), "list.opml").feeds
    assert again == (
        Subscription(address="https://courier.example/feed?a=1&b=%222%22", title=feeds[0].title),
        feeds[1],
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain",
        b"<html/>",
        b"<opml><body>",
        b'<!DOCTYPE o [<!ENTITY a "b">]><opml><body><outline text="&a;"/></body></opml>',
        b'<!DOCTYPE o [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml>&a;</opml>',
        b'<?xml version="1.0" encoding="none"?><opml/>',
        b"<opml>" + b" " * (6 << 20) + b"</opml>",
    ],
)
def test_what_is_no_list_is_told(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read_opml(data, "list.opml")
    assert (caught.value.code, "list.opml" in caught.value.message) == ("no-opml", True)
