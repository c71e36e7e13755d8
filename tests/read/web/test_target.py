"""Addresses as they are meant, and the messages about those that are not read."""

from __future__ import annotations

import pytest

from summarizer.errors import InputError
from summarizer.read.web.target import own_address, shown, target


@pytest.mark.parametrize(
    ("address", "url", "origin"),
    [
        ("http://a.example", "http://a.example/", "http://a.example:80"),
        ("HTTPS://A.Example:443/B?c#d", "https://a.example/B?c", "https://a.example:443"),
        ("http://a.example.:8080/", "http://a.example:8080/", "http://a.example:8080"),
        (
            "https://bücher.example/ä?ö=%41",
            "https://xn--bcher-kva.example/%C3%A4?%C3%B6=%41",
            "https://xn--bcher-kva.example:443",
        ),
        ("http://[2606:4700:0:0::1]/", "http://[2606:4700::1]/", "http://[2606:4700::1]:80"),
        ("http://93.184.216.34?q", "http://93.184.216.34/?q", "http://93.184.216.34:80"),
        ("http://a_b.example/", "http://a_b.example/", "http://a_b.example:80"),
    ],
)
def test_what_an_address_says(address: str, url: str, origin: str) -> None:
    found = target(address)
    assert (found.url, found.origin) == (url, origin)
    assert target(found.url) == found


def test_messages_show_no_password_and_no_control_characters() -> None:
    with pytest.raises(InputError) as caught:
        target("http://desk:secret@a.example/\x1b[2J")
    assert caught.value.message == (
        "the address http://…@a.example/\ufffd[2J holds blanks or control characters"
    )
    assert len(shown("http://a.example/" + "a" * 1000)) == 200


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("http://a.example/short", "http://a.example/short"),
        ("https://A.example/short#x", "https://a.example/short"),
        ("http://b.example/other", "http://a.example/long?x=1"),
        ("http://127.1/", "http://a.example/long?x=1"),
        (None, "http://a.example/long?x=1"),
    ],
)
def test_whose_address_a_page_may_state(stated: str | None, expected: str) -> None:
    assert own_address(stated, "http://a.example/long?x=1") == expected
