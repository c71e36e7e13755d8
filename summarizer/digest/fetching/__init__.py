"""Articles from feeds, folders and lists of addresses, politely and within bounds.

`collect` is the way in; `memory` is what it needs from a store. `opml` reads and writes lists of
feeds.
"""
