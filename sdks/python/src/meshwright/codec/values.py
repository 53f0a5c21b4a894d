"""Values that Python has no exact type for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta

__all__ = ["Duration", "JsonText"]

MAX_NANOS = 999_999_999


@dataclass(frozen=True, order=True, slots=True)
class Duration:
    """A span of time, exact to the nanosecond (``datetime.timedelta`` stops at microseconds)."""

    secs: int
    """Whole seconds, u64."""
    nanos: int = 0
    """Nanoseconds on top, at most 999,999,999."""

    @classmethod
    def from_timedelta(cls, delta: timedelta) -> Duration:
        """The same span; a negative one raises ``ValueError``."""
        if delta < timedelta():
            raise ValueError("a duration is never negative")
        return cls(delta.days * 86_400 + delta.seconds, delta.microseconds * 1_000)

    def to_timedelta(self) -> timedelta:
        """Without the part below a microsecond; ``OverflowError`` beyond what a timedelta holds."""
        return timedelta(seconds=self.secs, microseconds=self.nanos // 1_000)


class JsonText(str):
    """Any JSON value, kept as its text: member order and the spelling of numbers stay."""

    __slots__ = ()

    def loads(self) -> object:
        """The value as Python objects."""
        value: object = json.loads(self)
        return value

    @classmethod
    def dumps(cls, value: object) -> JsonText:
        """The text of what ``json.dumps`` takes. NaN and infinities raise ``ValueError``."""
        return cls(json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")))
