"""A digest as a page, and as the HTML of a mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.digest.documents import data, wording
from summarizer.render.page import embedded, page

if TYPE_CHECKING:
    from summarizer.digest.model import Digest

_PACKAGE = "summarizer.digest.documents"


def text(digest: Digest) -> str:
    """One file that needs nothing outside of itself."""
    values = _values(digest) | {"data": embedded(data.line(digest))}
    return page("digest.html", values, package=_PACKAGE, styles=("digest.css",))


def fragment(digest: Digest) -> str:
    """The digest as HTML for mail and feed readers, which keep no style sheets."""
    return page("mail.html", _values(digest), package=_PACKAGE)


def _values(digest: Digest) -> dict[str, object]:
    return {"title": wording.title(digest), "digest": digest, "wording": wording}
