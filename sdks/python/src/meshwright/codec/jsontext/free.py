"""Free JSON: any value, kept as its text.

Member order and the spelling of numbers are the writer's; white space, escapes, repeated keys and depth are checked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from .. import refusals as refuse
from ..errors import DecodeError, EncodeError
from .tokens import expect, number, string, word

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORDS = {"t": "true", "f": "false", "n": "null"}


def skip(text: str, at: int, depth: int, path: str) -> int:
    """Passes the value at ``at``, which lies ``depth`` levels deep."""
    first = text[at : at + 1]
    if first == '"':
        return string(text, at, path)[1]
    if first in ("{", "["):
        if depth >= refuse.MAX_DEPTH:
            raise refuse.too_deep(at, path)
        return (_skip_object if first == "{" else _skip_array)(text, at + 1, depth + 1, path)
    if first in _WORDS:
        return word(text, at, _WORDS[first], path)
    digits, stop = number(text, at, path)
    if _NUMBER.fullmatch(digits) is None:
        raise refuse.malformed(at, path, f"is not a number: {digits[:32]}")
    return stop


def _skip_object(text: str, at: int, depth: int, path: str) -> int:
    return at + 1 if text.startswith("}", at) else _skip_members(text, at, depth, path, {})


def _skip_members(text: str, at: int, depth: int, path: str, known: Mapping[str, str]) -> int:
    """Passes members and the brace behind them, none of which is one of those ``known`` with their paths."""
    seen: set[str] = set()
    while True:
        key, stop = string(text, at, path)
        if key in seen or key in known:
            raise refuse.duplicate_key(at, known.get(key, path), key)
        seen.add(key)
        stop = skip(text, expect(text, stop, ":", path), depth, path)
        if text.startswith("}", stop):
            return stop + 1
        at = expect(text, stop, ",", path)


def _skip_array(text: str, at: int, depth: int, path: str) -> int:
    if text.startswith("]", at):
        return at + 1
    while True:
        stop = skip(text, at, depth, path)
        if text.startswith("]", stop):
            return stop + 1
        at = expect(text, stop, ",", path)


def check_members(text: str, depth: int, known: Mapping[str, str]) -> None:
    """Refuses what cannot stand among an open object's members, which are not those ``known`` with their paths."""
    _check(f"{text}}}", "", lambda followed: _skip_members(followed, 0, depth, "", known))


def check(text: str, depth: int, path: str) -> None:
    """Refuses what is not one canonical value, before it is written."""
    _check(text, path, lambda followed: skip(followed, 0, depth, path))


def _check(text: str, path: str, read: Callable[[str], int]) -> None:
    try:
        text.encode()
        # Something must follow, or a number would count as unfinished.
        stop = read(f"{text},")
    except UnicodeEncodeError:
        raise EncodeError("invalid_utf8", path, "holds half a surrogate pair") from None
    except DecodeError as error:
        raise EncodeError(error.kind, error.path, error.detail) from None
    if stop != len(text):
        raise EncodeError("trailing_bytes", path, "goes on after one value")
