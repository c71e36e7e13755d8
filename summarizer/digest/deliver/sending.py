"""One delivery, on whatever channel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.digest.deliver import local, mail, webhook
from summarizer.digest.model import Receipt
from summarizer.errors import DeliveryError

if TYPE_CHECKING:
    from datetime import datetime

    from summarizer.digest.model import Delivery, Digest
    from summarizer.digest.settings import Job


def send(digest: Digest, job: Job, delivery: Delivery, at: datetime) -> Receipt:
    """Bring a digest to one recipient; the receipt says how the other side knows it.

    Raises:
        DeliveryError: it could not be brought, or the job has no such channel any more.
        SummarizerError: an address that may not be reached, or a setting that cannot be used.
    """
    reference = _sent(digest, job, delivery, at)
    return Receipt(delivery=delivery, at=at, reference=reference)


def _sent(digest: Digest, job: Job, delivery: Delivery, at: datetime) -> str:
    settings = job.deliver
    if delivery.channel == "folder":
        return local.write_folder(digest, Path(delivery.recipient))
    if delivery.channel == "atom":
        return local.write_feed(digest, Path(delivery.recipient), settings.link)
    if delivery.channel == "email" and settings.email:
        return mail.send(digest, settings.email, delivery)
    if delivery.channel == "webhook" and settings.webhook:
        return webhook.call(digest, settings.webhook, delivery, job.fetch, at)
    raise DeliveryError(
        "no-channel",
        f"job {job.name} delivers nothing by {delivery.channel} any more",
        "write the channel into digest.toml again, or leave the delivery",
    )
