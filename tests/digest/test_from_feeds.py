"""From feeds on the web to a digest, by the command that a timer runs."""

from __future__ import annotations

from email.utils import format_datetime
from typing import TYPE_CHECKING

from tests.digest.conftest import TOWER, TOWER_TOO
from tests.digest.fetching.newsroom import NOW, item, rss
from tests.web_server import Page

if TYPE_CHECKING:
    from tests.digest.conftest import Place
    from tests.web_server import WebServer

CONFIG = """\
state = "state.db"
[job.morning]
schedule = "0 6 * * *"
timezone = "UTC"
feeds = [{feeds}]
window = "24h"
min_outlets = 2
allow_private_network = true
[job.morning.deliver]
folder = "out"
"""
PERIOD = ("--now", NOW.isoformat())


def give_outlet(server: WebServer, name: str, title: str, text: str) -> str:
    """A feed of an outlet, and the page that it names."""
    path = "/" + name.replace(" ", "-")
    body = "".join(f"<p>{each}</p>" for each in text.split("\n\n"))
    page = f"<html><body><article><h1>{title}</h1>{body}</article></body></html>"
    server.give(path, Page(body=page.encode()))
    modified = {"Last-Modified": format_datetime(NOW)}
    told = Page(body=rss([item(path, title)], title=name), kind="text/xml", headers=modified)
    return server.give(f"{path}/feed", told)


def configure(place: Place, *feeds: str) -> None:
    listed = ", ".join(f'"{feed}"' for feed in feeds)
    (place.folder / "digest.toml").write_text(CONFIG.format(feeds=listed))


def test_what_feeds_name_becomes_a_story_with_links(place: Place, web_server: WebServer) -> None:
    configure(
        place,
        give_outlet(web_server, "Belm Echo", *TOWER),
        give_outlet(web_server, "Northern Post", *TOWER_TOO),
        web_server.give("/broken", Page(body=b"<html><body>Soon</body></html>")),
    )
    place.run("run", "morning", *PERIOD)
    (found,) = place.folder.glob("out/morning/*/digest.json")
    digest = place.digest(found.parent.name)
    (story,) = digest["stories"]
    links = {each["link"] for claim in story["claims"] for each in claim["citations"]}
    assert digest["status"] == "degraded"
    # items of one moment are in the order of their ids, which the port of the server decides
    assert sorted((each["outlet"], each["url"]) for each in story["sources"]) == [
        ("Belm Echo", web_server.url + "/Belm-Echo"),
        ("Northern Post", web_server.url + "/Northern-Post"),
    ]
    assert {link.partition("#:~:text=")[0] for link in links} <= {
        each["url"] for each in story["sources"]
    }
