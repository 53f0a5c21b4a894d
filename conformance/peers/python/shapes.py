"""What values look like, as data: enough to turn them into neutral JSON and back, and to make up new ones.

The tables of a spec are in `generated`; this is their vocabulary.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True)
class Int:
    """An integer: its type's name, and bounds, both inclusive."""

    type: str
    low: int
    high: int

    @property
    def is_wide(self) -> bool:
        """Written as decimal text, since not every JSON reader keeps it exact."""
        return self.type.endswith("64")


@dataclass(frozen=True)
class Float:
    """A float of 32 or 64 bits, perhaps with bounds."""

    bits: int
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Bool:
    """True or false."""


@dataclass(frozen=True)
class Text:
    """Text with a bounded size in bytes of UTF-8."""

    low: int = 0
    high: int | None = None
    pattern: str | None = None


@dataclass(frozen=True)
class Octets:
    """Bytes with a bounded size."""

    low: int = 0
    high: int | None = None


@dataclass(frozen=True)
class Items:
    """A list."""

    element: Shape
    low: int = 0
    high: int | None = None


@dataclass(frozen=True)
class Entries:
    """A map."""

    key: Shape
    value: Shape
    low: int = 0
    high: int | None = None


@dataclass(frozen=True)
class Nullable:
    """A value, or None."""

    inner: Shape


@dataclass(frozen=True)
class FreeJson:
    """Any JSON, as text."""


@dataclass(frozen=True)
class Span:
    """Seconds and nanoseconds."""


@dataclass(frozen=True)
class Address:
    """A socket address."""


@dataclass(frozen=True)
class Ref:
    """A named type, by its id."""

    id: str


@dataclass(frozen=True)
class Field:
    """A field: its name in the spec, and as a Python attribute."""

    name: str
    attribute: str
    shape: Shape
    optional: bool = False


@dataclass(frozen=True)
class Struct:
    """A structure; `hidden` has the neutral form of its constants, None for reserved bytes."""

    cls: type[Any]
    fields: list[Field]
    hidden: dict[str, object]
    open: bool = False


@dataclass(frozen=True)
class Choice:
    """A case of a union; without a payload it is a unit case."""

    name: str
    cls: type[Any]
    payload: Ref | None = None


@dataclass(frozen=True)
class Variants:
    """A union."""

    cases: list[Choice]


@dataclass(frozen=True)
class Enumeration:
    """An enum: its members by their names in the spec."""

    cls: type[enum.IntEnum]
    members: dict[str, enum.IntEnum]
    number: Int
    open: bool = False


@dataclass(frozen=True)
class FlagSet:
    """A set of flags by their names in the spec, in bit order."""

    cls: type[enum.IntFlag]
    flags: dict[str, enum.IntFlag]


Shape: TypeAlias = (
    Int
    | Float
    | Bool
    | Text
    | Octets
    | Items
    | Entries
    | Nullable
    | FreeJson
    | Span
    | Address
    | Ref
    | Struct
    | Variants
    | Enumeration
    | FlagSet
)


@dataclass(frozen=True)
class Root:
    """A message: its class, and whether it is JSON."""

    cls: type[Any]
    is_json: bool
