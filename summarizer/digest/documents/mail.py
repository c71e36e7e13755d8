"""A digest as a mail: text, and the same in HTML."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from typing import TYPE_CHECKING

from summarizer.digest.documents import markdown, page, wording

if TYPE_CHECKING:
    from summarizer.digest.model import Delivery, Digest
    from summarizer.digest.settings import EmailSettings

# Hex digits of a digest that tell deliveries apart.
_SHORT = 40


def message(digest: Digest, settings: EmailSettings, delivery: Delivery) -> EmailMessage:
    """The mail for one recipient; sent twice it has one Message-ID, by which readers drop it."""
    made = EmailMessage(policy=SMTP)
    made["From"] = settings.sender
    made["To"] = delivery.recipient
    made["Subject"] = f"Digest {wording.title(digest)}"
    made["Date"] = format_datetime(datetime.fromisoformat(digest.at))
    made["Message-ID"] = message_id(delivery, settings.sender)
    made["Auto-Submitted"] = "auto-generated"
    if settings.unsubscribe:
        made["List-Unsubscribe"] = f"<{settings.unsubscribe}>"
        if settings.unsubscribe.startswith("https:"):
            made["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    made.set_content(markdown.text(digest))
    made.add_alternative(page.fragment(digest), subtype="html")
    made.set_boundary(f"={delivery.digest[:_SHORT]}")
    return made


def message_id(delivery: Delivery, sender: str) -> str:
    """The same for the same job, period and recipient (RFC 5322, 3.6.4)."""
    domain = parseaddr(sender)[1].rpartition("@")[2].encode("idna").decode("ascii")
    return f"<{delivery.digest[:_SHORT]}@{domain}>"
