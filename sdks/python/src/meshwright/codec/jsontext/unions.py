"""The tags of unions in JSON. What is at fault in a tag is at fault in the union: its path is the union's own."""

from __future__ import annotations

from .. import refusals as refuse
from .tokens import expect, string


def tag(text: str, at: int, name: str) -> tuple[str, int, int]:
    """The first member of an object, which says the case: the case's name, where that stands, and where it ends."""
    key_at = expect(text, at, "{", "")
    if text.startswith("}", key_at):
        raise refuse.missing_field(key_at, name)
    key, stop = string(text, key_at, "")
    if key != name:
        raise refuse.missing_field(key_at, name)
    case_at = expect(text, stop, ":", "")
    case, stop = string(text, case_at, "")
    return case, case_at, stop


def content(text: str, at: int, tag_name: str, content_name: str) -> int:
    """Passes the key of an adjacent union's content; ``at`` stands behind the tag."""
    if text.startswith("}", at):
        raise refuse.missing_field(at, "")
    key_at = expect(text, at, ",", "")
    key, stop = string(text, key_at, "")
    if key == tag_name:
        raise refuse.duplicate_key(key_at, "", key)
    if key != content_name:
        raise refuse.unknown_field(key_at, "", key)
    return expect(text, stop, ":", "")


def close(text: str, at: int, *seen: str) -> int:
    """Passes the brace of a union's object; another member is a duplicate if its key was ``seen``, else unknown."""
    if text.startswith("}", at):
        return at + 1
    key_at = expect(text, at, ",", "")
    key, _ = string(text, key_at, "")
    raise refuse.duplicate_key(key_at, "", key) if key in seen else refuse.unknown_field(key_at, "", key)


def unit_name(text: str, at: int, units: frozenset[str], others: frozenset[str]) -> tuple[str, int]:
    """An external union as a string: the name of a case without content."""
    name, stop = string(text, at, "")
    if name in others:
        raise refuse.malformed(at, "", f'must be an object, since "{name}" has content')
    if name not in units:
        raise refuse.unknown_variant(at, "", f'"{name}"')
    return name, stop


def external_key(text: str, at: int, units: frozenset[str], others: frozenset[str]) -> tuple[str, int]:
    """The key of an external union's only member, which names a case with content."""
    key_at = expect(text, at, "{", "")
    if text.startswith("}", key_at):
        raise refuse.missing_field(key_at, "")
    name, stop = string(text, key_at, "")
    if name in units:
        raise refuse.malformed(key_at, "", f'must be a string, since "{name}" has no content')
    if name not in others:
        raise refuse.unknown_variant(key_at, "", f'"{name}"')
    return name, expect(text, stop, ":", "")
