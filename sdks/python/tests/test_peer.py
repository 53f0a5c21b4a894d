"""The peer as a process: what it answers to requests that make sense, and to those that do not."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from conftest import PEER
from generated import ROOTS, SPEC_HASH


def answers(*lines: bytes) -> list[dict[str, Any]]:
    """Runs the peer on some lines."""
    process = subprocess.run(
        [sys.executable, PEER / "main.py"], check=False, input=b"\n".join(lines), capture_output=True, timeout=60
    )
    assert (process.returncode, process.stderr) == (0, b"")
    return [json.loads(line) for line in process.stdout.splitlines()]


def test_hello() -> None:
    """Names the spec and all messages."""
    (reply,) = answers(b'{"id":7,"op":"hello"}')
    assert reply["id"] == 7
    assert reply["ok"]["language"] == "python"
    assert reply["ok"]["spec"] == SPEC_HASH
    assert reply["ok"]["types"] == sorted(ROOTS)


def test_nonsense_is_answered() -> None:
    """Each line has its answer, and the next one is read."""
    lines = [
        b"",
        b"no json",
        b"\xff\xfe",
        b"[" * 100_000,
        b"{}",
        b"[1]",
        b'{"id":1}',
        b'{"id":2,"op":"invoke","function":"f"}',
        b'{"id":3,"op":"decode","type":"nothing","bytes":""}',
        b'{"id":4,"op":"hello"}',
    ]
    replies = answers(*lines)
    assert [reply["id"] for reply in replies] == [None, None, None, None, None, 1, 2, 3, 4]
    assert {reply["error"]["kind"] for reply in replies[:-1]} == {"bad_request"}
    assert "ok" in replies[-1]
