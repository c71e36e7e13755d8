"""How many tokens a text has for a language model: counted by tiktoken, without any download.

The vocabulary o200k_base is data beside this module; data/o200k_base.LICENSE tells its origin.
Loading it takes .38 s of CPU and 70 MiB, 50 of which stay: .2 s to read 200,000 tokens, .15 s
inside tiktoken. So it is loaded at the first count, once. tiktoken's own loader is not used: it
fetches the file from the network. Once loaded, 2.5 million tokens are counted in a second.
"""

from __future__ import annotations

import functools
import math
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tiktoken import Encoding

_VOCABULARY = Path(__file__).parent / "data" / "o200k_base.tiktoken.gz"
_CASELESS = "(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
_UPPER, _LOWER = r"\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}", r"\p{Ll}\p{Lm}\p{Lo}\p{M}"
_PATTERN = "|".join(
    [
        rf"[^\r\n\p{{L}}\p{{N}}]?[{_UPPER}]*[{_LOWER}]+{_CASELESS}",
        rf"[^\r\n\p{{L}}\p{{N}}]?[{_UPPER}]+[{_LOWER}]*{_CASELESS}",
        r"\p{N}{1,3}",
        r" ?[^\s\p{L}\p{N}]+[\r\n/]*",
        r"\s*[\r\n]+",
        r"\s+(?!\S)",
        r"\s+",
    ]
)
_SPECIAL = {"<|endoftext|>": 199999, "<|endofprompt|>": 200018}
# tiktoken fails on a million blanks in a row (its pattern recurses) and needs .6 s for a million
# equal letters. At the end of a line the pattern always ends a match, so that lines can be counted
# apart; a longer one is cut, which changes its count by a token or two.
_LONGEST_LINE = 50_000
_LINE_END = re.compile(r"\n(?![\s/])")
# Tokens of another vocabulary for one of o200k_base. On English news (120,000 tokens) cl100k_base
# has 1.007 and at most 1.05 in an article; vocabularies of 32,000 tokens about 1.15.
MARGIN = 1.2
_OTHER_SCRIPT = re.compile("[\u0370-\u1fff\u2c00-\U0010ffff]")


def token_count(text: str) -> int:
    """The number of tokens of a text in o200k_base; names of special tokens count as text."""
    encode = encoding().encode_ordinary
    return sum(len(encode(part)) for part in _parts(text))


def counter(model: str | None) -> Callable[[str], int]:
    """What counts tokens for a model: exactly if it uses o200k_base, else with a margin.

    OpenAI's models from gpt-4o on use it; the names are those that tiktoken knows. For any other
    model the count is raised by a fifth, and by one for each character beyond Latin script,
    where vocabularies differ most. No model means o200k_base.
    """
    return token_count if model is None or exact_for(model) else _with_margin


def at_most(model: str | None) -> Callable[[str], int]:
    """What bounds the count that `counter` would give, without the vocabulary.

    No token is shorter than a byte of UTF-8; English has 4.5 bytes a token.
    """
    return _bytes if model is None or exact_for(model) else _bytes_with_margin


def exact_for(model: str) -> bool:
    """Whether a model of this name uses the vocabulary o200k_base, as far as tiktoken knows."""
    from tiktoken.model import encoding_name_for_model  # noqa: PLC0415  (only a model's name asks)

    try:
        return encoding_name_for_model(model.rpartition("/")[2]).startswith("o200k")
    except KeyError:
        return False


@functools.cache
def encoding() -> Encoding:
    """The vocabulary o200k_base, loaded once."""
    # heavy, and most runs count nothing
    import gzip  # noqa: PLC0415
    from binascii import a2b_base64  # noqa: PLC0415

    from tiktoken import Encoding  # noqa: PLC0415

    with gzip.open(_VOCABULARY) as lines:  # in the order of the ranks, from 0
        ranks = {a2b_base64(line.partition(b" ")[0]): rank for rank, line in enumerate(lines)}
    made = Encoding("o200k_base", pat_str=_PATTERN, mergeable_ranks=ranks, special_tokens=_SPECIAL)
    # tiktoken keeps a second copy of the vocabulary (24 MiB) to pickle it, which nobody does here
    made._mergeable_ranks = {}  # noqa: SLF001
    return made


def _with_margin(text: str) -> int:
    return math.ceil(token_count(text) * MARGIN) + len(_OTHER_SCRIPT.findall(text))


def _bytes(text: str) -> int:
    return len(text.encode(errors="replace"))


def _bytes_with_margin(text: str) -> int:
    return math.ceil(_bytes(text) * MARGIN) + len(_OTHER_SCRIPT.findall(text))


def _parts(text: str, longest: int = _LONGEST_LINE) -> Iterator[str]:
    """The text in lines, several together up to a limit, and longer lines in pieces."""
    start = 0
    while len(text) - start > longest:
        stop = start + longest
        # one character more, so that what follows the last line end is seen
        ends = [match.end() for match in _LINE_END.finditer(text, start, stop + 1)]
        stop = next((end for end in reversed(ends) if end <= stop), stop)
        yield text[start:stop]
        start = stop
    yield text[start:]
