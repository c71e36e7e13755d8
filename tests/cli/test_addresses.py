"""Addresses of the web as inputs of the commands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import TOWER
from tests.web_server import Page

if TYPE_CHECKING:
    from tests.cli.conftest import Cli
    from tests.web_server import WebServer


def test_addresses_are_inputs(cli: Cli, web_server: WebServer) -> None:
    start = web_server.give("/belm", Page(body=TOWER.encode(), kind="text/plain"))
    told = cli("summarize", start, "--allow-private-network", "--format", "json")
    summary = json.loads(told.stdout)
    assert told.returncode == 0
    assert [(each["path"], each["url"]) for each in summary["sources"]] == [(None, start)]
    links = {place["link"] for claim in summary["claims"] for place in claim["citations"]}
    assert {link.partition("#:~:text=")[0] for link in links} == {start}


@pytest.mark.parametrize("command", ["inspect", "group", "pack", "summarize"])
def test_addresses_of_private_networks_are_refused(
    cli: Cli, web_server: WebServer, command: str
) -> None:
    start = web_server.give("/", Page(body=TOWER.encode(), kind="text/plain"))
    told = cli(command, start)
    assert (told.returncode, told.stdout, web_server.asked) == (3, b"", [])
    assert start in told.stderr.decode()


def test_a_summary_is_checked_against_pages(cli: Cli, web_server: WebServer) -> None:
    start = web_server.give("/belm", Page(body=TOWER.encode(), kind="text/plain"))
    made = cli("summarize", start, "--allow-private-network", "--format", "json").stdout
    told = cli("check", "-", start, "--allow-private-network", stdin=made)
    assert (told.returncode, len(web_server.asked)) == (0, 2)
