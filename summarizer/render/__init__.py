"""Fifth room: documents for people and programs."""
