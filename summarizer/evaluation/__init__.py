"""Prompt evaluation: whether a prompt, a model or a rule got worse, by how much, how surely.

`case` says what a story of a suite expects, `suites` reads them; `model` holds what judging and
comparing give.
"""
