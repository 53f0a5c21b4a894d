"""Reads lines of {"message", "json"}; answers each with its bytes and with its JSON as protobuf writes it.

Arguments: the folder of the compiled files, then the module.
"""

import importlib
import json
import sys

from google.protobuf import json_format

sys.path.insert(0, sys.argv[1])
module = importlib.import_module(sys.argv[2])
for line in sys.stdin:
    request = json.loads(line)
    message = json_format.ParseDict(request["json"], getattr(module, request["message"])())
    print(json.dumps({"bytes": message.SerializeToString(deterministic=True).hex(), "json": json_format.MessageToDict(message)}))
