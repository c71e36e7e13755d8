"""A digest as documents: JSON for programs; Markdown, a page, mail and an Atom feed for people.

Each is a function of the digest alone: the same digest gives the same bytes.
"""
