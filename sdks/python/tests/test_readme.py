"""What the README shows works."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parents[1] / "README.md"
SNIPPETS = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("snippet", SNIPPETS, ids=range(1, len(SNIPPETS) + 1))
def test_snippet(snippet: str) -> None:
    """As a program of its own, with the output that its comments promise."""
    program = subprocess.run([sys.executable, "-c", snippet], check=True, capture_output=True, text=True, timeout=60)
    for promised in re.findall(r"print\(.*\)  # (.*)", snippet):
        assert promised in program.stdout
