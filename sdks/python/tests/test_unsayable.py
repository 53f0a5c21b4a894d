"""What the codecs refuse, and no vector can say: no message has the shape, or it would take too long."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from meshwright import DecodeError, Duration, EncodeError
from meshwright.codec.jsontext import values
from meshwright.codec.messages import decode_json, encode_json


def read(text: str, at: int) -> tuple[int, int]:
    """A message that is an integer in a list."""
    value, at = values.integer(text, at + 1, 0, 9999, "")
    return value, at + 1


def write(out: list[str], value: int) -> None:
    """The same."""
    out.append(f"[{value}]")


def test_greatest_size_in_json() -> None:
    """Of a whole message, in bytes, both ways."""
    assert decode_json(read, b"[1234]", "Number", 6) == 1234
    assert encode_json(write, 1234, "Number", 6) == b"[1234]"
    with pytest.raises(DecodeError, match=r"Number .*\(too_long at byte 0\)"):
        decode_json(read, b"[1234]", "Number", 5)
    with pytest.raises(EncodeError, match="Number must take at most 5 bytes, and takes 6"):
        encode_json(write, 1234, "Number", 5)


def test_endless_integer() -> None:
    """More digits than Python reads at all."""
    with pytest.raises(DecodeError, match="out_of_range at byte 1"):
        decode_json(read, b"[" + b"9" * 10_000 + b"]", "Number", None)


def test_constant_bytes() -> None:
    """In hex, in JSON."""
    assert values.constant_hex('"00ff"', 0, "00ff", "magic") == 6
    with pytest.raises(DecodeError, match=re.escape("magic must be 00ff")):
        values.constant_hex('"00fe"', 0, "00ff", "magic")


def test_no_time_at_all() -> None:
    """It is no negative time."""
    assert Duration.from_timedelta(timedelta()) == Duration(0, 0)
