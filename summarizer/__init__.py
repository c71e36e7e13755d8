"""Neutral summaries of several news articles, every claim attributed and provable."""
