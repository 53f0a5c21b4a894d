"""Times the libraries that are alike in kind: `main.py accelerated|pure CONTENT_DIR [--quick]`."""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from typing import Any

from codec_bench.generated import documents, fixed, growth, lists
from library import Library
from measure import FULL, QUICK, Mode, Operation, measure
from meshwright_library import Meshwright
from protobuf_library import Protobuf, ProtobufJson

MESSAGES = [
    fixed.PacketHeader,
    fixed.MachineReport,
    lists.Order,
    lists.Profile,
    lists.SampleArray,
    lists.Drawing,
    lists.Inventory,
    documents.Invoice,
]
GROWTH = [growth.GrowthBytes, growth.GrowthText, growth.GrowthNumbers, growth.GrowthDocument]
GROWTH_MODE = Mode(5_000_000, 3)


def main() -> None:
    """Prints a line for each library, message and operation."""
    kind, folder, *options = sys.argv[1:]
    mode = QUICK if "--quick" in options else FULL
    content = Path(folder)
    own = Meshwright(kind)
    libraries: list[Library] = [own, Protobuf()]
    if kind == "accelerated":
        from msgspec_library import Msgspec

        libraries.append(Msgspec())
    for message in MESSAGES:
        value = message.decode((content / f"{message.__name__}.bin").read_bytes())
        json_too = [ProtobufJson()] if kind == "accelerated" and message is documents.Invoice else []
        report([one for library in (*libraries, *json_too) for one in operations(library, value)], mode)
    for message in GROWTH:
        for size in sorted(
            int(file.stem.rpartition("-")[2]) for file in content.glob(f"growth/{message.__name__}-*.bin")
        ):
            value = message.decode((content / f"growth/{message.__name__}-{size}.bin").read_bytes())
            report(operations(own, value, growth=True), min(mode, GROWTH_MODE))


def operations(library: Library, value: Any, **labels: object) -> list[Operation]:
    """Encode and decode."""
    encode, decode = library.codec(value)
    data = encode()
    shared = {"message": type(value).__name__, "library": library.name, "version": library.version}
    rest = {"bytes": len(data), **labels}
    return [
        Operation({**shared, "op": "encode", **rest}, encode),
        Operation({**shared, "op": "decode", **rest}, partial(decode, data)),
    ]


def report(timed: list[Operation], mode: Mode) -> None:
    """As lines of JSON, as soon as they are there."""
    for operation, ns in zip(timed, measure(timed, mode), strict=True):
        print(json.dumps({**operation.labels, "ns": round(ns, 1)}), flush=True)


main()
