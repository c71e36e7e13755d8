"""The `deliver` table of a job: where its digests go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.digest.settings import DeliverySettings, EmailSettings, WebhookSettings
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.digest.configuration.table import Table


def delivery(table: Table) -> DeliverySettings:
    """Where digests go.

    Raises:
        UsageError: nowhere, or to something that cannot be.
    """
    found = DeliverySettings(
        folder=_path(table, "folder"),
        atom=_path(table, "atom"),
        link=table.text("link", None),
        email=_email(table.table("email")) if "email" in table else None,
        webhook=_webhook(table.table("webhook")) if "webhook" in table else None,
    )
    table.close()
    if next(found.recipients(), None) is None:
        hint = f'write [{table.named("folder").removesuffix(".folder")}] and then folder = "out"'
        raise UsageError("bad-config", f"{table.path}: digests of it go nowhere", hint)
    return found


def _path(table: Table, key: str) -> Path | None:
    given = table.text(key, None)
    return table.path.resolve().parent / Path(given).expanduser() if given else None


def _email(table: Table) -> EmailSettings:
    found = EmailSettings(
        smtp=_address(table, "smtp", ("smtp", "smtps")),
        sender=table.text("from"),
        to=table.texts("to"),
        user=table.text("user", None),
        password_env=table.text("password_env", None),
        unsubscribe=table.text("unsubscribe", None),
    )
    table.close()
    for key, addresses in (("from", (found.sender,)), ("to", found.to or ("",))):
        if not all("@" in each and each.isprintable() for each in addresses):
            table.wrong(key, "addresses of mail, like desk@example.org")
    return found


def _webhook(table: Table) -> WebhookSettings:
    found = WebhookSettings(
        url=_address(table, "url", ("http", "https")), secret_env=table.text("secret_env", None)
    )
    table.close()
    return found


def _address(table: Table, key: str, schemes: tuple[str, ...]) -> str:
    given = str(table.text(key))
    parts = urlsplit(given)
    if parts.scheme not in schemes or not parts.hostname or "@" in parts.netloc:
        table.wrong(key, f"an address that starts with {schemes[0]}:// and holds no password")
    return given
