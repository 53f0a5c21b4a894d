"""The runtime of generated codecs: what every message's ``decode`` and ``encode`` stand on. Pure Python."""

from .addresses import SocketAddress
from .errors import DecodeError, EncodeError, Kind, LocatedError, WrongTypeError
from .floats import float_text, parse_float
from .values import Duration, JsonText

__all__ = [
    "DecodeError",
    "Duration",
    "EncodeError",
    "JsonText",
    "Kind",
    "LocatedError",
    "SocketAddress",
    "WrongTypeError",
    "float_text",
    "parse_float",
]
