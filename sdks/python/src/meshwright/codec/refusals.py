"""The decoders' refusals, one function a reason, so that generated code only says where and what."""

from __future__ import annotations

from .errors import DecodeError

MAX_DEPTH = 64
"""Levels of self-containing types and free JSON that a message may have."""


def truncated(offset: int, path: str, need: int, left: int) -> DecodeError:
    """A value of ``need`` bytes stands where the window has only ``left``."""
    return DecodeError("truncated", offset, path, f"needs {need} byte{'' if need == 1 else 's'}, {left} are left")


def trailing_bytes(offset: int, path: str, surplus: int) -> DecodeError:
    """The window goes on after its content."""
    return DecodeError("trailing_bytes", offset, path, f"ends {surplus} byte{'' if surplus == 1 else 's'} too early")


def bad_constant(offset: int, path: str, wanted: str) -> DecodeError:
    """A constant has another value."""
    return DecodeError("bad_constant", offset, path, f"must be {wanted}")


def out_of_range(offset: int, path: str, low: object, high: object, got: object) -> DecodeError:
    """A number is outside its bounds, both inclusive; None is no bound."""
    return DecodeError("out_of_range", offset, path, bounds_detail(low, high, got))


def bounds_detail(low: object, high: object, got: object) -> str:
    """``must be from 1 to 8, and is 9``."""
    if high is None:
        return f"must be at least {low}, and is {got}"
    if low is None:
        return f"must be at most {high}, and is {got}"
    return f"must be from {low} to {high}, and is {got}"


def too_short(offset: int, path: str, low: int, got: int) -> DecodeError:
    """A length or count is below its least."""
    return DecodeError("out_of_range", offset, path, f"must have a size of at least {low}, and has {got}")


def too_long(offset: int, path: str, high: int, got: int) -> DecodeError:
    """A length or count is above its greatest."""
    return DecodeError("too_long", offset, path, f"must have a size of at most {high}, and has {got}")


def invalid_utf8(offset: int, path: str) -> DecodeError:
    """Text is not well-formed UTF-8."""
    return DecodeError("invalid_utf8", offset, path, "is not UTF-8")


def pattern_mismatch(offset: int, path: str, pattern: str) -> DecodeError:
    """Text does not have the form that its type asks for."""
    return DecodeError("out_of_range", offset, path, f"must match {pattern}")


def unknown_variant(offset: int, path: str, got: object) -> DecodeError:
    """A number or name belongs to no case or member."""
    return DecodeError("unknown_variant", offset, path, f"has no case {got}")


def unknown_flag(offset: int, path: str, unknown: object) -> DecodeError:
    """Flags hold a bit or name without a meaning."""
    bits = f"{unknown:#x}" if isinstance(unknown, int) else f'"{unknown}"'
    return DecodeError("unknown_flag", offset, path, f"has no flag {bits}")


def non_canonical(offset: int, path: str, detail: str) -> DecodeError:
    """A value is written in another way than the one that counts."""
    return DecodeError("non_canonical", offset, path, detail)


def bad_bool(offset: int, path: str, got: int) -> DecodeError:
    """A bool, or the byte before an optional value, is neither 0 nor 1."""
    return DecodeError("non_canonical", offset, path, f"must be the byte 0 or 1, and is {got}")


def bad_nan(offset: int, path: str) -> DecodeError:
    """A NaN is not the one NaN that is written."""
    return DecodeError("non_canonical", offset, path, "is a NaN of another form than the canonical one")


def bad_reserved(offset: int, path: str) -> DecodeError:
    """Reserved bytes or bits are not zero."""
    return DecodeError("non_canonical", offset, path, "has reserved bits that are not zero")


def bad_key_order(offset: int, path: str, repeated: bool) -> DecodeError:
    """A map's key is the same as the one before, or smaller."""
    if repeated:
        return DecodeError("duplicate_key", offset, path, "repeats the key before it")
    return DecodeError("non_canonical", offset, path, "is smaller than the key before it")


def too_deep(offset: int, path: str) -> DecodeError:
    """Values nest deeper than any message may."""
    return DecodeError("too_deep", offset, path, f"lies deeper than {MAX_DEPTH} levels")


def malformed(offset: int, path: str, detail: str) -> DecodeError:
    """Text is not the expected JSON, or not what the value's text form can be."""
    return DecodeError("malformed", offset, path, detail)


def missing_field(offset: int, path: str) -> DecodeError:
    """A required member is not there."""
    return DecodeError("missing_field", offset, path, "is missing")


def unknown_field(offset: int, path: str, key: str) -> DecodeError:
    """An object has a member that its type does not know."""
    return DecodeError("unknown_field", offset, path, f'has no member "{key}"')


def duplicate_key(offset: int, path: str, key: str) -> DecodeError:
    """A member or flag stands twice."""
    return DecodeError("duplicate_key", offset, path, f'repeats "{key}"')
