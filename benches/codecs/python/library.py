"""What the bench asks of a library."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol


class Codec(NamedTuple):
    """One message in one library, ready to be timed."""

    encode: Callable[[], bytes]
    """Of a value that is there already."""
    decode: Callable[[bytes], Any]
    """All fields checked and materialised."""


class Library(Protocol):
    """A library under test."""

    name: str
    version: str

    def codec(self, content: Any) -> Codec:
        """For a Meshwright value, made into the library's own. Fails if that does not come back as it was."""
        ...


def must_be_equal(got: object, wanted: object, what: str) -> None:
    """A library that loses something is not timed."""
    if got != wanted:
        raise ValueError(f"{what} gives back something else than went in")
