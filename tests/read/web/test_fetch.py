"""`safe_fetch` against a server that misbehaves: it ends in time, within bounds, with a reason."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from summarizer.errors import InputError, UsageError
from summarizer.read.web.fetch import safe_fetch
from summarizer.read.web.policy import FetchPolicy
from summarizer.version import VERSION
from tests.web_server import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.read.web.target import Target
    from tests.web_server import WebServer

OPEN = FetchPolicy(allow_private_network=True, timeout=10)
BRISK = FetchPolicy(allow_private_network=True, timeout=0.5)
SMALL = FetchPolicy(allow_private_network=True, raw_bytes=1000, decoded_bytes=5000)
TEXT = b"The harbour bridge was closed on Monday. " * 20
GZIP = {"Content-Encoding": "gzip"}


def failure(address: str, policy: FetchPolicy = OPEN) -> str:
    with pytest.raises(InputError) as caught:
        safe_fetch(address, policy)
    assert address.partition("#")[0].split("/")[2] in caught.value.message
    return caught.value.code


def test_a_page_is_fetched(web_server: WebServer) -> None:
    start = web_server.give("/a?b=c", Page(body=TEXT))
    fetched = safe_fetch(start + "#part", OPEN)
    assert (fetched.status, fetched.body, fetched.url) == (200, TEXT, start)
    assert fetched.media_type == "text/html"
    assert fetched.moved is None


def test_the_server_is_told_who_asks(web_server: WebServer) -> None:
    start = web_server.give("/", Page(body=TEXT))
    safe_fetch(start, FetchPolicy(allow_private_network=True, contact="desk@example.org"))
    headers = web_server.asked[0].headers
    assert headers["user-agent"] == f"summarizer/{VERSION} (+desk@example.org)"
    assert headers["host"] == web_server.url.removeprefix("http://")


@pytest.mark.parametrize("contact", ["desk\r\nX: y", "a b", "", "(desk)", "dësk@example.org"])
def test_a_contact_fits_into_a_header(contact: str) -> None:
    with pytest.raises(UsageError):
        _ = FetchPolicy(contact=contact).user_agent


@pytest.mark.parametrize("status", [304, 404, 410, 429, 503])
def test_other_statuses_come_without_a_body(web_server: WebServer, status: int) -> None:
    start = web_server.give("/", Page(status=status, headers={"Retry-After": "7"}, body=b"x"))
    fetched = safe_fetch(start, OPEN)
    assert (fetched.status, fetched.body, fetched.headers["retry-after"]) == (status, b"", "7")


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(TEXT), "gzip"),
        (gzip.compress(TEXT), "X-GZip"),
        (gzip.compress(TEXT[:400]) + gzip.compress(TEXT[400:]), "gzip"),
        (gzip.compress(TEXT) + b"\0\0\0", "gzip"),
        (zlib.compress(TEXT), "deflate"),
        (zlib.compress(TEXT)[2:-4], "deflate"),
        (TEXT, "identity"),
    ],
    ids=["gzip", "x-gzip", "members", "padded", "deflate", "bare deflate", "identity"],
)
def test_bodies_are_unpacked(web_server: WebServer, body: bytes, encoding: str) -> None:
    start = web_server.give("/", Page(body=body, headers={"Content-Encoding": encoding}))
    assert safe_fetch(start, OPEN).body == TEXT


@pytest.mark.parametrize(
    "page",
    [
        Page(body=gzip.compress(TEXT)[:-20], headers=GZIP),
        Page(body=b"plain", headers=GZIP),
        Page(body=TEXT, headers={"Content-Encoding": "br"}),
        Page(body=TEXT, headers={"Content-Encoding": "gzip, gzip"}),
        Page(body=TEXT, length=len(TEXT) + 5),
        Page(body=TEXT, reset=True),
        Page(raw=b"SSH-2.0-OpenSSH_9.2p1\r\n"),
        Page(raw=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
        Page(raw=b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000 + b"\r\n\r\n"),
        Page(status=302),
    ],
)
def test_broken_answers_are_told(web_server: WebServer, page: Page) -> None:
    assert failure(web_server.give("/", page)) in ("broken-answer", "connection-failed")


@pytest.mark.parametrize(
    "page",
    [
        Page(body=b"x" * 1001),
        Page(body=b"x" * 100, endless=True),
        Page(body=b"", length=10**12),
        Page(body=gzip.compress(b"\0" * 5001), headers=GZIP),
        Page(body=zlib.compress(b"\0" * 500_000), headers={"Content-Encoding": "deflate"}),
        Page(body=gzip.compress(b"\0" * 3000) * 2, headers=GZIP),
    ],
    ids=["long", "endless", "announced", "packed", "deflated", "members"],
)
def test_what_is_too_large_is_not_read(web_server: WebServer, page: Page) -> None:
    assert failure(web_server.give("/", page), SMALL) == "too-large"


def test_a_bomb_costs_neither_time_nor_memory(web_server: WebServer) -> None:
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(b"\0" * (1 << 20)) for _ in range(100)) + packer.flush()
    start = web_server.give("/", Page(body=bomb, headers=GZIP))
    began = time.process_time()
    assert failure(start) == "too-large"
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    "page",
    [Page(silent=True), Page(body=TEXT, drip=0.02), Page(body=b"x" * 10, endless=True)],
    ids=["silent", "drip", "endless"],
)
def test_the_deadline_holds(web_server: WebServer, page: Page) -> None:
    began = time.monotonic()
    assert failure(web_server.give("/", page), BRISK) in ("too-slow", "too-large")
    assert time.monotonic() - began < 5


def test_a_look_up_ends_with_the_deadline(web_server: WebServer) -> None:
    def resolve(_host: str) -> tuple[str, ...]:
        web_server.over.wait(30)
        return ()

    began = time.monotonic()
    assert failure("http://slow.example/", FetchPolicy(timeout=0.2, resolve=resolve)) == "too-slow"
    assert time.monotonic() - began < 5


def test_waiting_for_a_turn_is_not_counted(web_server: WebServer) -> None:
    @contextmanager
    def gate(_target: Target) -> Iterator[None]:
        time.sleep(0.6)  # what is measured is that this much time may pass
        yield

    start = web_server.give("/", Page(body=TEXT))
    assert safe_fetch(start, BRISK, gate=gate).body == TEXT


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert failure(f"http://127.0.0.1:{port}/") == "connection-failed"


def test_nobody_is_called_so() -> None:
    def resolve(_host: str) -> tuple[str, ...]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    assert failure("http://nobody.example/", FetchPolicy(resolve=resolve)) == "host-unknown"


def test_the_next_address_of_a_host_is_tried(web_server: WebServer) -> None:
    port = web_server.url.rpartition(":")[2]
    web_server.give("/", Page(body=TEXT))
    policy = FetchPolicy(
        allow_private_network=True, resolve=lambda _host: ("127.0.0.77", "127.0.0.1")
    )
    assert safe_fetch(f"http://both.example:{port}/", policy).body == TEXT


def test_redirects_are_followed(web_server: WebServer) -> None:
    web_server.give("/c", Page(body=TEXT))
    web_server.redirect("/b", "c", status=307)
    start = web_server.redirect("/a", "/b", status=301)
    fetched = safe_fetch(start, OPEN)
    assert (fetched.url, fetched.body) == (web_server.url + "/c", TEXT)
    assert fetched.moved == web_server.url + "/b"


def test_what_is_permanent_after_something_passing_is_not(web_server: WebServer) -> None:
    web_server.give("/c", Page(body=TEXT))
    web_server.redirect("/b", "/c", status=308)
    assert safe_fetch(web_server.redirect("/a", "/b", status=302), OPEN).moved is None


@pytest.mark.parametrize(
    "place", ["/br\u00c3\u00bccke 1", "/br%C3%BCcke%201", " /br\u00c3\u00bccke%201"]
)
def test_redirects_are_written_in_many_ways(web_server: WebServer, place: str) -> None:
    """The server sends Latin-1, so these letters are the bytes of a u with dots in UTF-8."""
    web_server.give("/br%C3%BCcke%201", Page(body=TEXT))
    assert safe_fetch(web_server.redirect("/a", place), OPEN).body == TEXT


def test_redirects_in_a_circle_end(web_server: WebServer) -> None:
    web_server.redirect("/b", "/a")
    assert failure(web_server.redirect("/a", "/b")) == "too-many-redirects"
    assert len(web_server.asked) == 1 + OPEN.redirects


@pytest.mark.parametrize(
    "place", ["file:///etc/passwd", "//u:p@127.0.0.1/", "javascript:alert(1)", "http://[::1"]
)
def test_redirects_lead_to_the_web_only(web_server: WebServer, place: str) -> None:
    assert failure(web_server.redirect("/", place)) == "bad-address"


def test_a_proxy_of_the_environment_is_not_used(
    web_server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert safe_fetch(web_server.give("/", Page(body=TEXT)), OPEN).body == TEXT
