"""Fills every field of every message of the compiled files, writes, reads back, and says what came of it.

Arguments: the folder of the compiled files, then the modules. Prints one JSON object a line and message.
"""

import importlib
import json
import sys

from google.protobuf import json_format
from google.protobuf.descriptor import FieldDescriptor as Field
from google.protobuf.message_factory import GetMessageClass

FLOATS = {Field.CPPTYPE_FLOAT, Field.CPPTYPE_DOUBLE}
SIGNED = {Field.CPPTYPE_INT32, Field.CPPTYPE_INT64}
UNSIGNED = {Field.CPPTYPE_UINT32, Field.CPPTYPE_UINT64}


def is_map(field):
    return field.message_type is not None and field.message_type.GetOptions().map_entry


def scalar(field, salt):
    kind = field.cpp_type
    if kind in FLOATS:
        return salt + 0.5
    if kind in SIGNED:
        return -salt - 1
    if kind in UNSIGNED:
        return salt + 1
    if kind == Field.CPPTYPE_BOOL:
        return True
    if kind == Field.CPPTYPE_ENUM:
        return field.enum_type.values[-1].number
    return b"\x00\xff%d" % salt if field.type == Field.TYPE_BYTES else f"té{salt}"


def fill(message, depth, chosen):
    """Sets every field; of a oneof, the one at `chosen`."""
    for salt, field in enumerate(message.DESCRIPTOR.fields):
        oneof = field.containing_oneof
        if oneof is not None and len(oneof.fields) > 1 and oneof.fields[chosen % len(oneof.fields)] is not field:
            continue
        target = getattr(message, field.name) if field.cpp_type == Field.CPPTYPE_MESSAGE or field.is_repeated else None
        if is_map(field):
            key, value = field.message_type.fields_by_name["key"], field.message_type.fields_by_name["value"]
            if value.message_type is not None:
                fill(target[scalar(key, salt)], depth - 1, chosen)
            else:
                target[scalar(key, salt)] = scalar(value, salt)
        elif field.is_repeated:
            for extra in range(2):
                if field.message_type is None:
                    target.append(scalar(field, salt + extra))
                elif depth > 0:
                    fill(target.add(), depth - 1, chosen)
        elif field.message_type is not None:
            target.SetInParent()
            if depth > 0:
                fill(target, depth - 1, chosen)
        else:
            setattr(message, field.name, scalar(field, salt))
    return message


def main(folder, *modules):
    sys.path.insert(0, folder)
    for module in modules:
        for name, descriptor in importlib.import_module(module).DESCRIPTOR.message_types_by_name.items():
            for chosen in range(max((len(oneof.fields) for oneof in descriptor.oneofs), default=1)):
                written = fill(GetMessageClass(descriptor)(), 3, chosen)
                data = written.SerializeToString(deterministic=True)
                read = GetMessageClass(descriptor).FromString(data)
                shown = json_format.MessageToDict(written, preserving_proto_field_name=False)
                back = json_format.ParseDict(shown, GetMessageClass(descriptor)())
                print(json.dumps({"name": name, "bytes": data.hex(), "same": read == written == back, "json": shown}))


main(*sys.argv[1:])
