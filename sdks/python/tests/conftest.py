"""What all tests share: where the peer's tables are, the seed, and how many examples are made up."""

from __future__ import annotations

import os
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
PEER = Path(os.environ.get("MESHWRIGHT_PEER", REPOSITORY / "conformance/peers/python"))
VECTORS = Path(os.environ.get("MESHWRIGHT_VECTORS", REPOSITORY / "conformance/vectors"))
SEED = int(os.environ.get("MESHWRIGHT_SEED", "20250101"))
EXAMPLES = int(os.environ.get("MESHWRIGHT_EXAMPLES", "12"))
"""Of each message, in a property test."""

sys.path.insert(0, str(PEER))
sys.path.insert(0, str(Path(__file__).parent))


def pytest_report_header() -> str:
    """Says how to repeat a run."""
    return f"peer: {PEER}, seed: {SEED} (MESHWRIGHT_SEED)"
