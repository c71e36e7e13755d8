"""`safe_fetch`: one answer of the web, from where it may come and no larger or later than allowed.

Proxies that the environment names (HTTP_PROXY and the like) are not used: a proxy looks names up by
itself, so that nobody could check which address is connected to.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import httpcore2

from summarizer.errors import InputError
from summarizer.read.web.body import ENCODINGS, BrokenBodyError, TooLargeError, unpacked
from summarizer.read.web.connection import (
    CheckedBackend,
    Deadline,
    ForbiddenError,
    TooSlowError,
    certificates,
)
from summarizer.read.web.failures import broken, forbidden, not_reached, too_large, too_slow
from summarizer.read.web.target import linked, shown, target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.read.web.policy import FetchPolicy
    from summarizer.read.web.target import Target

_REDIRECTS = (301, 302, 303, 307, 308)
_PERMANENT = (301, 308)
Gate = Callable[["Target"], AbstractContextManager[object]]
Wanted = Callable[[Mapping[str, str]], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer, whatever its status.

    `url` is where it came from in the end, `moved` where the address went for good: as far as
    permanent redirects led from the start, None where there was none. The names of `headers` are in
    small letters. Only an answer of status 2xx has a body.
    """

    url: str
    moved: str | None
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The type of the body without its parameters, empty where the server names none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class _Sent(NamedTuple):
    """What a request says: its headers, and what it posts (None: it asks)."""

    headers: Mapping[str, str]
    content: bytes | None = None


def _anywhere(_target: Target) -> AbstractContextManager[object]:
    return contextlib.nullcontext()


def safe_fetch(
    address: str,
    policy: FetchPolicy,
    *,
    headers: Mapping[str, str] | None = None,
    wanted: Wanted | None = None,
    gate: Gate = _anywhere,
) -> Fetched:
    """Ask for an address and follow its redirects.

    Args:
        address: of http or https.
        policy: where it may lead, how long it may take and how much it may bring.
        headers: sent besides those that every request has.
        wanted: whether the body of an answer is read at all, by its headers; None is always.
        gate: held open while a server is asked, at each redirect anew.

    Raises:
        InputError: there is no answer; the code says why.
        UsageError: the policy, or the certificates that the environment names, cannot be used.
    """
    own = {"user-agent": policy.user_agent, "accept-encoding": ENCODINGS}
    sent = _Sent({**own, **(headers or {})})
    deadline = Deadline(policy.timeout)

    def ask(here: Target) -> Fetched:
        deadline.pause()
        with gate(here):
            deadline.resume()
            return _asked(here, policy, deadline, sent, wanted)

    here = target(address)
    answer = ask(here)
    moved, lasting = None, True
    for _ in range(policy.redirects):
        if answer.status not in _REDIRECTS:
            break
        lasting = lasting and answer.status in _PERMANENT
        try:
            here = _next(here, answer)
            answer = ask(here)
        except InputError as error:
            told = f"{shown(address)} redirects: {error.message}"
            raise InputError(error.code, told, error.hint) from None
        moved = here.url if lasting else moved
    if answer.status in _REDIRECTS:
        raise _astray(address, policy)
    return replace(answer, moved=moved)


def safe_send(
    address: str, policy: FetchPolicy, content: bytes, headers: Mapping[str, str]
) -> Fetched:
    """Post `content` to an address, under the bounds of a fetch; redirects are not followed.

    Raises:
        InputError: there is no answer; the code says why.
        UsageError: the policy, or the certificates that the environment names, cannot be used.
    """
    sent = {"user-agent": policy.user_agent, "content-length": str(len(content)), **headers}
    order = _Sent(sent, content)
    return _asked(target(address), policy, Deadline(policy.timeout), order, None)


def _astray(address: str, policy: FetchPolicy) -> InputError:
    return InputError(
        "too-many-redirects",
        f"{shown(address)} redirects more than {policy.redirects} times",
        "open it in a browser and give the address where you end up",
    )


def _next(here: Target, answer: Fetched) -> Target:
    """Where a redirect leads.

    Raises:
        InputError: nowhere, to no address that may be read, or from https back to http.
    """
    place = answer.headers.get("location", "")
    if not place:
        raise broken(here.url, "it redirects and does not say where to")
    with contextlib.suppress(UnicodeError):  # what is no ASCII is UTF-8 on today's web
        place = place.encode("latin-1").decode("utf-8")
    there = linked(place, here.url)
    if here.scheme == "https" and there.scheme == "http":
        raise InputError(
            "unsafe-redirect",
            f"from https to {shown(there.url)}, which is not encrypted",
            "give that address itself if you trust the way to it",
        )
    return there


def _asked(
    here: Target,
    policy: FetchPolicy,
    deadline: Deadline,
    sent: _Sent,
    wanted: Wanted | None,
) -> Fetched:
    """One request to one server.

    Raises:
        InputError: no answer that can be used.
    """
    try:
        with _stream(here, policy, deadline, sent) as response:
            return _received(here, response, policy, wanted)
    except (TooSlowError, httpcore2.TimeoutException):
        raise too_slow(here.url, policy.timeout) from None
    except ForbiddenError as error:
        raise forbidden(here.url, error.address, error.what) from None
    except TooLargeError as error:
        raise too_large(here.url, error.bound) from None
    except (BrokenBodyError, httpcore2.ProtocolError) as error:
        raise broken(here.url, shown(str(error)) or "it does not speak HTTP") from None
    except httpcore2.NetworkError as error:
        raise not_reached(here, error) from error


@contextlib.contextmanager
def _stream(
    here: Target, policy: FetchPolicy, deadline: Deadline, sent: _Sent
) -> Iterator[httpcore2.Response]:
    method = "GET" if sent.content is None else "POST"
    backend = CheckedBackend(policy, deadline)
    context = certificates() if here.scheme == "https" else None
    url = httpcore2.URL(
        scheme=here.scheme, host=here.host, port=here.port, target=here.path.encode("ascii")
    )
    with (
        httpcore2.ConnectionPool(ssl_context=context, network_backend=backend) as pool,
        pool.stream(method, url, headers=[*sent.headers.items()], content=sent.content) as response,
    ):
        yield response


def _received(
    here: Target, response: httpcore2.Response, policy: FetchPolicy, wanted: Wanted | None
) -> Fetched:
    """The answer with its body, if it is a good one that is wanted."""
    headers = _headers(response)
    body = b""
    if 200 <= response.status < 300 and (wanted is None or wanted(headers)):
        length = headers.get("content-length", "")
        if length.isdecimal() and len(length) < 20 and int(length) > policy.raw_bytes:
            raise TooLargeError(policy.raw_bytes)
        body = unpacked(
            response.iter_stream(),
            headers.get("content-encoding", ""),
            policy.raw_bytes,
            policy.decoded_bytes,
        )
    return Fetched(url=here.url, moved=None, status=response.status, headers=headers, body=body)


def _headers(response: httpcore2.Response) -> dict[str, str]:
    """Headers by their names in small letters; what is sent several times is joined by commas."""
    found: dict[str, str] = {}
    for name, value in response.headers:
        key, text = name.decode("latin-1").lower(), value.decode("latin-1")
        found[key] = f"{found[key]}, {text}" if key in found else text
    return found
