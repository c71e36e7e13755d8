"""No address leads to a place that no article comes from, given or redirected to."""

from __future__ import annotations

import ipaddress
from urllib.parse import quote

import pytest

from summarizer.errors import InputError
from summarizer.read.web.connection import Deadline, checked
from summarizer.read.web.fetch import safe_fetch
from summarizer.read.web.policy import FetchPolicy
from summarizer.read.web.ranges import reserved
from tests.hostile_targets import LITERAL, resolver, targets
from tests.web_server import Page, serving

TABLE = targets()
REFUSED = {"bad-address", "refused-address"}


def refusal(address: str, policy: FetchPolicy) -> str:
    with pytest.raises(InputError) as caught:
        safe_fetch(address, policy)
    return caught.value.code


@pytest.mark.parametrize(("kind", "address", "found"), TABLE)
def test_hostile_addresses_are_refused(kind: str, address: str, found: tuple[str, ...]) -> None:
    policy = FetchPolicy(resolve=resolver(found), timeout=5)
    assert (kind, refusal(address, policy) in REFUSED) == (kind, True)


def test_redirects_to_them_are_refused() -> None:
    with serving(host="127.0.0.9") as server:
        led = []
        for number, (kind, address, found) in enumerate(TABLE):
            if kind not in LITERAL and not found:
                continue
            start = server.redirect(f"/{number}", quote(address, safe=":/[]%."))
            policy = FetchPolicy(networks=("127.0.0.9/32",), resolve=resolver(found, "127.0.0.9"))
            led.append((address, refusal(start, policy) in REFUSED))
        assert led == [(address, True) for address, _ in led]
        assert len(server.asked) == len(led) > 60


def test_a_name_that_changes_after_the_check_changes_nothing() -> None:
    """DNS rebinding: the connection goes to the address that was checked, by one look-up."""
    with serving(host="127.0.0.9") as meant, serving(host="127.0.0.1") as inner:
        meant.give("/", Page(body=b"meant"))
        inner.give("/", Page(body=b"inner"))
        answers = iter([("127.0.0.9",), ("127.0.0.1",)])
        policy = FetchPolicy(networks=("127.0.0.9/32",), resolve=lambda _: next(answers))
        port = meant.url.rpartition(":")[2]
        fetched = safe_fetch(f"http://changing.example:{port}/", policy)
        assert (fetched.body, inner.asked, len(list(answers))) == (b"meant", [], 1)
        assert meant.asked[0].headers["host"] == f"changing.example:{port}"


def test_each_redirect_is_looked_up_anew() -> None:
    with serving(host="127.0.0.9") as server:
        port = server.url.rpartition(":")[2]
        server.redirect("/a", f"http://changing.example:{port}/b")
        server.give("/b", Page(body=b"here"))
        answers = iter([("127.0.0.9",), ("10.0.0.1",)])
        policy = FetchPolicy(networks=("127.0.0.9/32",), resolve=lambda _: next(answers))
        assert refusal(f"http://changing.example:{port}/a", policy) == "refused-address"
        assert server.paths() == ["/a"]


@pytest.mark.parametrize(
    "public", ["8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1", "192.0.1.1"]
)
def test_the_public_internet_is_open(public: str) -> None:
    assert reserved(ipaddress.ip_address(public)) is None


def test_what_python_calls_special_is_refused() -> None:
    special = [
        network
        for network in ("0.0.0.0/8", "127.0.0.0/8", "192.168.0.0/16", "fc00::/7", "fe80::/10")
        if reserved(ipaddress.ip_network(network)[1]) is None
    ]
    assert special == []


def test_a_network_can_be_opened() -> None:
    policy = FetchPolicy(networks=("10.1.0.0/16",))
    assert checked("10.1.2.3", policy, Deadline(5)) == (ipaddress.ip_address("10.1.2.3"),)
    assert refusal("http://10.2.0.1/", policy) == "refused-address"


def test_all_can_be_opened() -> None:
    policy = FetchPolicy(allow_private_network=True)
    assert checked("::1", policy, Deadline(5)) == (ipaddress.ip_address("::1"),)
