"""Documents as JSON, by the schemas in `summarizer/model/schemas`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from summarizer.model.codec import encode

if TYPE_CHECKING:
    from summarizer.model.dry_run import DryRun
    from summarizer.model.findings import CheckReport, PairReport
    from summarizer.model.pack import Pack
    from summarizer.model.setup import Checkup, Configuration
    from summarizer.model.stored import StoredAnswers
    from summarizer.model.story import Grouping, Inspection
    from summarizer.model.summary import Summary

    Document = (
        CheckReport
        | Checkup
        | Configuration
        | DryRun
        | Grouping
        | Inspection
        | Pack
        | PairReport
        | StoredAnswers
        | Summary
    )

# Escaped although JSON would not ask for it: terminals obey C1 codes and overrides, JavaScript
# took the separators for line ends, and lone surrogates have no UTF-8. Outside of strings JSON is
# ASCII, so this touches strings only, and their values stay the same.
_ESCAPED = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def document(value: Document) -> str:
    """The document, indented by two blanks, in the order of its fields."""
    return escaped(json.dumps(encode(value), indent=2, ensure_ascii=False)) + "\n"


def line(value: Document) -> str:
    """The document as one line of JSON Lines."""
    return escaped(json.dumps(encode(value), ensure_ascii=False)) + "\n"


def escaped(text: str) -> str:
    """JSON text with escapes for what terminals obey and UTF-8 does not have."""
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
