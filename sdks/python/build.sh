#!/usr/bin/env bash
# Makes the virtual environment that the Python package and its conformance peer run in, and builds the accelerator.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
venv="$(cd "$here/../.." && pwd)/.venv"
stamp="$venv/meshwright.stamp"
built="$venv/accelerator.stamp"

python="${PYTHON:-python3}"
if ! command -v "$python" >/dev/null || ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))'; then
  echo "python: needs Python 3.10 or newer with venv (Debian: apt-get install python3-venv; others: python.org)" >&2
  exit 1
fi

wanted="$(cat "$here/requirements.txt" "$here/pyproject.toml" | cksum) $("$python" --version) $here"
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
  echo "python: .venv is up to date"
else
  echo "python: installing the package and its tools into .venv"
  rm -f "$stamp" "$built"
  "$python" -m venv --clear "$venv" || { echo "python: the venv module is missing (Debian: apt-get install python3-venv)" >&2; exit 1; }
  "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
  MESHWRIGHT_PURE=1 "$venv/bin/pip" install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable "$here"
  echo "$wanted" >"$stamp"
fi

sources="$(cat "$here/setup.py" "$here"/src/meshwright/codec/accelerator/*.h "$here/src/meshwright/generated/_accelerator.c" | cksum) $wanted"
if [ -f "$built" ] && [ "$(cat "$built")" = "$sources" ]; then
  echo "python: the accelerator is up to date"
  exit 0
fi
echo "python: building the accelerator"
rm -f "$built" "$here"/src/meshwright/_accelerator*.so
(cd "$here" && "$venv/bin/python" setup.py --quiet build_ext --inplace)
if (cd / && "$venv/bin/python" -W error -c 'import sys, meshwright; sys.exit(not meshwright.accelerated())'); then
  echo "$sources" >"$built"
else
  echo "python: the accelerator could not be built, the package is pure Python (Debian: apt-get install gcc python3-dev)"
fi
