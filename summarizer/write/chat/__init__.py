"""Asking a language model over the OpenAI protocol: one request, one answer.

`exchange` says what is asked and answered. A `Chat` is anything that answers; each of these wraps
another one: retries, the answer cache, cassettes, limits.
"""
