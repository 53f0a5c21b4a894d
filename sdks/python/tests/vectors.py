"""The conformance vectors, as data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def vectors_of(folder: Path, message: str) -> list[dict[str, Any]]:
    """Those of one message; none if the folder is not there."""
    module, _, name = message.rpartition(".")
    file = folder / module / f"{name}.json"
    if not file.exists():
        return []
    vectors: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    return vectors


def valid_inputs(folder: Path, message: str) -> Iterator[bytes]:
    """The bytes of the valid ones."""
    for vector in vectors_of(folder, message):
        if vector["verdict"] == "valid" and vector["bytes"] is not None:
            yield bytes.fromhex(vector["bytes"])


def inputs(folder: Path, message: str) -> list[bytes]:
    """The bytes of all of them, refused ones too."""
    return [bytes.fromhex(vector["bytes"]) for vector in vectors_of(folder, message) if vector["bytes"] is not None]
