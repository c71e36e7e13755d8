"""What digest jobs remember: items, fetching, runs, stories, deliveries, workers.

One SQLite file, or one Postgres database for several hosts; the engine keeps its own tables in the
same place. `store` opens it, `tables` says what it holds; the other files are one subject each.
"""
