"""Digests by mail (SMTP, RFC 5321)."""

from __future__ import annotations

import os
import smtplib
import ssl
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.digest.documents.mail import message
from summarizer.errors import DeliveryError, UsageError

if TYPE_CHECKING:
    from summarizer.digest.model import Delivery, Digest
    from summarizer.digest.settings import EmailSettings

_TIMEOUT = 60.0
_PORTS = {"smtp": 25, "smtps": 465}


def send(digest: Digest, settings: EmailSettings, delivery: Delivery) -> str:
    """Hand a digest to the mail server; its Message-ID.

    Where the server offers STARTTLS it is used; a password is never sent without encryption.

    Raises:
        DeliveryError: the server cannot be reached, or does not take it.
        UsageError: the password is not in the environment.
    """
    made = message(digest, settings, delivery)
    password = _password(settings)
    try:
        with _server(settings) as server:
            if settings.user and password is not None:
                _log_in(server, settings, settings.user, password)
            server.send_message(made, to_addrs=[delivery.recipient])
    except (smtplib.SMTPException, OSError) as reason:
        raise _undelivered(settings, delivery, reason) from reason
    return str(made["Message-ID"])


def _server(settings: EmailSettings) -> smtplib.SMTP:
    parts = urlsplit(settings.smtp)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    context = ssl.create_default_context()
    if parts.scheme == "smtps":
        return smtplib.SMTP_SSL(host, port, timeout=_TIMEOUT, context=context)
    server = smtplib.SMTP(host, port, timeout=_TIMEOUT)
    try:
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=context)
            server.ehlo()
    except BaseException:
        server.close()
        raise
    return server


def _log_in(server: smtplib.SMTP, settings: EmailSettings, user: str, password: str) -> None:
    if not isinstance(server.sock, ssl.SSLSocket):
        raise DeliveryError(
            "unencrypted-login",
            f"{settings.smtp} offers no encryption, and a password is never sent without",
            "use smtps://, or a server with STARTTLS",
        )
    server.login(user, password)


def _password(settings: EmailSettings) -> str | None:
    """The password of the environment.

    Raises:
        UsageError: a variable is named and not set.
    """
    if settings.user is None or settings.password_env is None:
        return None
    if settings.password_env not in os.environ:
        told = f"{settings.password_env}, which has the password of {settings.smtp}, is not set"
        raise UsageError("no-password", told, "set it where the job runs")
    return os.environ[settings.password_env]


def _undelivered(settings: EmailSettings, delivery: Delivery, reason: Exception) -> DeliveryError:
    told = f"{settings.smtp} did not take the digest for {delivery.recipient}: {_said(reason)}"
    return DeliveryError("undelivered-mail", told, "see that the server runs and knows both sides")


def _said(reason: Exception) -> str:
    """What went wrong, on one line; a server's own words may be of any length."""
    if isinstance(reason, smtplib.SMTPResponseException):
        words = reason.smtp_error
        text = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
        return f"{reason.smtp_code} {' '.join(text.split())[:200]}"
    return " ".join(str(reason).split())[:200] or type(reason).__name__
