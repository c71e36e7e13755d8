"""An address that a person gives as an input: its page as the bytes of a file.

robots.txt is not asked: it speaks to programs that walk from page to page by themselves, and here
somebody named this one page, as in a browser. (Digest jobs do ask it.)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.errors import InputError
from summarizer.read.files import Blob, sniff
from summarizer.read.web.failures import refused
from summarizer.read.web.fetch import safe_fetch
from summarizer.read.web.target import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.read.files import Form
    from summarizer.read.web.fetch import Fetched
    from summarizer.read.web.policy import FetchPolicy

ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9, */*;q=0.1"
_FORMS: dict[str, Form] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "text",
    "text/x-markdown": "text",
    "application/json": "json",
    "application/ld+json": "json",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
    "application/x-jsonlines": "jsonl",
}
# What says nothing about the content.
_UNTOLD = frozenset({"", "application/octet-stream", "unknown/unknown", "application/unknown"})
# Of a page: taking the text out of 200,000 took 8 s, and no article has a tenth of it.
_MOST_TAGS = 200_000
_FEEDS = ("rss", "atom", "rdf", "feed+json")
_CHARSET = re.compile(r"charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9._:-]{2,40})", re.IGNORECASE)


def page(address: str, policy: FetchPolicy) -> Blob:
    """The page at an address.

    Raises:
        InputError: it cannot be had, or is no article in a form that can be read.
        UsageError: the policy, or the certificates that the environment names, cannot be used.
    """
    fetched = safe_fetch(address, policy, headers={"accept": ACCEPT}, wanted=readable)
    if fetched.status != 200:
        raise refused(fetched.url, fetched.status)
    return page_of(fetched)


def readable(headers: Mapping[str, str]) -> bool:
    """Whether the body of an answer is of a kind that can hold an article."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind in _FORMS or kind in _UNTOLD


def page_of(fetched: Fetched) -> Blob:
    """The page that an answer brought.

    Raises:
        InputError: it is of a kind that holds no article, empty, or beyond all articles in size.
    """
    url, kind = shown(fetched.url), fetched.media_type
    if kind not in _FORMS and kind not in _UNTOLD:
        raise InputError("wrong-type", f"{url} is {_named(kind)}", _hint(kind))
    if not fetched.body.strip():
        raise InputError("empty-input", f"{url} is empty", "check the address")
    if fetched.body.count(b"<") > _MOST_TAGS:
        raise InputError("too-large", f"{url} holds more than {_MOST_TAGS:,} tags", _hint(kind))
    named = _CHARSET.search(fetched.headers.get("content-type", ""))
    return Blob(
        label=url,
        path=None,
        form=_FORMS.get(kind) or sniff(fetched.body),
        data=fetched.body,
        url=fetched.url,
        charset=named.group(1) if named else None,
    )


def _named(kind: str) -> str:
    what = {"application/pdf": "a PDF document", "text/xml": "XML", "application/xml": "XML"}
    if any(each in kind for each in _FEEDS):
        return f"a feed ({shown(kind)})"
    return what.get(kind) or f"of a kind that cannot be read: {shown(kind)}"


def _hint(kind: str) -> str:
    if any(each in kind for each in _FEEDS):
        return "feeds are for digest jobs: name it under feeds in digest.toml"
    return "give the address of the article's page, or save its text to a file"
