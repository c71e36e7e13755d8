"""Print what CHANGELOG.md says of one version, for the notes of a release.

python docs/release_notes.py 0.1.0     # without a version: what is not released yet
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

CHANGELOG = Path(__file__).resolve().parent.parent / "CHANGELOG.md"
UNRELEASED = "Unreleased"
# The heading of a version: "## [0.1.0] - 2026-01-31", "## [Unreleased]".
HEADING = re.compile(r"^## \[([^\]]+)\].*$", re.MULTILINE)


def sections(changelog: str) -> dict[str, str]:
    """What stands below the heading of each version."""
    _, *parts = HEADING.split(changelog)
    return {name: text.strip() for name, text in zip(parts[::2], parts[1::2], strict=True)}


def main(arguments: list[str]) -> int:
    """Print the section of the version that is asked for."""
    version = arguments[0].removeprefix("v") if arguments else UNRELEASED
    found = sections(CHANGELOG.read_text(encoding="utf-8"))
    if not found.get(version):
        known = ", ".join(found)
        print(f"CHANGELOG.md says nothing of {version}, but of {known}", file=sys.stderr)
        return 1
    print(found[version])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
