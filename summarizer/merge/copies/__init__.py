"""Which articles have their text from each other or from one source.

`duplicates` compares whole texts by the sequences of words that they share, `retold` finds texts
that tell another one in other words, and `verbatim` sentences that stand in several articles.
"""

from __future__ import annotations
