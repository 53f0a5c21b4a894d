"""msgspec, with typed structures made from the classes of the messages: MessagePack as arrays, and JSON for the document."""

from __future__ import annotations

import dataclasses
import enum
import functools
import operator
import types
import typing
from typing import Any

import msgspec
from library import Codec, must_be_equal


class Msgspec:
    """Both of its encodings."""

    name = "msgspec"
    version = msgspec.__version__

    def codec(self, content: Any) -> Codec:
        """JSON where the message is JSON, otherwise MessagePack."""
        json = content.encode()[:1] == b"{"
        kind = _type_of(type(content), json, {})
        value = _value_of(content, kind)
        encoder, decoder = (
            (msgspec.json.Encoder(), msgspec.json.Decoder(kind))
            if json
            else (msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(kind))
        )
        must_be_equal(decoder.decode(encoder.encode(value)), value, self.name)
        return Codec(lambda: encoder.encode(value), decoder.decode)


def _type_of(hint: Any, json: bool, made: dict[Any, Any]) -> Any:
    """msgspec's type for an annotation of a message's field."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (list, dict):
        return origin[tuple(_type_of(one, json, made) for one in arguments)]
    if origin in (types.UnionType, typing.Union):
        return functools.reduce(operator.or_, (_type_of(one, json, made) for one in arguments))
    if dataclasses.is_dataclass(hint):
        if hint not in made:
            hints = typing.get_type_hints(hint)
            fields = [(name, _type_of(kind, json, made)) for name, kind in hints.items()]
            made[hint] = msgspec.defstruct(hint.__name__, fields, array_like=not json, gc=True)
        return made[hint]
    if isinstance(hint, type) and issubclass(hint, enum.IntFlag):
        return int
    if isinstance(hint, type) and issubclass(hint, enum.IntEnum):
        return _names_of(hint) if json else hint
    base = next((base for base in getattr(hint, "__orig_bases__", ()) if typing.get_origin(base) is not None), None)
    if base is None:
        return hint
    # A case of a union: its content, under a tag.
    (content,) = typing.get_args(base)
    module = __import__(hint.__module__, fromlist=["*"])
    cls = getattr(module, content.__forward_arg__ if isinstance(content, typing.ForwardRef) else content.__name__)
    fields = [(name, _type_of(kind, json, made)) for name, kind in typing.get_type_hints(cls).items()]
    return made.setdefault(hint, msgspec.defstruct(hint.__name__, fields, array_like=True, tag=hint.__name__))


def _names_of(hint: type[enum.IntEnum]) -> Any:
    """An enum of the names that JSON has."""
    return enum.Enum(hint.__name__, {member.name: member.name.lower() for member in hint})


def _value_of(value: Any, kind: Any) -> Any:
    """A Meshwright value as one of msgspec's type `kind`."""
    arguments = typing.get_args(kind)
    if isinstance(value, list):
        return [_value_of(item, arguments[0]) for item in value]
    if isinstance(value, dict):
        return {key: _value_of(item, arguments[1]) for key, item in value.items()}
    if value is None or isinstance(value, (str, bytes, float, bool)):
        return value
    if isinstance(value, enum.IntEnum):
        return kind[value.name]
    if isinstance(value, int):
        return int(value)
    if not dataclasses.is_dataclass(value):
        case = next(one for one in arguments if one.__name__ == type(value).__name__)
        return _struct_of(value.value, case)
    return _struct_of(value, kind)


def _struct_of(value: Any, kind: Any) -> Any:
    return kind(
        **{field.name: _value_of(getattr(value, field.name), field.type) for field in msgspec.structs.fields(kind)}
    )
