"""Who said what: the statements of an article.

`statements` is the way in. A paragraph becomes tokens and quotations (tokens), set forms of report
are looked for (formulas, transcript), and in the rest scorers weigh each possible cue (content,
cues, places, features; the weights are in weights.tsv). Then each statement is given its speaker
(speaker, phrases, names, people, bodies), its route (routes) and its attitude (attitude).
"""

from summarizer.read.speech.statements import statements

__all__ = ["statements"]
