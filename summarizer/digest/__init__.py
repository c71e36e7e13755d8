"""Digest jobs: from feeds to a checked digest, every period, exactly once.

`model` and `settings` are read first. `fetching` brings articles, `stories` chooses what is told,
the walk (`summarizer.pipeline`) writes each story up, `documents` lays the digest out and `deliver`
brings it to people. `state` remembers, `schedule` knows the periods, `workflow` holds it together.
"""
