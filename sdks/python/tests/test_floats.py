"""Canonical float text."""

from __future__ import annotations

import math
import struct
from fractions import Fraction

import pytest
from conftest import SEED
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from meshwright.codec import float_text, parse_float

MAX_BITS_32 = 0x7F7FFFFF


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.0, "0.0"),
        (-0.0, "-0.0"),
        (64.0, "64.0"),
        (0.00001, "0.00001"),
        (0.000001, "1e-6"),
        (1.5e-7, "1.5e-7"),
        (123456.789, "123456.789"),
        (1e15, "1000000000000000.0"),
        (9999999999999998.0, "9999999999999998.0"),
        (1e16, "1e16"),
        (-1.25e300, "-1.25e300"),
        (5e-324, "5e-324"),
        (2.0**89, "6.189700196426902e26"),
    ],
)
def test_text_64(number: float, text: str) -> None:
    """The examples of the rules, and the edges of the plain form."""
    assert float_text(number) == text
    assert parse_float(text) == number


def from_bits(bits: int) -> float:
    """The 32-bit float of a bit pattern."""
    number: float = struct.unpack("<f", struct.pack("<I", bits))[0]
    return number


def shortest_32(bits: int) -> Fraction:
    """By the definition: the fewest digits inside the rounding interval, the closest of those, the even digit of two."""
    value = Fraction(from_bits(bits))
    low = (value + Fraction(from_bits(bits - 1))) / 2
    high = (value + (Fraction(2**128) if bits == MAX_BITS_32 else Fraction(from_bits(bits + 1)))) / 2
    exponent = math.floor(math.log10(value)) + 1
    for digits in range(1, 12):
        for unit in (Fraction(10) ** (exponent - digits + shift) for shift in (1, 0)):
            candidates = [n for n in (value // unit, value // unit + 1) if 10 ** (digits - 1) <= n <= 10**digits]
            inside = [n for n in candidates if low < n * unit < high or (bits % 2 == 0 and n * unit in (low, high))]
            if inside:
                return min(inside, key=lambda n: (abs(n * unit - value), n % 2)) * unit
    raise AssertionError(bits)


EDGES = [1, 2, 0x7FFFFF, 0x800000, 0x800001, MAX_BITS_32, *(power << 23 for power in range(1, 255)), 0x4A000001]


@pytest.mark.parametrize("bits", EDGES)
def test_text_32_edges(bits: int) -> None:
    """Powers of two, whose neighbours are not equally far, subnormals, and a tie between two shortest ones."""
    assert Fraction(float_text(from_bits(bits), 32)) == shortest_32(bits)


@seed(SEED)
@settings(max_examples=500, deadline=None, database=None)
@given(st.integers(1, MAX_BITS_32))
def test_text_32(bits: int) -> None:
    """Any other."""
    number = from_bits(bits)
    text = float_text(number, 32)
    assert Fraction(text) == shortest_32(bits)
    assert parse_float(text, 32) == number


@seed(SEED)
@settings(max_examples=300, deadline=None, database=None)
@given(st.integers(1, MAX_BITS_32 - 1), st.sampled_from([-1, 0, 1]))
def test_parse_32_rounds_once(bits: int, nudge: int) -> None:
    """Decimal numbers at the middle of two floats, and ever so slightly beside it."""
    low, high = Fraction(from_bits(bits)), Fraction(from_bits(bits + 1))
    middle = (low + high) / 2 * (1 + Fraction(nudge, 10**40))
    digits = middle.numerator * 10**250 // middle.denominator
    expected = (low if bits % 2 == 0 else high) if nudge == 0 else high if nudge > 0 else low
    assert parse_float(f"{digits}e-250", 32) == expected


def test_overflow() -> None:
    """At half a step beyond the greatest number."""
    edge = 2**128 - 2**103
    assert parse_float(f"{edge - 1}.999", 32) == from_bits(MAX_BITS_32)
    assert parse_float(str(edge), 32) == math.inf
    assert parse_float("-1e99999", 32) == -math.inf
    assert math.copysign(1, parse_float("-1e-99999", 32)) == -1
