"""Every conformance vector, through the peer's own functions."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import VECTORS
from generated import ROOTS
from main import answer
from vectors import vectors_of


def ask(operation: str, message: str, **rest: object) -> dict[str, Any]:
    """One request and its answer."""
    reply = answer(json.dumps({"id": 1, "op": operation, "type": message, **rest}).encode())
    assert reply["id"] == 1
    return reply


@pytest.mark.parametrize("message", sorted(ROOTS))
def test_vectors(message: str) -> None:
    """Values and bytes match both ways; refusals match in kind, offset and path."""
    vectors = vectors_of(VECTORS, message)
    if not vectors:
        pytest.skip("there are no vectors of it")
    for vector in vectors:
        check(message, vector)


def check(message: str, vector: dict[str, Any]) -> None:
    """One vector, in the directions that it is for."""
    name, verdict, data = vector["name"], vector["verdict"], vector["bytes"]
    only_encodes = vector.get("direction") == "encode"
    if "value" in vector and (verdict == "valid" or only_encodes):
        reply = ask("encode", message, value=vector["value"])
        assert matches(reply, verdict, {"bytes": data}), name
    if data is not None and not only_encodes:
        reply = ask("decode", message, bytes=data)
        assert matches(reply, verdict, {"value": vector["value"]} if "value" in vector else None), name


def matches(reply: dict[str, Any], verdict: Any, expected: dict[str, Any] | None) -> bool:
    """Whether an answer is what a verdict says: an expected result, any if it is None, or a refusal."""
    if verdict == "valid":
        return "ok" in reply and (expected is None or reply["ok"] == expected)
    error = reply.get("error", {})
    return all(error.get(name) == wanted for name, wanted in verdict.items())
