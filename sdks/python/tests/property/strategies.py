"""Values of any message, made up from the peer's tables."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from generated import SHAPES, Duration, JsonText, SocketAddress
from hypothesis import strategies as st
from neutral import is_json_within
from shapes import (
    Address,
    Bool,
    Choice,
    Entries,
    Enumeration,
    FlagSet,
    Float,
    FreeJson,
    Int,
    Items,
    Nullable,
    Octets,
    Ref,
    Shape,
    Span,
    Struct,
    Text,
    Variants,
)

MAX_HEIGHT = 4
"""Levels of named types below which the smallest value is taken."""
EXTRA = 3
"""Elements, or bytes, beyond the least."""

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
_UNKNOWN_MEMBERS = st.dictionaries(st.text(max_size=4).map(lambda text: f"new {text}"), _JSON, max_size=3).map(
    lambda members: JsonText.dumps(members)[1:-1].encode()
)
_OCTETS = (
    st.binary(min_size=4, max_size=4)
    | st.binary(min_size=16, max_size=16)
    | st.just(bytes(10) + b"\xff\xff\x01\x02\x03\x04")
)


def values(name: str, is_json: bool) -> st.SearchStrategy[Any]:
    """Values of the message `name`."""
    return _shape(Ref(name), 0, is_json)


@cache
def _shape(shape: Any, height: int, is_json: bool) -> st.SearchStrategy[Any]:
    match shape:
        case Ref(id):
            return st.deferred(lambda: _named(SHAPES[id], height + 1, is_json_within(id, is_json)))
        case Items(low=0) if height > MAX_HEIGHT:
            return st.builds(list)
        case Items(element, low, high):
            return st.lists(_shape(element, height, is_json), min_size=low, max_size=_most(low, high))
        case Entries(low=0) if height > MAX_HEIGHT:
            return st.builds(dict)
        case Entries(key, value, low, high):
            keys, items = _shape(key, height, is_json), _shape(value, height, is_json)
            return st.dictionaries(keys, items, min_size=low, max_size=_most(low, high))
        case Nullable(inner):
            return _perhaps(inner, height, is_json)
    return _simple(shape)


def _simple(shape: Any) -> st.SearchStrategy[Any]:
    match shape:
        case Int(_, low, high):
            edges = [edge for edge in (low, high, 0, 1, 127, 128, 255, 256) if low <= edge <= high]
            return st.integers(low, high) | st.sampled_from(edges)
        case Float(32, low, high):
            return st.floats(low, high, width=32, allow_nan=False, allow_infinity=False)
        case Float(_, low, high):
            return st.floats(low, high, allow_nan=False, allow_infinity=False)
        case Bool():
            return st.booleans()
        case Text():
            return _text(shape)
        case Octets(low, high):
            return st.binary(min_size=low, max_size=_most(low, high))
        case FreeJson():
            return _JSON.map(JsonText.dumps)
        case Span():
            return st.builds(Duration, st.integers(0, 2**64 - 1), st.integers(0, 999_999_999))
        case Address():
            return st.builds(SocketAddress, _OCTETS, st.integers(0, 65535))
    raise AssertionError(shape)


def _most(low: int, high: int | None) -> int:
    return low + EXTRA if high is None else min(high, low + EXTRA)


def _perhaps(shape: Shape, height: int, is_json: bool) -> st.SearchStrategy[Any]:
    return st.none() if height > MAX_HEIGHT else st.none() | _shape(shape, height, is_json)


def _text(shape: Text) -> st.SearchStrategy[str]:
    high = 2**32 if shape.high is None else shape.high
    if shape.pattern is not None:
        texts = st.from_regex(re.compile(shape.pattern, re.ASCII), fullmatch=True)
    else:
        ascii_text = st.text(
            st.characters(max_codepoint=127), min_size=shape.low, max_size=_most(shape.low, shape.high)
        )
        texts = ascii_text | st.text(min_size=shape.low // 4, max_size=_most(shape.low, shape.high))
    return texts.filter(lambda text: shape.low <= len(text.encode()) <= high)


def _named(shape: Shape, height: int, is_json: bool) -> st.SearchStrategy[Any]:
    match shape:
        case Struct(cls, fields, _, is_open):
            members = {
                field.attribute: (_perhaps if field.optional else _shape)(field.shape, height, is_json)
                for field in fields
            }
            if is_open:
                members["unknown"] = _UNKNOWN_MEMBERS if is_json else st.just(b"") | st.binary(max_size=5)
            return st.builds(cls, **members)
        case Variants(cases):
            return st.one_of([_case(case, height, is_json) for case in _affordable(cases, height)])
        case Enumeration(members=known, number=number, open=is_open):
            named = st.sampled_from(list(known.values()))
            unnamed = _simple(number).filter(lambda n: n not in known.values())
            return named | unnamed if is_open else named
        case FlagSet(cls, flags):
            return st.sets(st.sampled_from(list(flags.values()))).map(lambda chosen: cls(sum(chosen)))
    raise AssertionError(shape)


def _case(case: Choice, height: int, is_json: bool) -> st.SearchStrategy[Any]:
    return st.builds(case.cls) if case.payload is None else _shape(case.payload, height, is_json).map(case.cls)


def _affordable(cases: list[Choice], height: int) -> list[Choice]:
    """All of them, or far down only those that lead to an end soonest."""
    if height <= MAX_HEIGHT:
        return cases
    least = min(_height(case.payload, frozenset()) for case in cases)
    return [case for case in cases if _height(case.payload, frozenset()) == least]


def _height(shape: Shape | None, around: frozenset[str]) -> float:
    """Levels of named types in the smallest value."""
    match shape:
        case Ref(id):
            return float("inf") if id in around else 1 + _height(SHAPES[id], around | {id})
        case Struct(_, fields):
            return max((_height(field.shape, around) for field in fields if not field.optional), default=0)
        case Variants(cases):
            return min(_height(case.payload, around) for case in cases)
        case Items(element, low) if low > 0:
            return _height(element, around)
    return 0
