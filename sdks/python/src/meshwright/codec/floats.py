"""Canonical float text: the shortest digits that read back as the same number, the closest if several.

The ``repr`` of a 64-bit float has those digits. A 32-bit one needs a search of its own: what tells it from its 64-bit
neighbours is more than it takes.
"""

from __future__ import annotations

import math
import struct
from decimal import ROUND_UP, Context, Decimal

NAN: float = struct.unpack("<d", bytes.fromhex("000000000000f87f"))[0]
"""The NaN that is written, at either width."""

_FLOAT_32 = struct.Struct("<f")
_DIGITS_32 = 9
"""Significant digits that tell any two 32-bit floats apart."""
_BEYOND_32 = Decimal(2**128)
"""Where the next 32-bit float would be, if the exponent had no end."""
_PLAIN_LOW, _PLAIN_HIGH = -5, 15
"""Exponents of the first digit between which no exponent is written."""


def float_text(number: float, bits: int = 64) -> str:
    """The canonical text of a finite float, as JSON messages have it; at 32 bits ``number`` must be exact in them."""
    return text_64(number) if bits == 64 else text_32(number)


def parse_float(text: str, bits: int = 64) -> float:
    """The nearest float of a width to a decimal number; infinite beyond its range."""
    return float(text) if bits == 64 else parse_32(text)


def round_32(number: float) -> float:
    """The nearest 32-bit float; infinite when ``number`` is beyond them."""
    try:
        rounded: float = _FLOAT_32.unpack(_FLOAT_32.pack(number))[0]
    except OverflowError:
        return math.copysign(math.inf, number)
    return rounded


def text_64(number: float) -> str:
    """Canonical text of a finite 64-bit float."""
    text = float.__repr__(number)
    return _spell(text) if "e" in text else text


def text_32(number: float) -> str:
    """Canonical text of a finite float that is exact in 32 bits."""
    is_power_of_two = math.frexp(number)[0] in (0.5, -0.5)
    for digits in range(1, _DIGITS_32):
        nearest = f"{number:.{digits - 1}e}"
        if parse_32(nearest) == number:
            return _spell(nearest)
        if is_power_of_two:
            # The gap on the side of zero is half the other one: digits that are not the nearest may lie in the wider.
            outward = f"{Context(prec=digits, rounding=ROUND_UP).create_decimal(Decimal(number)):.{digits - 1}e}"
            if parse_32(outward) == number:
                return _spell(outward)
    return _spell(f"{number:.{_DIGITS_32 - 1}e}")


def parse_32(text: str) -> float:
    """The 32-bit float nearest to a decimal number, rounded once and not through 64 bits; infinite beyond the range."""
    number = float(text)
    below, above = round_32(math.nextafter(number, -math.inf)), round_32(math.nextafter(number, math.inf))
    middle = Decimal(number)
    if below == above or 2 * middle != _decimal_32(below) + _decimal_32(above):
        return round_32(number)
    # Rounded to 64 bits it is the very middle of two 32-bit floats; the digits say on which side it was.
    exact = Decimal(text)
    return round_32(number) if exact == middle else above if exact > middle else below


def _decimal_32(number: float) -> Decimal:
    return _BEYOND_32.copy_sign(Decimal(number)) if math.isinf(number) else Decimal(number)


def _spell(text: str) -> str:
    """From the spelling of ``repr`` or of the format ``e`` to the canonical one."""
    mantissa, _, exponent = text.removeprefix("-").partition("e")
    whole, _, fraction = mantissa.partition(".")
    sign = "-" if text.startswith("-") else ""
    significant = (whole + fraction).lstrip("0")
    first = int(exponent or 0) + len(whole) - 1 - (len(whole + fraction) - len(significant))
    digits = significant.rstrip("0")
    if digits == "":
        return f"{sign}0.0"
    if not _PLAIN_LOW <= first <= _PLAIN_HIGH:
        return f"{sign}{digits[0]}{'.' if len(digits) > 1 else ''}{digits[1:]}e{first}"
    if first < 0:
        return f"{sign}0.{'0' * (-first - 1)}{digits}"
    return f"{sign}{digits[: first + 1].ljust(first + 1, '0')}.{digits[first + 1 :] or '0'}"
