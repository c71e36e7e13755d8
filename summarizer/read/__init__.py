"""First room: files in, articles out."""
