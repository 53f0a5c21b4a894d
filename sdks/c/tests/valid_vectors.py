"""Prints the valid vectors below a folder, one a line: the message's name and its bytes in hex."""

import json
import sys
from pathlib import Path

root = Path(sys.argv[1])
for path in sorted(root.rglob("*.json")):
    name = ".".join(path.relative_to(root).with_suffix("").parts)
    for vector in json.loads(path.read_text(encoding="utf-8")):
        if vector["verdict"] == "valid" and vector["bytes"]:
            print(name, vector["bytes"])
