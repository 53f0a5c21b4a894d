"""What the cases of unions have in common.

A union is a class that holds its cases as classes: ``case Shape.Circle(circle)`` in a ``match`` statement.
"""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class Case(Generic[T]):
    """A case with content."""

    __slots__ = ("value",)
    __match_args__ = ("value",)

    value: T

    def __init__(self, value: T) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.value == other.value

    __hash__ = None  # type: ignore[assignment]  # as mutable as its content

    def __repr__(self) -> str:
        return f"{type(self).__qualname__}({self.value!r})"


class UnitCase:
    """A case without content."""

    __slots__ = ()
    __match_args__ = ()

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) or NotImplemented

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        return f"{type(self).__qualname__}()"
