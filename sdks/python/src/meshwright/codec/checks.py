"""Encoders' checks: each takes a value, gives what is written, and refuses what no decoder would take.

A value of the wrong Python type is a ``TypeError``; a bool is not an integer here.
"""

from __future__ import annotations

import enum
import math
import struct
from collections.abc import Callable, Mapping
from operator import itemgetter
from typing import TypeVar

from .addresses import ADDRESS_SIZES, PORT_MAX, SocketAddress
from .errors import EncodeError, WrongTypeError
from .floats import NAN, round_32
from .patterns import Pattern
from .refusals import MAX_DEPTH, bounds_detail

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


class IrregularError(Exception):
    """A run of fields cannot be packed as it is; the checks, one by one, say why or put it right."""


IRREGULAR = (IrregularError, EncodeError, WrongTypeError, struct.error, OverflowError)
"""What packing a run raises before the checks are asked."""


def wrong_type(value: object, expected: str, path: str = "") -> WrongTypeError:
    """The error for a value that is not what its field holds."""
    return WrongTypeError(path, f"must be {expected}, not {type(value).__name__}")


def out_of_range(path: str, low: object, high: object, got: object) -> EncodeError:
    """A number outside its bounds, both inclusive."""
    return EncodeError("out_of_range", path, bounds_detail(low, high, got))


def integer(value: object, low: int, high: int, path: str) -> int:
    """An integer from ``low`` to ``high``."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise wrong_type(value, "int", path)
    if not low <= value <= high:
        raise out_of_range(path, low, high, _shown(value))
    return int(value)


def _shown(number: int) -> str:
    """Digits of a huge integer would take long to make."""
    return str(number) if number.bit_length() <= 128 else f"an integer of {number.bit_length()} bits"


def real(value: object, path: str) -> float:
    """A float; an int is taken as one. Every NaN becomes the canonical one."""
    if isinstance(value, bool) or not isinstance(value, (float, int)):
        raise wrong_type(value, "float", path)
    try:
        number = float(value)
    except OverflowError:
        raise EncodeError("out_of_range", path, "is too large for a float") from None
    return NAN if math.isnan(number) else number


def real_32(value: object, path: str) -> float:
    """A float, rounded to 32 bits; a finite one must not become infinite."""
    number = real(value, path)
    rounded = round_32(number)
    if math.isinf(rounded) and not math.isinf(number):
        raise EncodeError("out_of_range", path, f"must fit 32 bits, and is {number}")
    return rounded


def bounded_real(number: float, low: float | None, high: float | None, path: str) -> float:
    """A float within bounds, both inclusive; a NaN is outside all."""
    if math.isnan(number) or (low is not None and number < low) or (high is not None and number > high):
        raise out_of_range(path, low, high, number)
    return number


def finite(number: float, path: str) -> float:
    """JSON has no NaN and no infinities."""
    if not math.isfinite(number):
        raise EncodeError("out_of_range", path, f"must be finite, and is {number}")
    return number


def boolean(value: object, path: str) -> bool:
    """True or False, nothing that is merely true or false."""
    if value is True or value is False:
        return value is True
    raise wrong_type(value, "bool", path)


def size(got: int, low: int, high: int | None, path: str) -> int:
    """A length or count within bounds, both inclusive."""
    if high is not None and got > high:
        raise EncodeError("too_long", path, f"must have a size of at most {high}, and has {got}")
    if got < low:
        raise EncodeError("out_of_range", path, f"must have a size of at least {low}, and has {got}")
    return got


def octets(value: object, path: str) -> bytes:
    """Bytes of any kind, as ``bytes``."""
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value)
    raise wrong_type(value, "bytes", path)


def sized_octets(value: object, low: int, high: int | None, path: str) -> bytes:
    """Bytes with a length within bounds."""
    found = octets(value, path)
    size(len(found), low, high, path)
    return found


def fixed_octets(value: object, length: int, path: str) -> bytes:
    """Exactly ``length`` bytes."""
    return sized_octets(value, length, length, path)


def utf8(value: object, low: int, high: int | None, pattern: Pattern | None, path: str) -> bytes:
    """Text in UTF-8; its bounds count bytes."""
    if not isinstance(value, str):
        raise wrong_type(value, "str", path)
    try:
        found = value.encode()
    except UnicodeEncodeError:
        raise EncodeError("invalid_utf8", path, "holds half a surrogate pair") from None
    size(len(found), low, high, path)
    if pattern is not None and not pattern.matches(found):
        raise EncodeError("out_of_range", path, f"must match {pattern.source}")
    return found


def member(value: object, kind: type[enum.IntEnum], path: str) -> int:
    """The number of a closed enum's member; the number itself may be given."""
    if type(value) is not kind:
        if not isinstance(value, int) or isinstance(value, bool):
            raise wrong_type(value, kind.__qualname__, path)
        if value not in kind._value2member_map_:
            raise EncodeError("unknown_variant", path, f"has no case {_shown(value)}")
    return int(value)


def flags(value: object, high: int, mask: int, path: str) -> int:
    """A set of flags, all of them known; ``high`` is what its integer holds."""
    bits = integer(value, 0, high, path)
    if bits & ~mask:
        raise EncodeError("unknown_flag", path, f"has no flag {bits & ~mask:#x}")
    return bits


def address(value: object, path: str) -> SocketAddress:
    """A socket address with octets and port as they must be."""
    if type(value) is not SocketAddress:
        raise wrong_type(value, "SocketAddress", path)
    found = octets(value.octets, path)
    if len(found) not in ADDRESS_SIZES:
        raise out_of_range(path, *ADDRESS_SIZES, len(found))
    return SocketAddress(found, integer(value.port, 0, PORT_MAX, path))


def elements(value: list[T], low: int, high: int | None, path: str) -> list[T]:
    """A list or tuple with a count within bounds."""
    if not isinstance(value, (list, tuple)):
        raise wrong_type(value, "list", path)
    size(len(value), low, high, path)
    return value


def sorted_entries(value: Mapping[K, V], low: int, high: int | None, path: str) -> list[tuple[K, V]]:
    """A dict's entries in the order of their keys, with a count within bounds."""
    if not isinstance(value, Mapping):
        raise wrong_type(value, "dict", path)
    size(len(value), low, high, path)
    try:
        return sorted(value.items(), key=itemgetter(0))
    except TypeError:
        raise WrongTypeError(path, "has keys of different types") from None


def part(outer: str, check: Callable[[T], int], value: T) -> int:
    """``check`` of a value inside the field ``outer``."""
    try:
        return check(value)
    except (EncodeError, WrongTypeError) as error:
        error.within(outer)
        raise


def missing_before(path: str) -> EncodeError:
    """A trailing field is there though one before it is not."""
    return EncodeError("missing_field", path, "is absent, and a field after it is not")


def too_deep() -> EncodeError:
    """A self-containing value is nested deeper than any message may be."""
    return EncodeError("too_deep", "", f"lies deeper than {MAX_DEPTH} levels")
