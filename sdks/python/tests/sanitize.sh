#!/usr/bin/env bash
# Builds the accelerator with AddressSanitizer and UndefinedBehaviorSanitizer into a folder of its own, and runs the tests of its memory there.
set -euo pipefail
here="$(cd "$(dirname "$0")/.." && pwd)"
python="$here/../../.venv/bin/python"
compiler="${CC:-cc}"
library="$("$compiler" -print-file-name=libasan.so 2>/dev/null || true)"
if [ ! -f "$library" ] || [ "$(uname -s)" != Linux ]; then
  echo "python: skipped the address sanitizer, which $compiler does not have here (Debian: apt-get install gcc)"
  exit 0
fi
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cp -r "$here/src" "$folder/src"
rm -f "$folder"/src/meshwright/_accelerator*.so
# What is looked for does not depend on optimisation, and a trap instead of a message takes half the time to compile; null pointers trap anyway.
"$compiler" -shared -fPIC -O0 -g1 -fsanitize=address,undefined -fno-sanitize=null -fsanitize-undefined-trap-on-error \
  -I"$("$python" -c 'import sysconfig; print(sysconfig.get_paths()["include"])')" \
  "$folder/src/meshwright/generated/_accelerator.c" -o "$folder/src/meshwright/_accelerator.so"
# Python itself keeps some memory until the end, so leaks are counted by the tests.
LD_PRELOAD="$library" ASAN_OPTIONS=detect_leaks=0 PYTHONMALLOC=debug PYTHONPATH="$folder/src" \
  "$python" -m pytest -q -p no:cacheprovider "$here/tests/memory"
