#!/usr/bin/env bash
# The property tests for the spec that uses every word of the language. Arguments: the folder of its Python package, built, and that of its vectors;
# without them, both are made, which takes half a minute. MESHWRIGHT_SEED and MESHWRIGHT_EXAMPLES as in check.sh.
set -euo pipefail
here="$(cd "$(dirname "$0")/.." && pwd)"
root="$(cd "$here/../.." && pwd)"
if [ $# -eq 2 ]; then
  package="$1" vectors="$2"
else
  scratch="$(mktemp -d)"
  trap 'rm -rf "$scratch"' EXIT
  package="$scratch/python" vectors="$scratch/vectors"
  generator="$root/generator/dist/cli/main.js"
  node "$generator" generate "$root/conformance/specs/words" --out "$scratch" --peers --language python
  PYTHON="$root/.venv/bin/python" "$package/build.sh"
  node "$generator" vectors "$root/conformance/specs/words" --out "$vectors"
fi
# It has all that messages are made of, so that more of each tells more than it does of the many that are alike.
MESHWRIGHT_SEED="${MESHWRIGHT_SEED:-20250101}" MESHWRIGHT_EXAMPLES="${MESHWRIGHT_EXAMPLES:-30}" MESHWRIGHT_PEER="$package/peer" MESHWRIGHT_VECTORS="$vectors" PYTHONPATH="$package/src" \
  "$root/.venv/bin/pytest" -q "$here/tests/property" -p no:cacheprovider
