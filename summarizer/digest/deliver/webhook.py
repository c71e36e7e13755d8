"""Digests by webhook, signed as Standard Webhooks says (https://www.standardwebhooks.com)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
from typing import TYPE_CHECKING

from summarizer.digest.documents import data
from summarizer.errors import DeliveryError, InputError, UsageError
from summarizer.read.web.fetch import safe_send
from summarizer.read.web.policy import FetchPolicy

if TYPE_CHECKING:
    from datetime import datetime

    from summarizer.digest.model import Delivery, Digest
    from summarizer.digest.settings import FetchSettings, WebhookSettings

_PREFIX = "whsec_"


def call(
    digest: Digest,
    settings: WebhookSettings,
    delivery: Delivery,
    fetch: FetchSettings,
    at: datetime,
) -> str:
    """Post the digest's JSON to an address; the id of the message, the same each time.

    Raises:
        DeliveryError: it is not taken: another status than 2xx, or no answer.
        UsageError: the secret is not in the environment, or is none.
    """
    content = data.line(digest).encode()
    name = message_id(delivery)
    headers = {"content-type": "application/json", "webhook-id": name}
    headers |= _signed(settings, name, str(int(at.timestamp())), content)
    policy = FetchPolicy(
        allow_private_network=fetch.allow_private_network,
        timeout=fetch.timeout,
        contact=fetch.contact,
    )
    try:
        answer = safe_send(settings.url, policy, content, headers)
    except InputError as error:
        raise DeliveryError("undelivered-webhook", error.message, error.hint) from error
    if not 200 <= answer.status < 300:
        told = f"{settings.url} answers {answer.status}"
        raise DeliveryError("undelivered-webhook", told, "see that it takes POST requests of JSON")
    return name


def message_id(delivery: Delivery) -> str:
    """The same for the same job, period and address."""
    return f"msg_{delivery.digest[:32]}"


def _signed(settings: WebhookSettings, name: str, time: str, content: bytes) -> dict[str, str]:
    """The headers of time and signature; of the time alone where there is no secret."""
    headers = {"webhook-timestamp": time}
    if settings.secret_env is None:
        return headers
    key = _key(settings.secret_env)
    mac = hmac.new(key, b".".join((name.encode(), time.encode(), content)), hashlib.sha256)
    return headers | {"webhook-signature": f"v1,{base64.b64encode(mac.digest()).decode()}"}


def _key(variable: str) -> bytes:
    """The key of the environment: bytes in base64 behind "whsec_", else the text itself.

    Raises:
        UsageError: the variable is not set, or empty, or holds no base64.
    """
    secret = os.environ.get(variable, "")
    if not secret:
        told = f"{variable}, which has the secret of the webhook, is not set"
        raise UsageError("no-secret", told, "set it where the job runs")
    if not secret.startswith(_PREFIX):
        return secret.encode()
    try:
        return base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
    except binascii.Error as reason:
        told = f"{variable} begins with {_PREFIX} and is not in base64"
        raise UsageError("bad-secret", told, "copy it once more") from reason
