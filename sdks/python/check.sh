#!/usr/bin/env bash
# Checks the Python package and its peer: lint, format, types, unit tests, vectors, property tests.
# MESHWRIGHT_SEED=n repeats or varies the property tests, MESHWRIGHT_EXAMPLES=n sets how many values they make up of each message.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../.." && pwd)"
peer="$root/conformance/peers/python"
export MESHWRIGHT_SEED="${MESHWRIGHT_SEED:-20250101}"

"$here/build.sh"
export PATH="$root/.venv/bin:$PATH"

echo "python: lint and format"
ruff check --quiet "$here" "$peer"
ruff format --quiet --check "$here" "$peer"

echo "python: types"
(cd "$here" && mypy --no-error-summary src tests "$peer")

echo "python: unit tests, vectors and property tests (MESHWRIGHT_SEED=$MESHWRIGHT_SEED)"
(cd "$here" && pytest -q tests)

echo "python: messages, vectors and wrong values without the accelerator"
(cd "$here" && MESHWRIGHT_PURE=1 pytest -q tests/test_acceleration.py tests/test_messages.py tests/test_vectors.py tests/property/test_wrong_values.py)

echo "python: the accelerator under an address sanitizer and Python's debugging allocator"
"$here/tests/sanitize.sh"
