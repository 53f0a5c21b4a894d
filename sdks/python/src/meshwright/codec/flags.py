"""Sets of flags from their bits."""

from __future__ import annotations

import enum
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

F = TypeVar("F", bound=enum.IntFlag)

_CACHED_SETS = 256


def flag_sets(flags: type[F]) -> Callable[[int], F]:
    """A function from known bits to a member of ``flags``.

    Calling the class itself would keep every combination that ever arrived for as long as the program runs.
    """

    @lru_cache(_CACHED_SETS)
    def flag_set(bits: int) -> F:
        member = int.__new__(flags, bits)
        member._value_ = bits
        names = [flag.name for flag in flags if flag.name is not None and bits & flag.value]
        member._name_ = "|".join(names) if names else str(bits)
        return member

    return flag_set
