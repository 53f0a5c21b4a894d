"""Reading binary messages: what generated decoders call when inline code would be longer.

``data`` is the whole message, ``at`` the next byte, ``end`` the edge of the window; positions are absolute.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

from . import refusals as refuse
from .addresses import ADDRESS_SIZES, SocketAddress
from .errors import DecodeError
from .values import MAX_NANOS, Duration

NAN_32 = bytes.fromhex("0000c07f")
"""The one NaN of 4 bytes, little-endian."""
NAN_64 = bytes.fromhex("000000000000f87f")
"""The one NaN of 8 bytes, little-endian."""
NAN_32_BE = NAN_32[::-1]
NAN_64_BE = NAN_64[::-1]

U64_MAX = 2**64 - 1
_VARINT_BYTES = 10


def varint(data: bytes, at: int, end: int, high: int, path: str) -> tuple[Any, int]:
    """An unsigned LEB128 number of at most ``high``, and where it ends."""
    number, shift = 0, 0
    for byte in data[at : min(end, at + _VARINT_BYTES)]:
        if byte < 0x80:
            break
        number += (byte & 0x7F) << shift
        shift += 7
    else:
        if end - at < _VARINT_BYTES:
            raise DecodeError("truncated", at, path, "ends inside a varint")
        raise DecodeError("out_of_range", at, path, f"has a varint of more than {_VARINT_BYTES} bytes")
    number += byte << shift
    if byte == 0 and shift > 0:
        raise refuse.non_canonical(at, path, "has a varint that is longer than it must be")
    if number > high:
        raise refuse.out_of_range(at, path, 0, high, number)
    return number, at + shift // 7 + 1


def signed_varint(data: bytes, at: int, end: int, low: int, high: int, path: str) -> tuple[Any, int]:
    """A zigzag LEB128 number from ``low`` to ``high``, and where it ends."""
    raw, stop = varint(data, at, end, U64_MAX, path)
    number = (raw >> 1) ^ -(raw & 1)
    if not low <= number <= high:
        raise refuse.out_of_range(at, path, low, high, number)
    return number, stop


def integers(code: str, size: int, count: int, data: bytes, at: int) -> list[Any]:
    """``count`` numbers side by side; the window has been checked. ``code`` as in ``struct``, with its byte order."""
    return list(struct.unpack(f"{code[0]}{count}{code[1]}", data[at : at + size * count]))


def cut_run(
    read: Callable[..., object],
    data: bytes,
    start: int,
    at: int,
    end: int,
    fields: tuple[tuple[str, int], ...],
    *depth: int,
) -> DecodeError:
    """The refusal of a run of fixed-size fields, at ``at``, that its window ends in.

    ``fields`` are their paths and sizes; ``read`` reads the value around them, which begins at ``start``. On an input
    filled up with zeros it tells whether a field before the cut is at fault, which goes before the cut itself.
    """
    stop = at + sum(size for _, size in fields)
    cut, path, size = at, "", 0
    for path, size in fields:
        if cut + size > end:
            break
        cut += size
    try:
        read(data[:end] + bytes(stop - end), start, stop, *depth)
    except DecodeError as error:
        if error.offset < cut:
            return error
    return refuse.truncated(cut, path, size, end - cut)


def duration(data: bytes, at: int, end: int, path: str) -> tuple[Duration, int]:
    """Varint seconds, varint nanoseconds."""
    try:
        secs, at = varint(data, at, end, U64_MAX, "secs")
        nanos, at = varint(data, at, end, MAX_NANOS, "nanos")
    except DecodeError as error:
        error.within(path)
        raise
    return Duration(secs, nanos), at


def address(data: bytes, at: int, end: int, path: str) -> tuple[SocketAddress, int]:
    """A tag, 4 or 16 octets, and a varint port. One value: whatever is wrong is wrong at its first byte."""
    start = at
    try:
        tag, at = varint(data, at, end, 2**32 - 1, path)
        size = ADDRESS_SIZES[tag] if tag < len(ADDRESS_SIZES) else None
        if size is None:
            raise refuse.unknown_variant(start, path, tag)
        if size > end - at:
            raise refuse.truncated(start, path, size, end - at)
        octets = data[at : at + size]
        port, at = varint(data, at + size, end, 2**16 - 1, path)
    except DecodeError as error:
        error.offset = start
        raise
    return SocketAddress(octets, port), at
