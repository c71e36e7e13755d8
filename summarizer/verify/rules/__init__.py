"""One file a rule; see `summarizer.verify.registry`."""
