"""Nanoseconds of an operation: the median of rounds that go through all operations in turn.

They are the processor's time of this thread, in which all of an operation happens: what else the machine does is not counted.
"""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable
from itertools import repeat
from time import thread_time_ns
from typing import Any, NamedTuple


class Operation(NamedTuple):
    """What is timed, and what is said of it."""

    labels: dict[str, Any]
    run: Callable[[], object]


class Mode(NamedTuple):
    """How long."""

    round_ns: int
    rounds: int


FULL = Mode(50_000_000, 7)
QUICK = Mode(5_000_000, 3)


def measure(operations: list[Operation], mode: Mode) -> list[float]:
    """By operation."""
    gc.collect()
    gc.freeze()
    counts = [_count(operation.run, mode.round_ns) for operation in operations]
    times: list[list[float]] = [[] for _ in operations]
    for _ in range(mode.rounds):
        for operation, count, found in zip(operations, counts, times, strict=True):
            # What takes longer than a round is not repeated as often.
            if count > 1 or len(found) < 3:
                found.append(_elapsed(operation.run, count) / count)
    return [statistics.median(found) for found in times]


def _count(run: Callable[[], object], round_ns: int) -> int:
    """How often it runs in a round; what was run meanwhile warms it up."""
    count = 1
    while (spent := _elapsed(run, count)) < round_ns / 4:
        count *= 2
    return max(1, count * round_ns // spent)


def _elapsed(run: Callable[[], object], count: int) -> int:
    start = thread_time_ns()
    for _ in repeat(None, count):
        run()
    return thread_time_ns() - start
