"""Whole messages: the way in and the way out of every codec."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from . import refusals as refuse
from .checks import wrong_type
from .errors import DecodeError, EncodeError, WrongTypeError

T = TypeVar("T")

Buffer = bytes | bytearray | memoryview


def as_bytes(data: object) -> bytes:
    """The input as bytes that nobody else can change."""
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data)
    raise wrong_type(data, "bytes")


def decode_binary(read: Callable[[bytes, int, int], tuple[T, int]], data: Buffer, name: str, max_size: int | None) -> T:
    """Reads all of ``data`` as one value."""
    if type(data) is not bytes:
        data = as_bytes(data)
    end = len(data)
    try:
        if max_size is not None and end > max_size:
            raise refuse.too_long(0, "", max_size, end)
        value, at = read(data, 0, end)
        if at != end:
            raise refuse.trailing_bytes(at, "", end - at)
    except DecodeError as error:
        error.root = name
        raise
    return value


def decode_json(read: Callable[[str, int], tuple[T, int]], data: Buffer, name: str, max_size: int | None) -> T:
    """Reads all of ``data`` as one value."""
    if type(data) is not bytes:
        data = as_bytes(data)
    try:
        if max_size is not None and len(data) > max_size:
            raise refuse.too_long(0, "", max_size, len(data))
        return embedded_json(read, data, 0, len(data))
    except DecodeError as error:
        error.root = name
        raise


def embedded_json(read: Callable[..., tuple[T, int]], data: bytes, start: int, end: int, *depth: int) -> T:
    """Reads the JSON value that fills a window."""
    try:
        text = data[start:end].decode()
    except UnicodeDecodeError as error:
        raise refuse.invalid_utf8(start + error.start, "") from None
    try:
        value, at = read(text, 0, *depth)
        if at != len(text):
            raise refuse.trailing_bytes(at, "", len(text[at:].encode()))
    except DecodeError as error:
        # JSON readers count characters.
        error.offset = start + len(text[: error.offset].encode())
        raise
    return value


def encode_binary(write: Callable[[bytearray, T], None], value: T, name: str, max_size: int | None) -> bytes:
    """Writes one value."""
    out = bytearray()
    try:
        write(out, value)
        _check_size(len(out), max_size)
    except (EncodeError, WrongTypeError) as error:
        error.root = name
        raise error from None
    return bytes(out)


def encode_json(write: Callable[[list[str], T], None], value: T, name: str, max_size: int | None) -> bytes:
    """Writes one value."""
    pieces: list[str] = []
    try:
        write(pieces, value)
        data = "".join(pieces).encode()
        _check_size(len(data), max_size)
    except (EncodeError, WrongTypeError) as error:
        error.root = name
        raise error from None
    return data


def json_bytes(write: Callable[..., None], *arguments: object) -> bytes:
    """What ``write`` puts out, for a window of a binary message."""
    pieces: list[str] = []
    write(pieces, *arguments)
    return "".join(pieces).encode()


def _check_size(got: int, max_size: int | None) -> None:
    if max_size is not None and got > max_size:
        raise EncodeError("too_long", "", f"must take at most {max_size} bytes, and takes {got}")
