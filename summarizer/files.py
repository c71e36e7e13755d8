"""Files that are there whole or not at all."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# The ending of a file that is being written.
PART = ".part"


def write_whole(path: Path, content: str) -> None:
    """Write a text file so that readers, and a process that is ended, see all of it or none.

    It gets the rights that new files have here.

    Raises:
        OSError: it cannot be written.
    """
    part = path.with_name(f".{path.stem[:40]}{secrets.token_hex(8)}{PART}")
    try:
        with part.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(content)
        part.replace(path)
    except BaseException:  # also for Ctrl-C: no half file stays behind
        part.unlink(missing_ok=True)
        raise
