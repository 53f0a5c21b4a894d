"""Canonical JSON text: reading, token by token, and writing."""
