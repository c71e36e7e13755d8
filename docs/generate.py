"""Write what is generated in the documentation: docs/rules.md, docs/scorers.md, README.md's demo.

`make docs` runs it. With --check (`make documentation`) it writes nothing and fails if a page is
out of date.
"""

from __future__ import annotations

import contextlib
import io
import re
import sys
from pathlib import Path

from summarizer.cli.main import run
from summarizer.evaluation.scoring import documentation as documentation_of_scorers
from summarizer.verify.registry import documentation

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "eval" / "suites" / "demo" / "ferry" / "articles"
DEMO = re.compile(r"(?<=<!-- demo -->\n```text\n).*?(?=```\n<!-- /demo -->)", re.DOTALL)


def main(arguments: list[str]) -> int:
    """Write the pages, or say which are out of date."""
    stale = {page: text for page, text in pages().items() if text != content(page)}
    if "--check" in arguments:
        for page in stale:
            print(f"{page.relative_to(ROOT)} is out of date: run 'make docs'", file=sys.stderr)
        return int(bool(stale))
    for page, text in stale.items():
        page.write_text(text, encoding="utf-8")
    return 0


def content(page: Path) -> str | None:
    """What stands in a page now, None if there is none."""
    return page.read_text(encoding="utf-8") if page.exists() else None


def pages() -> dict[Path, str]:
    """Each page with the text that it should have."""
    readme = ROOT / "README.md"
    fresh = DEMO.sub(lambda _: demo(), readme.read_text(encoding="utf-8"))
    return {
        ROOT / "docs" / "rules.md": documentation(),
        ROOT / "docs" / "scorers.md": documentation_of_scorers(),
        readme: fresh,
    }


def demo() -> str:
    """What `make demo` prints where the output is no terminal."""
    command = ["summarize", str(ARTICLES), "--format", "text"]
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")) as output:
        status = run(command)
    if status:
        raise SystemExit(status)
    output.seek(0)
    return output.read()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
