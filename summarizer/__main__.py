"""`python -m summarizer` is the command line."""

from __future__ import annotations

import sys

from summarizer.cli.main import run

if __name__ == "__main__":
    sys.exit(run())
