"""Writes the first C program of a README into a file of its own: readme_snippet.py README.md OUT.c."""

import re
import sys
from pathlib import Path

readme, out = map(Path, sys.argv[1:])
found = re.search(r"^```c\n(.*?)^```$", readme.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
if found is None:
    sys.exit(f"{readme} has no C program")
out.write_text(found[1], encoding="utf-8")
