"""The evidence that a language model is given.

`fold` finds the sentences that carry each fact once, `choice` those that fit a limit of tokens,
`notes` says what a sentence leaves open, `layout` writes the lines, and `pack` is the whole.
"""

from __future__ import annotations
