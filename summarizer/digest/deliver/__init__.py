"""Bringing digests to people: a folder, an Atom feed, mail, a webhook.

`send` is safe to repeat: a folder and a feed come out the same, a mail has the same Message-ID, and
a webhook is called with the same id.
"""

from __future__ import annotations

from summarizer.digest.deliver.sending import send

__all__ = ["send"]
