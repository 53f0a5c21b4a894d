"""The Python SDK's conformance peer: JSON requests on standard input, answers on standard output, one a line."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from typing import Any

from generated import ROOTS, SPEC_HASH, VERSION, DecodeError, EncodeError
from neutral import BadRequestError, from_neutral, to_neutral
from shapes import Ref, Root

Answer = dict[str, object]

_HEX = re.compile(r"(?:[0-9a-fA-F]{2})*")
# Values may be nested as deep as a request likes; the codecs refuse more than their own limit.
sys.setrecursionlimit(20_000)


def hello(_: dict[str, Any]) -> object:
    """Who this is and what it can do."""
    return {"language": "python", "version": VERSION, "spec": SPEC_HASH, "features": ["codec"], "types": sorted(ROOTS)}


def encode(request: dict[str, Any]) -> object:
    """A neutral value to bytes."""
    name, root = _root(request)
    if "value" not in request:
        raise BadRequestError("encode needs a value")
    value = from_neutral(Ref(name), request["value"], root.is_json)
    return {"bytes": value.encode().hex()}


def decode(request: dict[str, Any]) -> object:
    """Bytes to a neutral value."""
    name, root = _root(request)
    text = request.get("bytes")
    if not isinstance(text, str) or _HEX.fullmatch(text) is None:
        raise BadRequestError("decode needs bytes in hex")
    return {"value": to_neutral(Ref(name), root.cls.decode(bytes.fromhex(text)), root.is_json)}


_OPERATIONS: dict[str, Callable[[dict[str, Any]], object]] = {"hello": hello, "encode": encode, "decode": decode}


def _root(request: dict[str, Any]) -> tuple[str, Root]:
    name = request.get("type")
    if not isinstance(name, str) or name not in ROOTS:
        raise BadRequestError(f"there is no message {name!r:.200}")
    return name, ROOTS[name]


def answer(line: bytes) -> Answer:
    """The answer to one line."""
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as error:
        return _failure(None, "bad_request", f"not JSON: {error}")
    if not isinstance(request, dict) or "id" not in request:
        return _failure(None, "bad_request", "a request is an object with an id")
    return _respond(request)


def _respond(request: dict[str, Any]) -> Answer:
    number = request["id"]
    operation = request.get("op")
    if not isinstance(operation, str) or operation not in _OPERATIONS:
        return _failure(number, "bad_request", f"the operation {operation!r:.80} is not supported yet")
    try:
        return {"id": number, "ok": _OPERATIONS[operation](request)}
    except DecodeError as error:
        return _failure(number, error.kind, error.message, offset=error.offset, path=error.path)
    except EncodeError as error:
        return _failure(number, error.kind, error.message, path=error.path)
    except (BadRequestError, TypeError, RecursionError) as error:
        return _failure(number, "bad_request", str(error))
    except Exception as error:  # noqa: BLE001 (a defect of the SDK is told and survived)
        return _failure(number, "internal", f"{type(error).__name__}: {error}")


def _failure(number: object, kind: str, message: str, **place: object) -> Answer:
    return {"id": number, "error": {"kind": kind, "message": message, **place}}


def main() -> None:
    """Answers until the input ends."""
    out = sys.stdout.buffer
    for line in sys.stdin.buffer:
        if line.strip():
            out.write(json.dumps(answer(line)).encode() + b"\n")
            out.flush()


if __name__ == "__main__":
    main()
