"""Inputs that are almost right: each is either refused, with kind, offset and path, or the one form of a value."""

from __future__ import annotations

import pytest
from conftest import EXAMPLES, SEED, VECTORS
from generated import ROOTS, DecodeError, EncodeError
from hypothesis import HealthCheck, assume, given, seed, settings
from hypothesis import strategies as st
from strategies import values
from vectors import valid_inputs

MAX_CHANGES = 4
JSON_FRAGMENTS = [
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b'"',
    b"\\",
    b"\\u00",
    b"null",
    b"true",
    b"-",
    b"0",
    b"1e5",
    b".5",
    b" ",
    b"\xff",
    b"\xc3",
]
FRAGMENTS = [b"\x00", b"\x01", b"\x7f", b"\x80", b"\xff", b"\xff" * 9, b"\x80\x00", b"\x00" * 8]


@st.composite
def changed(draw: st.DrawFn, original: bytes, fragments: list[bytes]) -> bytes:
    """A few bytes changed, cut, put in, or repeated."""
    data = bytearray(original)
    for _ in range(draw(st.integers(1, MAX_CHANGES))):
        at = draw(st.integers(0, len(data)))
        change = draw(st.sampled_from(["flip", "insert", "delete", "cut", "repeat"]))
        if change == "insert":
            data[at:at] = draw(st.sampled_from(fragments) | st.binary(max_size=3))
        elif change == "flip" and at < len(data):
            data[at] ^= 1 << draw(st.integers(0, 7))
        elif change == "cut":
            del data[at:]
        else:
            size = draw(st.integers(1, 8))
            part = data[at : at + size]
            data[at : at + size] = part + part if change == "repeat" else b""
    return bytes(data)


@pytest.mark.parametrize("message", sorted(ROOTS))
def test_garbage(message: str) -> None:
    """Nothing else happens, whatever comes in."""
    root = ROOTS[message]
    fragments = JSON_FRAGMENTS + FRAGMENTS if root.is_json else FRAGMENTS
    known = list(valid_inputs(VECTORS, message))

    @seed(SEED)
    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def check(data: st.DataObject) -> None:
        if known:
            original = data.draw(st.sampled_from(known))
        else:
            try:
                original = data.draw(values(message, root.is_json)).encode()
            except EncodeError:
                assume(False)
        mutant = data.draw(changed(original, fragments))
        try:
            value = root.cls.decode(mutant)
        except DecodeError as error:
            assert 0 <= error.offset <= len(mutant)
            assert isinstance(error.path, str)
            assert isinstance(str(error), str)
        else:
            assert value.encode() == mutant

    check()
