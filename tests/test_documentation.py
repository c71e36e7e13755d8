"""Documentation is true: commands run, generated pages are fresh, links lead somewhere.

Anchors, and whether every page is in the site, are held by `make documentation`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
# A fenced block whose commands are run, one a line; `# exit status N` says what to expect.
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROGRAM = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# A block that is a file: the sentence before it ends with a colon and names the file last.
FILE = re.compile(
    r"`([\w.-]+\.(?:md|toml|jsonl))`:\n\n```(?:markdown|toml|json)\n(.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
STATUS = re.compile(r"#.*exit status (\d+)")
LINK = re.compile(r"\]\(([^)\s]+)\)")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands(page: str) -> list[str]:
    """The commands of a page's shell blocks, in order."""
    lines = [line for block in BLOCK.findall(page) for line in block.splitlines()]
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


MADE = [line for line in commands(README) if line.startswith("make ")]
GUIDES = [
    ROOT / "README.md",
    ROOT / "docs" / "tutorial.md",
    *sorted((ROOT / "docs" / "how-to").glob("*.md")),
]


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with the data that the commands of a guide name."""
    for part in ("suites", "cassettes"):
        shutil.copytree(ROOT / "eval" / part, tmp_path / "eval" / part)
    return tmp_path


def test_the_readme_has_commands() -> None:
    assert {"make demo", "make test"} <= {line.partition("#")[0].strip() for line in MADE}
    recipes = ("summarize", "check", "digest run", "eval judge", "eval compare")
    lines = "\n".join(commands(README))
    assert [each for each in recipes if f"summarizer {each}" not in lines] == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_the_commands_of_a_guide_run(guide: Path, shelf: Path) -> None:
    """All in one folder and in order, since a command may use what an earlier one wrote."""
    page = guide.read_text(encoding="utf-8")
    for name, text in FILE.findall(page):
        (shelf / name).write_text(text, encoding="utf-8")
    scripts = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": os.pathsep.join([scripts, os.environ["PATH"]])}
    for line in commands(page):
        if line.startswith("make "):
            continue
        expected = STATUS.search(line)
        done = subprocess.run(
            ["sh", "-c", line], cwd=shelf, env=environment, capture_output=True, check=False
        )
        status = int(expected.group(1)) if expected else 0
        assert done.returncode == status, f"{line}\n{done.stderr.decode()}"


@pytest.mark.parametrize("program", PROGRAM.findall(README))
def test_the_python_of_the_readme_runs(shelf: Path, program: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=shelf, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


@pytest.mark.parametrize("line", MADE)
def test_a_make_target_of_the_readme_exists(line: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert line.split()[1] in re.findall(r"^([a-z-]+):", makefile, re.MULTILINE)


def test_generated_pages_are_fresh() -> None:
    command = [sys.executable, str(ROOT / "docs" / "generate.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_to_files_lead_somewhere(page: Path) -> None:
    links = [link.partition("#")[0] for link in LINK.findall(page.read_text(encoding="utf-8"))]
    files = [link for link in links if link and "://" not in link]
    assert [link for link in files if not (page.parent / link).exists()] == []


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [
        int(path.name[:4]) for path in sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    ]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize(
    ("version", "status", "first"),
    [([], 0, "### Added"), (["9.9.9"], 1, "")],
    ids=["not-released", "unknown"],
)
def test_the_notes_of_a_release_are_its_section(
    version: list[str], status: int, first: str
) -> None:
    command = [sys.executable, str(ROOT / "docs" / "release_notes.py"), *version]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.partition("\n")[0]) == (status, first)
    assert bool(done.stderr) == bool(status)
