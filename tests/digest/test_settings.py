from __future__ import annotations

from pathlib import Path

from summarizer.digest.settings import DeliverySettings, EmailSettings, WebhookSettings


def test_each_recipient_of_each_channel_is_named_local_ones_first() -> None:
    deliver = DeliverySettings(
        folder=Path("out"),
        email=EmailSettings(smtp="smtp://127.0.0.1", sender="d@e.example", to=("a@e.example", "b")),
        webhook=WebhookSettings(url="https://e.example/hook"),
    )
    assert list(deliver.recipients()) == [
        ("folder", "out"),
        ("email", "a@e.example"),
        ("email", "b"),
        ("webhook", "https://e.example/hook"),
    ]
