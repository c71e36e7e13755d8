"""Fourth room: the attribution test."""
