"""Deliveries over real channels: a folder, a feed, a mail server, a webhook receiver."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import socket
import threading
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from aiosmtpd.controller import Controller

from summarizer.digest.deliver import send
from summarizer.digest.model import Channel, Delivery
from summarizer.digest.settings import (
    DeliverySettings,
    EmailSettings,
    FetchSettings,
    Job,
    WebhookSettings,
)
from summarizer.errors import DeliveryError, UsageError
from tests.digest.newspaper import FLOOD, FLOOD_TOO, digest, item, job, told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from aiosmtpd.smtp import SMTP, Envelope, Session

AT = datetime(2026, 3, 3, 5, 1, tzinfo=UTC)
DIGEST = digest(
    told("flood", (item("1", "Holt Echo", FLOOD), item("2", "Northern Post", FLOOD_TOO)))
)


def delivery(channel: Channel, recipient: str) -> Delivery:
    return Delivery(job="morning", period=DIGEST.period, channel=channel, recipient=recipient)


def test_a_folder_has_the_digest_in_three_forms_and_nothing_else(tmp_path: Path) -> None:
    order = delivery("folder", str(tmp_path))
    receipt = send(DIGEST, job(), order, AT)
    place = tmp_path / "morning" / DIGEST.period
    assert receipt.reference == str(place)
    written = {path.name: path.read_bytes() for path in place.iterdir()}
    assert sorted(written) == ["digest.html", "digest.json", "digest.md"]
    send(DIGEST, job(), order, AT)
    assert {path.name: path.read_bytes() for path in place.iterdir()} == written


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DeliveryError, match="file"):
        send(DIGEST, job(), delivery("folder", str(tmp_path / "file")), AT)


def test_a_feed_that_two_jobs_write_at_once_has_both(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    others = [replace(DIGEST, job=f"job{n}") for n in range(6)]
    threads = [
        threading.Thread(
            target=send,
            args=(each, job(), replace(delivery("atom", str(path)), job=each.job), AT),
        )
        for each in others
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_text().count("<entry>") == len(others)


class Box:
    """A mail server's box."""

    def __init__(self) -> None:
        self.mails: list[tuple[list[str], bytes]] = []
        self.refuse = ""

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802  (aiosmtpd's name)
        if self.refuse:
            return self.refuse
        self.mails.append((envelope.rcpt_tos, bytes(envelope.original_content or b"")))
        return "250 OK"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def mail_server() -> Iterator[tuple[Box, str]]:
    box = Box()
    controller = Controller(box, hostname="127.0.0.1", port=free_port())
    controller.start()
    yield box, f"smtp://127.0.0.1:{controller.port}"
    controller.stop()


def mailing(smtp: str, **more: str) -> Job:
    settings = EmailSettings(
        smtp=smtp, sender="desk@example.org", to=("ann@example.org", "tom@example.org"), **more
    )
    return job(DeliverySettings(email=settings))


def test_each_recipient_gets_a_mail_of_their_own(mail_server: tuple[Box, str]) -> None:
    box, smtp = mail_server
    order = mailing(smtp)
    receipts = [
        send(DIGEST, order, delivery("email", to), AT)
        for to in ("ann@example.org", "tom@example.org")
    ]
    assert [to for to, _ in box.mails] == [["ann@example.org"], ["tom@example.org"]]
    mails = [message_from_bytes(content, policy=policy.default) for _, content in box.mails]
    assert [mail["Message-ID"] for mail in mails] == [each.reference for each in receipts]
    assert len({each.reference for each in receipts}) == 2
    headline = DIGEST.stories[0].summary.headline.text
    text = mails[0].get_body(("plain",))
    assert text is not None
    assert headline in text.get_content()


def test_a_mail_that_is_refused_is_told_with_the_server_s_words(
    mail_server: tuple[Box, str],
) -> None:
    box, smtp = mail_server
    box.refuse = "554 no digests here"
    with pytest.raises(DeliveryError, match="554 no digests here"):
        send(DIGEST, mailing(smtp), delivery("email", "ann@example.org"), AT)


def test_a_password_goes_nowhere_unencrypted(
    mail_server: tuple[Box, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, smtp = mail_server
    order = mailing(smtp, user="desk", password_env="DESK_PASSWORD")  # noqa: S106  (a name)
    with pytest.raises(UsageError, match="DESK_PASSWORD"):
        send(DIGEST, order, delivery("email", "ann@example.org"), AT)
    monkeypatch.setenv("DESK_PASSWORD", "secret")
    with pytest.raises(DeliveryError, match="without") as caught:
        send(DIGEST, order, delivery("email", "ann@example.org"), AT)
    assert "secret" not in str(caught.value)


def test_nobody_listens() -> None:
    order = mailing(f"smtp://127.0.0.1:{free_port()}")
    with pytest.raises(DeliveryError, match="did not take"):
        send(DIGEST, order, delivery("email", "ann@example.org"), AT)


class Received(list[tuple[dict[str, str], bytes]]):
    """What a webhook receiver was sent, and the status that it answers with."""

    status = 204


@contextmanager
def receiver() -> Iterator[tuple[Received, str]]:
    received = Received()

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            received.append(({k.lower(): v for k, v in self.headers.items()}, body))
            self.send_response(received.status)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Hook)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield received, f"http://127.0.0.1:{server.server_address[1]}/hook"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def calling(url: str, secret_env: str | None = None, *, private: bool = True) -> Job:
    order = job(DeliverySettings(webhook=WebhookSettings(url=url, secret_env=secret_env)))
    return replace(order, fetch=FetchSettings(allow_private_network=private))


@pytest.mark.parametrize(
    ("secret", "key"),
    [("plain words", b"plain words"), (f"whsec_{base64.b64encode(b'k' * 24).decode()}", b"k" * 24)],
)
def test_a_webhook_is_signed_so_that_the_other_side_can_check_it(
    secret: str, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOOK_SECRET", secret)
    with receiver() as (received, url):
        first = send(DIGEST, calling(url, "HOOK_SECRET"), delivery("webhook", url), AT)
        again = send(DIGEST, calling(url, "HOOK_SECRET"), delivery("webhook", url), AT)
    assert first.reference == again.reference == received[0][0]["webhook-id"]
    headers, body = received[0]
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    wanted = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{wanted}"
    assert json.loads(body)["period"] == DIGEST.period


def test_a_webhook_that_fails_or_lies_in_a_private_network_is_not_delivered() -> None:
    with receiver() as (received, url):
        received.status = 500
        with pytest.raises(DeliveryError, match="answers 500"):
            send(DIGEST, calling(url), delivery("webhook", url), AT)
        count = len(received)
        with pytest.raises(DeliveryError, match=r"127\.0\.0\.1"):
            send(DIGEST, calling(url, private=False), delivery("webhook", url), AT)
        assert len(received) == count


def test_a_channel_that_the_job_has_no_more() -> None:
    with pytest.raises(DeliveryError, match="any more"):
        send(DIGEST, job(), delivery("webhook", "https://example.org/hook"), AT)
