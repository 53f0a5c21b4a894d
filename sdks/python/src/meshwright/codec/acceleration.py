"""The accelerator: an optional C extension, generated with a package, that takes the place of ``decode`` and ``encode``.

It does what is regular and leaves everything else to the pure functions, so that there is one place that refuses.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import warnings
from collections.abc import Iterator
from typing import Any

__all__ = ["Accelerator"]

PURE = "MESHWRIGHT_PURE"
"""An environment variable: set to anything but nothing and ``0``, no accelerator is used."""


class Accelerator:
    """The extension of one package, if it was built."""

    def __init__(self, package: str, source: str) -> None:
        """``package`` is the one that holds the extension, ``source`` says what it must have been made from."""
        self._extension: Any = None if os.environ.get(PURE, "0") not in ("", "0") else _load(package, source)

    @property
    def active(self) -> bool:
        """Whether messages are read and written by the extension."""
        return self._extension is not None

    def install(self, module: str, names: dict[str, Any]) -> None:
        """Puts the extension's functions into the classes of a generated module, whose globals are ``names``."""
        if self._extension is not None:
            self._extension.bind(module, names)

    @contextlib.contextmanager
    def paused(self) -> Iterator[None]:
        """Leaves everything to the pure functions, to compare with them; in all threads."""
        if self._extension is None:
            yield
            return
        self._extension.pause(True)
        try:
            yield
        finally:
            self._extension.pause(False)


def _load(package: str, source: str) -> Any:
    try:
        extension: Any = importlib.import_module(f"{package}._accelerator")
    except ImportError:
        return None
    if extension.SOURCE == source:
        return extension
    message = f"{package}._accelerator was built from other code and is not used: build the package again"
    warnings.warn(message, RuntimeWarning, stacklevel=3)
    return None
