"""Articles from feeds, folders and lists of addresses, politely and within bounds."""
