"""The accelerator keeps nothing of what it has read, written or refused. `sanitize.sh` runs this under sanitizers."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator

import pytest
from conftest import VECTORS
from generated import ROOTS, DecodeError
from vectors import inputs

from meshwright import accelerated

MANY = 100
pytestmark = pytest.mark.skipif(not accelerated(), reason="the accelerator was not built, or not wanted")


def damaged(data: bytes) -> Iterator[bytes]:
    """Cut at some places, and with some bytes changed."""
    step = max(1, len(data) // 12)
    for at in range(0, len(data), step):
        yield data[:at]
        yield data[:at] + bytes([data[at] ^ 1 << at % 8]) + data[at + 1 :]


def try_all(message: str, data: bytes) -> None:
    """Reads and writes what is given, and what is nearly that."""
    decode = ROOTS[message].cls.decode
    for one in (data, *damaged(data)):
        try:
            assert decode(one).encode() == one
        except DecodeError:
            pass


def chosen(message: str) -> list[bytes]:
    """The longest of the inputs, and some others, refused ones too."""
    known = sorted(set(inputs(VECTORS, message)), key=len)
    return [*known[-2:], *known[:: max(1, len(known) // 6)]]


@pytest.mark.parametrize("message", sorted(ROOTS))
def test_nothing_out_of_bounds(message: str) -> None:
    """For the sanitizers: each read must stay in its input."""
    for data in chosen(message):
        try_all(message, data)


def growth(run: Callable[[], None]) -> int:
    """How many blocks of memory are more after many runs than after a few."""
    for _ in range(3):
        run()
    gc.collect()
    before = sys.getallocatedblocks()
    for _ in range(MANY):
        run()
    gc.collect()
    return sys.getallocatedblocks() - before


@pytest.mark.parametrize("message", sorted(ROOTS))
def test_nothing_is_kept(message: str) -> None:
    """A reference that is not given back would leave a block at least for each run."""
    data = max(inputs(VECTORS, message), key=len, default=b"")
    decode = ROOTS[message].cls.decode

    def run() -> None:
        for one in (data, data[: len(data) * 2 // 3], data[:-1], data + b" "):
            try:
                decode(one).encode()
            except DecodeError:
                pass

    assert growth(run) < MANY


def test_objects_that_all_share_are_not_used_up() -> None:
    """None, True, False and small numbers are handed out and taken back in equal numbers."""
    shared = [None, True, False, 0, 1, b"", ""]
    messages = [(ROOTS[message].cls.decode, data) for message in sorted(ROOTS) for data in chosen(message)[:2]]

    def run() -> None:
        for decode, data in messages:
            for one in (data, data[:-1]):
                try:
                    decode(one)
                except DecodeError:
                    pass

    run()
    before = [sys.getrefcount(one) for one in shared]
    for _ in range(20):
        run()
    gc.collect()
    assert all(abs(sys.getrefcount(one) - count) < 20 for one, count in zip(shared, before, strict=True))
