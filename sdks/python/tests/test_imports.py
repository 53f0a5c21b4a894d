"""Every generated module can be the first one that is imported, whatever rings the spec's modules form."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import meshwright.generated

FOLDER = Path(meshwright.generated.__file__).parent
MODULES = [".".join(file.relative_to(FOLDER).with_suffix("").parts) for file in sorted(FOLDER.rglob("*.py"))]


@pytest.mark.parametrize("module", [module for module in MODULES if "__init__" not in module])
def test_alone(module: str) -> None:
    """In an interpreter of its own."""
    subprocess.run([sys.executable, "-c", f"import meshwright.generated.{module}"], check=True, timeout=60)


def test_lazily_from_the_package() -> None:
    """Nothing is loaded before it is asked for; what does not exist is an AttributeError."""
    code = (
        "import sys, meshwright\n"
        "assert not any(name.startswith('meshwright.generated.') for name in sys.modules)\n"
        "assert len(meshwright.SPEC_HASH) == 32\n"
        "try: meshwright.no_such_module\n"
        "except AttributeError: pass\n"
        "else: raise SystemExit(1)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
