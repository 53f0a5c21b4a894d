"""The official protobuf library, in C (upb) or in Python as the process is.

It decodes strings and nested messages lazily, or makes Python's objects only when a field is asked for, so every field
is read after decoding, by functions that name each field as a user's program does.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import bench_pb2
import google.protobuf
from google.protobuf import json_format
from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.internal import api_implementation
from library import Codec, must_be_equal

_NAMES = {"upb": "protobuf", "python": "protobuf (pure Python)"}


class Protobuf:
    """Either implementation."""

    version = google.protobuf.__version__

    def __init__(self) -> None:
        """As the environment says."""
        self.name = _NAMES[api_implementation.Type()]

    def codec(self, content: Any) -> Codec:
        """Of the message of the same name."""
        cls = getattr(bench_pb2, type(content).__name__)
        message = cls()
        _fill(message, content)
        twin = cls()
        _fill(twin, content)
        must_be_equal(cls.FromString(message.SerializeToString()), twin, self.name)
        parse, read = cls.FromString, _reader(cls.DESCRIPTOR)

        def decode(data: bytes) -> Any:
            message = parse(data)
            read(message)
            return message

        return Codec(message.SerializeToString, decode)


class ProtobufJson:
    """Its JSON form, for the message that is JSON here; the C implementation has none of its own, so this is Python."""

    version = google.protobuf.__version__
    name = "protobuf (JSON)"

    def codec(self, content: Any) -> Codec:
        """Of the message of the same name."""
        cls = getattr(bench_pb2, type(content).__name__)
        message = cls()
        _fill(message, content)

        def encode() -> bytes:
            return json_format.MessageToJson(message, indent=None, preserving_proto_field_name=True).encode()

        def decode(data: bytes) -> Any:
            return json_format.Parse(data, cls())

        must_be_equal(decode(encode()), message, self.name)
        return Codec(encode, decode)


def _fill(message: Any, value: Any) -> None:
    """From a Meshwright value; absent optionals stay absent."""
    for field in dataclasses.fields(value):
        content = getattr(value, field.name)
        if isinstance(content, dict):
            for key, item in content.items():
                _fill(getattr(message, field.name)[key], item)
        elif isinstance(content, list):
            _extend(getattr(message, field.name), content)
        elif dataclasses.is_dataclass(content):
            _fill(getattr(message, field.name), content)
        elif content is not None:
            setattr(message, field.name, content)


def _extend(target: Any, items: list[Any]) -> None:
    if not items or not hasattr(items[0], "value") and not dataclasses.is_dataclass(items[0]):
        target.extend(items)
        return
    for item in items:
        if dataclasses.is_dataclass(item):
            _fill(target.add(), item)
        else:
            # A union's case: the member of a oneof that has its name.
            part = getattr(target.add(), type(item).__name__.lower())
            part.SetInParent()
            _fill(part, item.value)


def _reader(descriptor: Descriptor, made: dict[str, Any] | None = None) -> Callable[[Any], None]:
    """A function that reads every field of a message."""
    known: dict[str, Any] = {} if made is None else made
    name = f"read_{descriptor.full_name.replace('.', '_')}"
    if name not in known:
        known[name] = None
        lines = [line for field in descriptor.fields if field.containing_oneof is None for line in _read(field, known)]
        for oneof in descriptor.oneofs:
            lines += _read_oneof(oneof, known)
        exec(f"def {name}(m):\n    " + "\n    ".join(lines), known)  # noqa: S102 (made of the descriptors alone)
    function: Callable[[Any], None] = known[name]
    return function


def _read(field: FieldDescriptor, known: dict[str, Any]) -> list[str]:
    if field.message_type is not None and field.message_type.GetOptions().map_entry:
        value = _reader(field.message_type.fields_by_name["value"].message_type, known).__name__
        return [f"for key, item in m.{field.name}.items():", f"    {value}(item)"]
    if field.message_type is None:
        return [f"list(m.{field.name})" if field.is_repeated else f"m.{field.name}"]
    part = _reader(field.message_type, known).__name__
    return [f"for item in m.{field.name}:", f"    {part}(item)"] if field.is_repeated else [f"{part}(m.{field.name})"]


def _read_oneof(oneof: Any, known: dict[str, Any]) -> list[str]:
    """An `optional` field is a oneof of one."""
    if len(oneof.fields) == 1:
        (field,) = oneof.fields
        return [f'if m.HasField("{field.name}"):', *(f"    {line}" for line in _read(field, known))]
    lines = [f'case = m.WhichOneof("{oneof.name}")']
    for index, field in enumerate(oneof.fields):
        lines += [
            f'{"el" if index else ""}if case == "{field.name}":',
            *(f"    {line}" for line in _read(field, known)),
        ]
    return lines
