"""Facts of language that more than one room uses."""
