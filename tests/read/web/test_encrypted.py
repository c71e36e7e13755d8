"""TLS on loopback, with an authority of our own."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import pytest
import trustme

from summarizer.errors import InputError, UsageError
from summarizer.read.web.fetch import safe_fetch
from summarizer.read.web.policy import FetchPolicy
from tests.web_server import Page, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.web_server import WebServer

NEWS = FetchPolicy(allow_private_network=True, resolve=lambda _host: ("127.0.0.1",))


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def server(authority: trustme.CA) -> Iterator[WebServer]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("news.example").configure_cert(context)
    with serving(context) as running:
        running.give("/", Page(body=b"encrypted"))
        yield running


@pytest.fixture
def _trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))


def address(server: WebServer, host: str) -> str:
    return f"https://{host}:{server.url.rpartition(':')[2]}/"


def failure(place: str) -> str:
    with pytest.raises(InputError) as caught:
        safe_fetch(place, NEWS)
    return caught.value.code


@pytest.mark.usefixtures("_trusted")
def test_the_certificate_is_that_of_the_name(server: WebServer) -> None:
    assert safe_fetch(address(server, "news.example"), NEWS).body == b"encrypted"
    assert server.asked[0].headers["host"] == address(server, "news.example").split("/")[2]


@pytest.mark.usefixtures("_trusted")
def test_the_certificate_of_another_name_is_refused(server: WebServer) -> None:
    assert failure(address(server, "other.example")) == "connection-untrusted"
    assert server.asked == []


def test_an_unknown_authority_is_refused(server: WebServer) -> None:
    assert failure(address(server, "news.example")) == "connection-untrusted"


@pytest.mark.usefixtures("_trusted")
def test_no_redirect_leads_out_of_the_encryption(server: WebServer) -> None:
    server.redirect("/", "http://news.example/")
    assert failure(address(server, "news.example")) == "unsafe-redirect"


def test_certificates_that_are_not_there(
    server: WebServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    with pytest.raises(UsageError):
        safe_fetch(address(server, "news.example"), NEWS)
