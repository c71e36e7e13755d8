"""Addresses that lead to one page have one name; those of others keep theirs."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.digest.fetching.canonical import canonical

PAGE = "https://courier.example/news/bridge?id=7&page=2"


@pytest.mark.parametrize(
    "address",
    [
        "https://courier.example/news/bridge?id=7&page=2",
        "http://courier.example/news/bridge?page=2&id=7",
        "http://www.courier.example:80/news/bridge?id=7&page=2",
        "https://courier.example:443/news/bridge/?id=7&page=2#comments",
        "https://Courier.Example/news/%62ridge?id=7&page=2",
        "https://courier.example/news/bridge?utm_source=feed&id=7&UTM_Medium=rss&page=2&fbclid=x",
        "https://courier.example/news/bridge?id=7&at_medium=RSS&page=2&cmp=1&&xtor=RSS-1",
    ],
)
def test_one_page_has_one_name(address: str) -> None:
    assert canonical(address) == PAGE


@pytest.mark.parametrize(
    "address",
    [
        "https://courier.example/news/bridge?id=8&page=2",
        "https://courier.example/news/Bridge?id=7&page=2",
        "https://courier.example:8443/news/bridge?id=7&page=2",
        "https://m.courier.example/news/bridge?id=7&page=2",
        "https://courier.example/news/bridge?id=7&page=2&comp=1",
        "https://courier.example/news%2Fbridge?id=7&page=2",
        "https://courier.example/news/bridge?id=7%26page=2",
    ],
)
def test_other_pages_have_others(address: str) -> None:
    assert canonical(address) != PAGE


def test_addresses_without_a_path_or_with_a_number() -> None:
    assert canonical("http://courier.example") == "https://courier.example/"
    assert canonical("http://[2606:4700::1]:8080/a%c3%a4") == "https://[2606:4700::1]:8080/a%C3%A4"


@example(pieces=["%", "%41", "a"])
@given(st.lists(st.sampled_from([*"ab/?&=%#.:7", "%41", "%2f", "utm_x=1", "ä", "//"]), max_size=20))
def test_a_name_is_its_own_name(pieces: list[str]) -> None:
    name = canonical("http://courier.example/" + "".join(pieces))
    assert canonical(name) == name
