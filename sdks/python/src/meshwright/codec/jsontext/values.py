"""Values as JSON tokens: numbers, text, bytes, names, durations, addresses."""

from __future__ import annotations

import binascii
import math
import re
from collections.abc import Mapping
from typing import TypeVar

from .. import refusals as refuse
from ..addresses import SocketAddress
from ..errors import DecodeError
from ..floats import parse_32, text_32, text_64
from ..patterns import Pattern
from ..values import MAX_NANOS, Duration
from .objects import close, has_member, members
from .tokens import any_string, expect, number, string

T = TypeVar("T")

U64_MAX = 2**64 - 1
_INTEGER = re.compile(r"(?:0|-?[1-9][0-9]{0,19})(?=[,}\]])")
_DIGITS = re.compile(r"-?[0-9]+")
_CANONICAL_DIGITS = re.compile(r"0|-?[1-9][0-9]*")
_DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_MAX_DIGITS = 20
"""Of a 64-bit integer, its sign included. Python takes quadratic time for longer ones."""
_MAX_FLOAT_TEXT = 32
"""Characters; the longest canonical float is shorter."""
_NUMBER_STARTS = tuple("-0123456789")
_HEX = re.compile(r"(?:[0-9a-fA-F]{2})*")
_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")


def integer(text: str, at: int, low: int, high: int, path: str) -> tuple[int, int]:
    """An integer from ``low`` to ``high``."""
    token = _INTEGER.match(text, at)
    if token is not None:
        value = int(token[0])
        if low <= value <= high:
            return value, token.end()
    digits, stop = number(text, at, path)
    return parse_integer(digits, at, low, high, path), stop


def parse_integer(digits: str, at: int, low: int, high: int, path: str) -> int:
    """The integer that ``digits``, of a token at ``at``, spell."""
    if _DIGITS.fullmatch(digits) is None:
        raise refuse.malformed(at, path, "must be an integer")
    if _CANONICAL_DIGITS.fullmatch(digits) is None:
        raise refuse.non_canonical(at, path, "has leading zeros, or is -0")
    if len(digits) > _MAX_DIGITS:
        raise refuse.out_of_range(at, path, low, high, f"{digits[:_MAX_DIGITS]}…")
    value = int(digits)
    if not low <= value <= high:
        raise refuse.out_of_range(at, path, low, high, value)
    return value


def float_64(text: str, at: int, path: str) -> tuple[float, int]:
    """A 64-bit float."""
    token, stop = _decimal(text, at, path)
    value = float(token)
    if math.isinf(value):
        raise _overflow(at, path, 64)
    if len(token) > _MAX_FLOAT_TEXT or text_64(value) != token:
        raise _not_shortest(at, path)
    return value, stop


def float_32(text: str, at: int, path: str) -> tuple[float, int]:
    """A 32-bit float."""
    token, stop = _decimal(text, at, path)
    value = parse_32(token)
    if math.isinf(value):
        raise _overflow(at, path, 32)
    if len(token) > _MAX_FLOAT_TEXT or text_32(value) != token:
        raise _not_shortest(at, path)
    return value, stop


def _decimal(text: str, at: int, path: str) -> tuple[str, int]:
    token, stop = number(text, at, path)
    if _DECIMAL.fullmatch(token) is None:
        raise refuse.malformed(at, path, "must be a number")
    return token, stop


def _overflow(at: int, path: str, bits: int) -> DecodeError:
    return DecodeError("out_of_range", at, path, f"must fit a float of {bits} bits")


def _not_shortest(at: int, path: str) -> DecodeError:
    return refuse.non_canonical(at, path, "is not spelt as the shortest digits of its value")


def sized_text(text: str, at: int, low: int, high: int | None, pattern: Pattern | None, path: str) -> tuple[str, int]:
    """Text of a bounded size in UTF-8 bytes, and perhaps of a pattern."""
    value, stop = string(text, at, path)
    check_text(value, at, low, high, pattern, path)
    return value, stop


def check_text(value: str, at: int, low: int, high: int | None, pattern: Pattern | None, path: str) -> None:
    """Size and pattern of a text whose token is at ``at``."""
    encoded = value.encode()
    check_size(len(encoded), at, low, high, path)
    if pattern is not None and not pattern.matches(encoded):
        raise refuse.pattern_mismatch(at, path, pattern.source)


def check_size(got: int, at: int, low: int, high: int | None, path: str) -> None:
    """A length or count within bounds, both inclusive."""
    if high is not None and got > high:
        raise refuse.too_long(at, path, high, got)
    if got < low:
        raise refuse.too_short(at, path, low, got)


def octets_hex(text: str, at: int, low: int, high: int | None, path: str) -> tuple[bytes, int]:
    """Bytes in lower-case hex."""
    digits, stop, canonical = any_string(text, at, path)
    if _HEX.fullmatch(digits) is None:
        raise refuse.malformed(at, path, "must be pairs of hex digits")
    if not canonical or digits != digits.lower():
        raise refuse.non_canonical(at, path, "must be in lower-case hex")
    value = bytes.fromhex(digits)
    check_size(len(value), at, low, high, path)
    return value, stop


def octets_base64(text: str, at: int, low: int, high: int | None, path: str) -> tuple[bytes, int]:
    """Bytes in padded base64."""
    digits, stop, canonical = any_string(text, at, path)
    if _BASE64.fullmatch(digits) is None:
        raise refuse.malformed(at, path, "must be padded base64")
    value = binascii.a2b_base64(digits)
    if not canonical or binascii.b2a_base64(value, newline=False) != digits.encode():
        raise refuse.non_canonical(at, path, "has spare bits that are not zero, or an escape")
    check_size(len(value), at, low, high, path)
    return value, stop


def octets_ints(text: str, at: int, low: int, high: int | None, path: str) -> tuple[bytes, int]:
    """Bytes as an array of integers."""
    value = bytearray()
    stop = expect(text, at, "[", path)
    if text.startswith("]", stop):
        stop += 1
    else:
        while True:
            try:
                byte, stop = integer(text, stop, 0, 255, "")
            except DecodeError as error:
                error.within(f"{path}[{len(value)}]")
                raise
            value.append(byte)
            if text.startswith("]", stop):
                stop += 1
                break
            stop = expect(text, stop, ",", path)
    check_size(len(value), at, low, high, path)
    return bytes(value), stop


def name(text: str, at: int, names: Mapping[str, T], path: str) -> tuple[T, int]:
    """A member of an enum by its name."""
    found, stop = string(text, at, path)
    if found not in names:
        raise refuse.unknown_variant(at, path, f'"{found}"')
    return names[found], stop


def name_or_number(text: str, at: int, names: Mapping[str, T], low: int, high: int, path: str) -> tuple[T | int, int]:
    """A member of an open enum; one without a name is a number."""
    if not text.startswith(_NUMBER_STARTS, at):
        return name(text, at, names, path)
    value, stop = integer(text, at, low, high, path)
    if value in names.values():
        raise refuse.non_canonical(at, path, "must be a name, since it has one")
    return value, stop


def flag_names(text: str, at: int, bits: Mapping[str, int], path: str) -> tuple[int, int]:
    """Flags as an array of names in bit order; gives their bits."""
    value, index = 0, 0
    stop = expect(text, at, "[", path)
    if text.startswith("]", stop):
        return 0, stop + 1
    while True:
        here, element = stop, f"{path}[{index}]"
        found, stop = string(text, here, element)
        if found not in bits:
            raise refuse.unknown_flag(here, element, found)
        if value & bits[found]:
            raise refuse.duplicate_key(here, element, found)
        if value > bits[found]:
            raise refuse.non_canonical(here, element, "stands behind a higher flag")
        value |= bits[found]
        index += 1
        if text.startswith("]", stop):
            return value, stop + 1
        stop = expect(text, stop, ",", path)


def constant_integer(text: str, at: int, wanted: int, low: int, high: int, path: str) -> int:
    """Passes an integer that is always the same."""
    value, stop = integer(text, at, low, high, path)
    if value != wanted:
        raise refuse.bad_constant(at, path, str(wanted))
    return stop


def constant_text(text: str, at: int, wanted: str, path: str) -> int:
    """Passes a text that is always the same."""
    value, stop = string(text, at, path)
    if value != wanted:
        raise refuse.bad_constant(at, path, f'"{wanted}"')
    return stop


def constant_hex(text: str, at: int, wanted: str, path: str) -> int:
    """Passes bytes, in hex, that are always the same."""
    value, stop = octets_hex(text, at, 0, None, path)
    if value.hex() != wanted:
        raise refuse.bad_constant(at, path, wanted)
    return stop


_DURATION = members(("secs", "secs", True), ("nanos", "nanos", True))


def duration(text: str, at: int, path: str) -> tuple[Duration, int]:
    """An object of ``secs`` and ``nanos``."""
    secs = nanos = 0
    stop, complete = at, True
    try:
        if has_member(text, at, stop, '"secs":'):
            secs, stop = integer(text, stop + len('{"secs":'), 0, U64_MAX, "secs")
        else:
            complete = False
        if has_member(text, at, stop, '"nanos":'):
            nanos, stop = integer(text, stop + len('{"nanos":'), 0, MAX_NANOS, "nanos")
        else:
            complete = False
        stop = close(text, at, stop, _DURATION, complete)
    except DecodeError as error:
        error.within(path)
        raise
    return Duration(secs, nanos), stop


def address(text: str, at: int, path: str) -> tuple[SocketAddress, int]:
    """``1.2.3.4:80`` or ``[2001:db8::1]:80``."""
    found, stop, canonical = any_string(text, at, path)
    try:
        value = SocketAddress.parse(found)
    except ValueError:
        raise refuse.malformed(at, path, "must be an IP address and a port") from None
    if not canonical or str(value) != found:
        raise refuse.non_canonical(at, path, f"must be spelt {value}")
    return value, stop
