"""Values that no message can hold are refused where they stand, in every message and at every place.

Vectors cannot say them: peers turn neutral JSON into values of the right types.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from conftest import VECTORS
from generated import ROOTS, SHAPES, JsonText, SocketAddress
from shapes import (
    Address,
    Bool,
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
from vectors import valid_inputs


class Stranger:
    """Of no type that a field could hold."""


STRANGER = Stranger()
WRONG_TYPES: dict[type, list[object]] = {
    Int: [True, 1.0, "1", STRANGER],
    Float: [True, "1", STRANGER],
    Bool: [1, STRANGER],
    Text: [b"text", 1],
    Octets: ["bytes", 1],
    FreeJson: [b"null", 1],
    Span: [(1, 2), STRANGER],
    Address: ["1.2.3.4:80", STRANGER],
    Items: ["list", STRANGER],
    Entries: [[], STRANGER],
    Enumeration: [True, "name", STRANGER],
    FlagSet: [True, "name", STRANGER],
    Struct: [STRANGER],
    Variants: [STRANGER],
}


class Place(NamedTuple):
    """A value inside a message: its path, its shape, and how the message looks with another value there."""

    path: str
    shape: Any
    put: Callable[[object], Any]


def with_attribute(value: object, name: str, new: object) -> object:
    """A copy that differs in one attribute."""
    other = copy.copy(value)
    setattr(other, name, new)
    return other


def joined(path: str, name: str) -> str:
    """The path of a field."""
    return f"{path}.{name}" if path else name


def places(shape: Shape, value: Any, path: str, put: Callable[[object], Any]) -> Iterator[Place]:
    """The value itself and all inside it; of lists and maps, what is in the first element."""
    match shape:
        case Ref(id):
            yield from places(SHAPES[id], value, path, put)
            return
        case Nullable(inner):
            if value is not None:
                yield from places(inner, value, path, put)
            return
    yield Place(path, shape, put)
    match shape:
        case Struct(fields=fields, open=is_open):
            for field in fields:
                own, name = getattr(value, field.attribute), field.attribute
                if own is not None:
                    put_own = lambda new, name=name: put(with_attribute(value, name, new))
                    yield from places(field.shape, own, joined(path, field.name), put_own)
            if is_open:
                yield Place(path, Octets(), lambda new: put(with_attribute(value, "unknown", new)))
        case Variants(cases):
            case = next(case for case in cases if type(value) is case.cls)
            if case.payload is not None:
                yield from places(case.payload, value.value, path, lambda new: put(case.cls(new)))
        case Items(element) if value:
            yield from places(element, value[0], f"{path}[0]", lambda new: put([new, *value[1:]]))
        case Entries(key, element, low) if value:
            first = min(value)
            yield from places(element, value[first], f"{path}[0].value", lambda new: put({**value, first: new}))
            if low <= 1:
                yield from places(key, first, f"{path}[0].key", lambda new: put({new: value[first]}))


def all_places(message: str) -> Iterator[tuple[Callable[[Any], bytes], Place]]:
    """Each place once, in values that together have them all, with the message's encoder."""
    root = ROOTS[message]
    seen: set[str] = set()
    for data in valid_inputs(VECTORS, message):
        value = root.cls.decode(data)
        for place in places(Ref(message), value, "", lambda new: new):
            slot = f"{place.path} {place.shape}"
            if slot not in seen:
                seen.add(slot)
                yield type(value).encode, place


def refusal(encode: Callable[[Any], bytes], value: object) -> tuple[object, object]:
    """What the encoder says to it."""
    with pytest.raises((TypeError, ValueError)) as caught:
        encode(value)
    return getattr(caught.value, "kind", type(caught.value).__name__), getattr(caught.value, "path", None)


@pytest.mark.parametrize("message", sorted(ROOTS))
def test_wrong_types(message: str) -> None:
    """Every place, given what is of another type."""
    for encode, (path, shape, put) in all_places(message):
        for wrong in WRONG_TYPES[type(shape)]:
            if put(wrong) is wrong:
                # The message itself: an accelerated method is not even called with it.
                with pytest.raises(TypeError):
                    encode(wrong)
            else:
                assert refusal(encode, put(wrong)) == ("WrongTypeError", path), (shape, wrong)


def unsayable(shape: Shape) -> Iterator[tuple[object, str]]:
    """Values of the right type that neutral JSON has no word for, and why they are refused."""
    match shape:
        case FlagSet(cls, flags):
            bit = next(1 << shift for shift in range(64) if 1 << shift not in flags.values())
            yield cls(bit), "unknown_flag"
        case Float(32):
            yield 1e300, "out_of_range"
        case Address():
            yield SocketAddress(bytes(5), 80), "out_of_range"
        case FreeJson():
            yield JsonText("1 2"), "trailing_bytes"
            yield JsonText('"\ud800"'), "invalid_utf8"


@pytest.mark.parametrize("message", sorted(ROOTS))
def test_unsayable_values(message: str) -> None:
    """Every place, given what no peer could be asked to write."""
    for encode, (path, shape, put) in all_places(message):
        for wrong, kind in unsayable(shape):
            assert refusal(encode, put(wrong)) == (kind, path), (shape, wrong)
