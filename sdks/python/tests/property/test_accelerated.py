"""The accelerator and the pure functions agree: on values, on bytes, and on every refusal."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Any

import pytest
from conftest import EXAMPLES, SEED, VECTORS
from generated import ROOTS
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from strategies import values
from test_garbage import FRAGMENTS, JSON_FRAGMENTS, changed
from vectors import inputs

PACKAGE = next(iter(ROOTS.values())).cls.__module__.partition(".")[0]
ACCELERATOR = __import__(f"{PACKAGE}.generated._acceleration", fromlist=["ACCELERATOR"]).ACCELERATOR
needs_accelerator = pytest.mark.skipif(not ACCELERATOR.active, reason="the accelerator was not built, or not wanted")
UNKNOWN_MEMBERS = re.compile(r"""unknown=b(?:'[^']|"[^"])""")
WAYS_IN = ("decode_binary", "decode_json", "encode_binary", "encode_json")


def outcome(function: Callable[..., Any], *arguments: object) -> tuple[Any, ...]:
    """All that can be told from outside; a ``repr`` tells 1 from True, and an enum from its number."""
    try:
        result = function(*arguments)
    except Exception as error:  # noqa: BLE001 (also the wrong ones must agree)
        return type(error), str(error), [getattr(error, name, None) for name in ("kind", "offset", "path")]
    return type(result), repr(result)


def agree(function: Callable[..., Any], *arguments: object) -> None:
    """Accelerated or not, the same comes out."""
    accelerated = outcome(function, *arguments)
    with ACCELERATOR.paused():
        assert outcome(function, *arguments) == accelerated


@needs_accelerator
@pytest.mark.parametrize("message", sorted(ROOTS))
def test_values(message: str) -> None:
    """Any value, and inputs that are almost right."""
    root = ROOTS[message]
    fragments = JSON_FRAGMENTS + FRAGMENTS if root.is_json else FRAGMENTS

    @seed(SEED)
    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def check(data: st.DataObject) -> None:
        value = data.draw(values(message, root.is_json))
        agree(type(value).encode, value)
        try:
            encoded = value.encode()
        except ValueError:
            return
        agree(root.cls.decode, encoded)
        agree(root.cls.decode, data.draw(changed(encoded, fragments)))

    check()


@needs_accelerator
@pytest.mark.parametrize("message", sorted(ROOTS))
def test_vectors_agree(message: str) -> None:
    """The inputs of the vectors, cut anywhere, and with each byte changed once."""
    root = ROOTS[message]
    for data in inputs(VECTORS, message):
        agree(root.cls.decode, data)
    for data in sorted(inputs(VECTORS, message), key=len)[-2:]:
        for at in range(min(len(data), 200)):
            agree(root.cls.decode, data[:at])
            agree(root.cls.decode, data[:at] + bytes([data[at] ^ 1 << at % 8]) + data[at + 1 :])


@needs_accelerator
@pytest.mark.parametrize("message", sorted(ROOTS))
def test_takes_what_is_regular(message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that is valid is left to the pure functions, but for what an open JSON object does not know."""
    runtime = sys.modules[f"{PACKAGE}.codec.messages"]
    root = ROOTS[message]
    valid = []
    for data in inputs(VECTORS, message):
        kind, *rest = outcome(root.cls.decode, data)
        if not issubclass(kind, Exception) and not (root.is_json and UNKNOWN_MEMBERS.search(rest[0])):
            valid.append(data)
    for name in WAYS_IN:
        monkeypatch.setattr(runtime, name, None)
    for data in valid:
        assert root.cls.decode(data).encode() == data
