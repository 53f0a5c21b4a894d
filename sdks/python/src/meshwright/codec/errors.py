"""What the codecs raise.

A refusal has a *kind* (the same word in every language), a *path* to the value at fault in the spec's own
field names, and, when bytes were read, the *offset* at which that value begins.
"""

from __future__ import annotations

from typing import Literal

__all__ = ["DecodeError", "EncodeError", "Kind", "LocatedError", "WrongTypeError"]

Kind = Literal[
    "truncated",
    "trailing_bytes",
    "bad_constant",
    "out_of_range",
    "invalid_utf8",
    "unknown_variant",
    "unknown_flag",
    "non_canonical",
    "duplicate_key",
    "too_long",
    "too_deep",
    "malformed",
    "missing_field",
    "unknown_field",
]
"""Every reason for which input, or a value, is refused."""


class LocatedError(Exception):
    """A failure at one place inside a value. The place is put together while the error travels outwards."""

    path: str
    """Spec field names joined by dots, ``[i]`` for elements; ``""`` is the whole value."""
    detail: str
    """What is wrong, as the rest of a sentence that begins with the place."""
    root: str
    """Name of the message that was read or written."""

    def __init__(self, path: str, detail: str) -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail
        self.root = ""

    def within(self, outer: str) -> None:
        """Puts the name of the field or element around the fault in front of the path."""
        inner = self.path
        self.path = outer + inner if "" in (outer, inner) or inner.startswith("[") else f"{outer}.{inner}"

    @property
    def message(self) -> str:
        """The whole sentence, such as ``WindowGrant.ackSeq needs 8 bytes, 7 are left``."""
        joint = "." if self.root and self.path and not self.path.startswith("[") else ""
        return f"{self.root}{joint}{self.path} {self.detail}".lstrip()

    def __str__(self) -> str:
        return self.message


class DecodeError(LocatedError, ValueError):
    """The input is not the canonical form of any value of the type."""

    kind: Kind
    offset: int
    """Byte of the input, counted from 0, at which the value at fault begins."""

    def __init__(self, kind: Kind, offset: int, path: str, detail: str) -> None:
        super().__init__(path, detail)
        self.args = (kind, offset, path, detail)
        self.kind = kind
        self.offset = offset

    def __str__(self) -> str:
        return f"{self.message} ({self.kind} at byte {self.offset})"


class EncodeError(LocatedError, ValueError):
    """The value has no encoding: a decoder would refuse what came out."""

    kind: Kind

    def __init__(self, kind: Kind, path: str, detail: str) -> None:
        super().__init__(path, detail)
        self.args = (kind, path, detail)
        self.kind = kind

    def __str__(self) -> str:
        return f"{self.message} ({self.kind})"


class WrongTypeError(LocatedError, TypeError):
    """A field holds an object of a Python type that it cannot hold."""
