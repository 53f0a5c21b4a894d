"""Values to neutral JSON and back (the peer protocol's form of values)."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from operator import itemgetter
from typing import Any

from generated import (
    ROOTS,
    SHAPES,
    Duration,
    EncodeError,
    JsonText,
    SocketAddress,
    float_text,
    parse_float,
)
from shapes import (
    Address,
    Bool,
    Entries,
    Enumeration,
    Field,
    FlagSet,
    Float,
    FreeJson,
    Int,
    Items,
    Nullable,
    Octets,
    Ref,
    Shape,
    Span,
    Struct,
    Text,
    Variants,
)

UNKNOWN = "$unknown"
_INTEGER = re.compile(r"-?[0-9]{1,4000}")
_FLOAT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_HEX = re.compile(r"(?:[0-9a-f]{2})*")
_SPECIAL = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf")}
_SPAN_PARTS = {"secs": Int("u64", 0, 2**64 - 1), "nanos": Int("u32", 0, 2**32 - 1)}


class BadRequestError(Exception):
    """A request that makes no sense."""


def to_neutral(shape: Shape, value: Any, is_json: bool) -> object:
    """The neutral form of `value`. `is_json` says what an open structure keeps: text of members, or bytes."""
    match shape:
        case Ref(id):
            return to_neutral(SHAPES[id], value, is_json_within(id, is_json))
        case Int():
            return str(value) if shape.is_wide else int(value)
        case Float():
            return _float_neutral(value)
        case Octets():
            return value.hex()
        case Items(element):
            return [to_neutral(element, one, is_json) for one in value]
        case Entries(key, inner):
            return [[to_neutral(key, k, is_json), to_neutral(inner, v, is_json)] for k, v in sorted(value.items())]
        case Nullable(inner):
            return None if value is None else to_neutral(inner, value, is_json)
        case FreeJson() | Address():
            return str(value)
        case Span():
            return {"secs": str(value.secs), "nanos": value.nanos}
        case Struct():
            return _struct_neutral(shape, value, is_json)
        case Variants(cases):
            found = next(case for case in cases if case.cls is type(value))
            content = {} if found.payload is None else to_neutral(found.payload, value.value, is_json)
            return {"case": found.name, "value": content}
        case Enumeration(members=members, number=number):
            return next((name for name, one in members.items() if one == value), to_neutral(number, value, is_json))
        case FlagSet(flags=flags):
            return [name for name, flag in flags.items() if value & flag]
        case _:
            return value


def is_json_within(id: str, around: bool) -> bool:
    """A message within another one has its own encoding."""
    return ROOTS[id].is_json if id in ROOTS else around


def _float_neutral(value: float) -> str:
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return float_text(value)


def _struct_neutral(shape: Struct, value: Any, is_json: bool) -> dict[str, object]:
    neutral: dict[str, object] = {}
    for field in shape.fields:
        own = getattr(value, field.attribute)
        if not (field.optional and own is None):
            neutral[field.name] = to_neutral(field.shape, own, is_json)
    if shape.open and value.unknown:
        neutral[UNKNOWN] = value.unknown.decode() if is_json else value.unknown.hex()
    return neutral


def from_neutral(shape: Shape, neutral: object, is_json: bool, path: str = "") -> Any:
    """The value that a neutral form stands for. What no value can be is refused as an encoder would."""
    match shape:
        case Ref(id):
            return from_neutral(SHAPES[id], neutral, is_json_within(id, is_json), path)
        case Int():
            return _integer(shape, neutral, path)
        case Float(bits):
            return _float(bits, neutral, path)
        case Bool():
            return _typed(neutral, bool, path)
        case Text():
            return _typed(neutral, str, path)
        case Octets():
            return _octets(neutral, path)
        case Items(element):
            elements = _typed(neutral, list, path)
            return [from_neutral(element, one, is_json, f"{path}[{index}]") for index, one in enumerate(elements)]
        case Entries():
            return _entries(shape, neutral, is_json, path)
        case Nullable(inner):
            return None if neutral is None else from_neutral(inner, neutral, is_json, path)
        case FreeJson():
            return JsonText(_typed(neutral, str, path))
        case Address():
            return _address(neutral, path)
        case Span():
            parts = _members(neutral, frozenset(_SPAN_PARTS), path)
            secs, nanos = (_integer(part, parts.get(name), _inside(path, name)) for name, part in _SPAN_PARTS.items())
            return Duration(secs, nanos)
        case Struct():
            return _struct(shape, neutral, is_json, path)
        case Variants():
            return _variant(shape, neutral, is_json, path)
        case Enumeration():
            return _enumerated(shape, neutral, path)
        case FlagSet():
            return _flags(shape, neutral, path)


def _inside(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _typed(neutral: object, kind: type, path: str) -> Any:
    if type(neutral) is not kind:
        raise BadRequestError(f"{path or 'the value'} must be a JSON {kind.__name__}, not {neutral!r:.80}")
    return neutral


def _members(neutral: object, known: frozenset[str], path: str) -> Mapping[str, object]:
    members: dict[str, object] = _typed(neutral, dict, path)
    for name in members:
        if name not in known:
            raise BadRequestError(f"{path or 'the value'} has no member {name!r}")
    return members


def _integer(shape: Int, neutral: object, path: str) -> int:
    if shape.is_wide:
        if not isinstance(neutral, str) or _INTEGER.fullmatch(neutral) is None:
            raise BadRequestError(f"{path or 'the value'} must be an integer as decimal text")
        return int(neutral)
    number: int = _typed(neutral, int, path)
    return number


def _float(bits: int, neutral: object, path: str) -> float:
    text = _typed(neutral, str, path)
    if text in _SPECIAL:
        return _SPECIAL[text]
    if _FLOAT.fullmatch(text) is None:
        raise BadRequestError(f"{path or 'the value'} must be a float as text")
    number = parse_float(text, bits)
    if math.isinf(number):
        raise EncodeError("out_of_range", path, f"must fit a float of {bits} bits")
    return number


def _octets(neutral: object, path: str) -> bytes:
    text = _typed(neutral, str, path)
    if _HEX.fullmatch(text) is None:
        raise BadRequestError(f"{path or 'the value'} must be lower-case hex")
    return bytes.fromhex(text)


def _address(neutral: object, path: str) -> SocketAddress:
    text = _typed(neutral, str, path)
    try:
        address = SocketAddress.parse(text)
    except ValueError as error:
        raise EncodeError("malformed", path, str(error)) from None
    if str(address) != text:
        raise EncodeError("non_canonical", path, f"must be spelt {address}")
    return address


def _entries(shape: Entries, neutral: object, is_json: bool, path: str) -> dict[Any, Any]:
    pairs = _typed(neutral, list, path)
    if any(type(pair) is not list or len(pair) != 2 for pair in pairs):
        raise BadRequestError(f"{path or 'the value'} must be a list of keys and values")
    keys = [from_neutral(shape.key, key, is_json, f"{path}[{index}].key") for index, (key, _) in enumerate(pairs)]
    keyed = sorted(zip(keys, (item for _, item in pairs), strict=True), key=itemgetter(0))
    entries: dict[Any, Any] = {}
    for index, (key, item) in enumerate(keyed):
        if key in entries:
            raise EncodeError("duplicate_key", f"{path}[{index}].key", "repeats the key before it")
        entries[key] = from_neutral(shape.value, item, is_json, f"{path}[{index}].value")
    return entries


def _struct(shape: Struct, neutral: object, is_json: bool, path: str) -> Any:
    names = {field.name for field in shape.fields} | shape.hidden.keys() | ({UNKNOWN} if shape.open else set())
    members = _members(neutral, frozenset(names), path)
    for name, constant in shape.hidden.items():
        if constant is not None and members.get(name, constant) != constant:
            raise EncodeError("bad_constant", _inside(path, name), f"must be {constant}")
    values = {field.attribute: _field(field, members, is_json, path) for field in shape.fields}
    if shape.open and UNKNOWN in members:
        kept = _typed(members[UNKNOWN], str, path)
        values["unknown"] = kept.encode(errors="surrogatepass") if is_json else _octets(kept, path)
    return shape.cls(**values)


def _field(field: Field, members: Mapping[str, object], is_json: bool, path: str) -> Any:
    if field.name in members:
        return from_neutral(field.shape, members[field.name], is_json, _inside(path, field.name))
    if field.optional:
        return None
    raise BadRequestError(f"{_inside(path, field.name)} is missing")


def _variant(shape: Variants, neutral: object, is_json: bool, path: str) -> Any:
    members = _members(neutral, frozenset({"case", "value"}), path)
    name = _typed(members.get("case"), str, path)
    found = next((case for case in shape.cases if case.name == name), None)
    if found is None:
        raise EncodeError("unknown_variant", path, f'has no case "{name}"')
    if found.payload is not None:
        return found.cls(from_neutral(found.payload, members.get("value"), is_json, path))
    if members.get("value", {}) != {}:
        raise BadRequestError(f"the case {name} has no content")
    return found.cls()


def _enumerated(shape: Enumeration, neutral: object, path: str) -> int:
    if isinstance(neutral, str) and not (shape.number.is_wide and _INTEGER.fullmatch(neutral)):
        member = shape.members.get(neutral)
        if member is None:
            raise EncodeError("unknown_variant", path, f'has no case "{neutral}"')
        return member
    return _integer(shape.number, neutral, path)


def _flags(shape: FlagSet, neutral: object, path: str) -> Any:
    bits = shape.cls(0)
    for name in _typed(neutral, list, path):
        flag = shape.flags.get(_typed(name, str, path))
        if flag is None:
            raise EncodeError("unknown_flag", path, f'has no flag "{name}"')
        if flag & bits:
            raise BadRequestError(f"{path or 'the value'} names {name} twice")
        bits |= flag
    return bits
