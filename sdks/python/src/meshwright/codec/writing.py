"""Writing binary messages: what generated encoders call when inline code would be longer."""

from __future__ import annotations

import struct

from . import checks
from .addresses import ADDRESS_SIZES
from .errors import EncodeError, WrongTypeError
from .values import MAX_NANOS, Duration

U64_MAX = 2**64 - 1


def put_varint(out: bytearray, number: int) -> None:
    """LEB128 of a number that has been checked."""
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)


def varint(out: bytearray, value: object, low: int, high: int, path: str) -> None:
    """An unsigned number from ``low`` to ``high``."""
    put_varint(out, checks.integer(value, low, high, path))


def signed_varint(out: bytearray, value: object, low: int, high: int, path: str) -> None:
    """A zigzag number from ``low`` to ``high``."""
    number = checks.integer(value, low, high, path)
    put_varint(out, number << 1 if number >= 0 else (-number << 1) - 1)


def integers(out: bytearray, values: list[int] | tuple[int, ...], code: str, low: int, high: int) -> None:
    """Fixed-width numbers side by side. ``code`` as in ``struct``, with its byte order."""
    if {*map(type, values)} <= {int}:
        try:
            out += struct.pack(f"{code[0]}{len(values)}{code[1]}", *values)
            return
        except struct.error:
            pass
    checked = [checks.integer(value, low, high, f"[{index}]") for index, value in enumerate(values)]
    out += struct.pack(f"{code[0]}{len(values)}{code[1]}", *checked)


def duration(out: bytearray, value: Duration, path: str) -> None:
    """Varint seconds, varint nanoseconds."""
    if type(value) is not Duration:
        raise checks.wrong_type(value, "Duration", path)
    try:
        varint(out, value.secs, 0, U64_MAX, "secs")
        varint(out, value.nanos, 0, MAX_NANOS, "nanos")
    except (EncodeError, WrongTypeError) as error:
        error.within(path)
        raise


def address(out: bytearray, value: object, path: str) -> None:
    """A tag, 4 or 16 octets, and a varint port."""
    checked = checks.address(value, path)
    out.append(ADDRESS_SIZES.index(len(checked.octets)))
    out += checked.octets
    put_varint(out, checked.port)
