"""Propositions: who did or said what to whom, when and where, read off one sentence.

`kinds` tells verbs from nouns, `groups` joins words to noun groups and verb groups, `clauses`
gives each verb group its slots, `entities` says what a noun group may stand for, and `compare`
holds the slots of a claim's proposition against those of a source.
"""
