"""Writing JSON: tokens of checked values, and the braces of objects."""

from __future__ import annotations

import binascii
import json
from collections.abc import Mapping

from .. import checks
from ..errors import EncodeError, WrongTypeError
from ..floats import text_32, text_64
from ..patterns import Pattern
from ..values import MAX_NANOS, Duration
from ..writing import U64_MAX
from . import free
from .objects import Members

# Escapes what must be escaped, in the canonical way, and nothing else.
quote = json.JSONEncoder(ensure_ascii=False).encode
"""A string as a token. Half surrogate pairs pass."""


def string(value: object, path: str) -> str:
    """Text of any size."""
    if type(value) is str and value.isascii():
        return quote(value)
    return quote(checks.utf8(value, 0, None, None, path).decode())


def sized_string(value: object, low: int, high: int | None, pattern: Pattern | None, path: str) -> str:
    """Text of a bounded size in UTF-8 bytes, and perhaps of a pattern."""
    return quote(checks.utf8(value, low, high, pattern, path).decode())


def integer(value: object, low: int, high: int, path: str) -> str:
    """An integer from ``low`` to ``high``."""
    if type(value) is int and low <= value <= high:
        return str(value)
    return str(checks.integer(value, low, high, path))


def boolean(value: object, path: str) -> str:
    """``true`` or ``false``."""
    return "true" if checks.boolean(value, path) else "false"


def float_64(value: object, path: str) -> str:
    """A finite 64-bit float."""
    return text_64(checks.finite(checks.real(value, path), path))


def float_32(value: object, path: str) -> str:
    """A finite float, rounded to 32 bits."""
    return text_32(checks.finite(checks.real_32(value, path), path))


def octets_hex(value: object, low: int, high: int | None, path: str) -> str:
    """Bytes in lower-case hex."""
    return f'"{checks.sized_octets(value, low, high, path).hex()}"'


def octets_base64(value: object, low: int, high: int | None, path: str) -> str:
    """Bytes in padded base64."""
    digits = binascii.b2a_base64(checks.sized_octets(value, low, high, path), newline=False)
    return f'"{digits.decode()}"'


def octets_ints(value: object, low: int, high: int | None, path: str) -> str:
    """Bytes as an array of integers."""
    return f"[{','.join(map(str, checks.sized_octets(value, low, high, path)))}]"


def name_or_number(number: int, tokens: Mapping[int, str]) -> str:
    """A member of an open enum by its token; one without a name is a number."""
    return tokens.get(number) or str(number)


def flag_names(bits: int, names: Mapping[str, int]) -> str:
    """Flags that have been checked, as an array of names; ``names`` are in bit order."""
    return f"[{','.join(quote(name) for name, bit in names.items() if bits & bit)}]"


def duration(value: Duration, path: str) -> str:
    """An object of ``secs`` and ``nanos``."""
    if type(value) is not Duration:
        raise checks.wrong_type(value, "Duration", path)
    try:
        secs = integer(value.secs, 0, U64_MAX, "secs")
        return f'{{"secs":{secs},"nanos":{integer(value.nanos, 0, MAX_NANOS, "nanos")}}}'
    except (EncodeError, WrongTypeError) as error:
        error.within(path)
        raise


def address(value: object, path: str) -> str:
    """``1.2.3.4:80`` or ``[2001:db8::1]:80``."""
    return f'"{checks.address(value, path)}"'


def free_json(value: object, depth: int, path: str) -> str:
    """Free JSON, which lies ``depth`` levels deep."""
    if not isinstance(value, str):
        raise checks.wrong_type(value, "JsonText", path)
    free.check(value, depth, path)
    return value


def unknown_members(out: list[str], value: object, depth: int, known: Members, tag: str | None = None) -> None:
    """The members that an open object kept, behind those that are ``known`` and behind its ``tag``, if it has one."""
    kept = checks.octets(value, "")
    if kept:
        try:
            text = kept.decode()
        except UnicodeDecodeError:
            raise EncodeError("invalid_utf8", "", "keeps members that are not UTF-8") from None
        free.check_members(text, depth, known.paths if tag is None else {**known.paths, tag: tag})
        out += (",", text)


def close_object(out: list[str], first: int, opening: str = "{") -> None:
    """Puts the braces around members, each with a comma before it, that begin at piece ``first``."""
    if len(out) == first:
        out.append(opening)
    elif opening == "{":
        out[first] = opening + out[first][1:]
    else:
        out[first] = opening + out[first]
    out.append("}")
