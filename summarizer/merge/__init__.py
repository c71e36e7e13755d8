"""Second room: articles in, stories out."""
