"""Meshwright for Python.

Messages live in modules as in the spec: ``from meshwright import wire`` and then
``wire.packet.PacketHeader.decode(data)``. All of them decode and encode in exactly one way, the same in every language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import generated as _generated
from .codec import DecodeError, Duration, EncodeError, JsonText, Kind, SocketAddress, WrongTypeError

if TYPE_CHECKING:
    from .generated import *

__all__ = [
    "DecodeError",
    "Duration",
    "EncodeError",
    "JsonText",
    "Kind",
    "SocketAddress",
    "WrongTypeError",
    "accelerated",
]


def accelerated() -> bool:
    """Whether messages are read and written by the accelerator, the package's optional C extension.

    It does the same as the pure Python codecs, faster. ``MESHWRIGHT_PURE=1`` in the environment turns it off.
    """
    from .generated._acceleration import ACCELERATOR

    return ACCELERATOR.active


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """The spec's modules and its hash, loaded when they are first asked for."""
        return getattr(_generated, name)
