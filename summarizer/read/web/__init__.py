"""Addresses of the web: `safe_fetch` for the whole product, and pages given as inputs.

Nothing is imported here: `summarizer.read.web.fetch` takes .2 s.
"""
