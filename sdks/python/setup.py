"""Builds the accelerator, where that can be: without a compiler, or with MESHWRIGHT_PURE=1, the package is pure Python."""

from __future__ import annotations

import os
import sys
import sysconfig
from pathlib import Path

from setuptools import Extension, setup

PACKAGE = Path("src/meshwright")
wanted = os.environ.get("MESHWRIGHT_PURE", "0") in ("", "0")
# It reads fields where they stand, which CPython's lock allows.
possible = sys.implementation.name == "cpython" and not sysconfig.get_config_var("Py_GIL_DISABLED")
accelerator = Extension(
    "meshwright._accelerator",
    [str(PACKAGE / "generated/_accelerator.c")],
    depends=[str(header) for header in sorted(PACKAGE.glob("codec/accelerator/*.h"))],
    extra_compile_args=[] if os.name == "nt" else ["-O2", "-g0"],
    optional=True,
)
setup(ext_modules=[accelerator] if wanted and possible else [])
