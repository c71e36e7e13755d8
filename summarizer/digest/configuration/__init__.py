"""`digest.toml`: what is read from it, and the commented one that `digest init` writes."""
