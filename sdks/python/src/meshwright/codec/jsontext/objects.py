"""JSON objects of declared members.

Generated readers try the members in their order, which is the only one that is allowed. What is left over, and why the
object is refused, is worked out here, from the start of the object: slow, and only when something is wrong.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .. import refusals as refuse
from ..errors import DecodeError
from .free import skip
from .tokens import expect, string

_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')
_BRACKET_OR_STRING = re.compile(r'["\[\]{},]')


class Members(NamedTuple):
    """The members of an object."""

    paths: dict[str, str]
    """Spec field names by member name, in declaration order."""
    required: tuple[str, ...]
    """Names of the members that must be there, in declaration order."""


def members(*declared: tuple[str, str, bool]) -> Members:
    """From member name, spec name, and whether it is required."""
    return Members(
        {name: path for name, path, _ in declared},
        tuple(name for name, _, required in declared if required),
    )


NO_MEMBERS = members()


def has_member(text: str, start: int, at: int, key: str) -> bool:
    """Whether the member ``key``, a quoted name with its colon, comes next in the object at ``start``."""
    return text.startswith(key, at + 1) and text[at] == ("," if at > start else "{")


def close(text: str, start: int, at: int, known: Members, complete: bool = True) -> int:
    """Passes the brace of the object at ``start``; ``at`` stands behind the last member that was read.

    ``complete`` says that no required member was missed.
    """
    if complete and text.startswith("}" if at > start else "{}", at):
        return at + (1 if at > start else 2)
    raise _refusal(text, start, at, known)


def _refusal(text: str, start: int, at: int, known: Members) -> DecodeError:
    """What is wrong with the object at ``start``, of which all before ``at`` is well."""
    seen = _keys(text, start, at)
    if at > start and text.startswith("}", at):
        return _missing(at, known, seen)
    key_at = expect(text, at, "{" if at == start else ",", "")
    if at == start and text.startswith("}", key_at):
        return _missing(key_at, known, seen)
    key, stop = string(text, key_at, "")
    fault = _key_fault(key, key_at, known, seen)
    if fault is not None:
        return fault
    expect(text, stop, ":", "")
    raise AssertionError(f"the member {key} was passed over")


def _missing(at: int, known: Members, seen: list[str]) -> DecodeError:
    name = next(name for name in known.required if name not in seen)
    return refuse.missing_field(at, known.paths[name])


def _key_fault(key: str, at: int, known: Members, seen: list[str], kept: set[str] | None = None) -> DecodeError | None:
    """Why ``key`` may not stand behind the members ``seen`` and, in an open object, the unknown ones ``kept``."""
    if kept is not None and key in kept:
        return refuse.duplicate_key(at, "", key)
    if key in seen:
        # One that is no member is the tag of a union: its path is its name.
        return refuse.duplicate_key(at, known.paths.get(key, key), key)
    if key not in known.paths:
        return refuse.unknown_field(at, "", key) if kept is None else None
    order = list(known.paths)
    if kept or any(order.index(name) > order.index(key) for name in seen if name in known.paths):
        return refuse.non_canonical(at, known.paths[key], "stands behind a member that comes after it")
    return None


def open_members(text: str, start: int, at: int, known: Members, depth: int, complete: bool) -> tuple[bytes, int]:
    """The members of an open object that nobody knows, as text, and the brace behind them."""
    if complete and text.startswith("}" if at > start else "{}", at):
        return b"", close(text, start, at, known)
    seen = _keys(text, start, at)
    keys: set[str] = set()
    members_text: list[str] = []
    while at == start or not text.startswith("}", at):
        key_at = expect(text, at, "{" if at == start else ",", "")
        if at == start and text.startswith("}", key_at):
            at = key_at
            break
        key, stop = string(text, key_at, "")
        fault = _key_fault(key, key_at, known, seen, keys)
        if fault is not None:
            raise fault
        at = skip(text, expect(text, stop, ":", ""), depth, "")
        keys.add(key)
        members_text.append(text[key_at:at])
    if not complete:
        raise _missing(at, known, seen)
    return ",".join(members_text).encode(), at + 1


def _keys(text: str, start: int, at: int) -> list[str]:
    """The names of the members between ``start`` and ``at``, which have been read and are well-formed."""
    keys: list[str] = []
    here, level = start, 0
    is_key = False
    while here < at:
        mark = _BRACKET_OR_STRING.search(text, here, at)
        if mark is None:
            break
        here = mark.end()
        if mark[0] == '"':
            token = _STRING.match(text, mark.start())
            assert token is not None  # well-formed
            here = token.end()
            if is_key:
                keys.append(string(text, mark.start(), "")[0])
            is_key = False
            continue
        level += (mark[0] in "[{") - (mark[0] in "]}")
        is_key = level == 1 and mark[0] in "{,"
    return keys
