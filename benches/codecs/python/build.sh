#!/bin/sh
# Builds the messages' Python package with its accelerator, and installs the libraries that it is timed beside. Does nothing that is done already.
set -eu
cd "$(dirname "$0")"
root=../../..
# protoc comes with the Python package's tools.
python="$root/.venv/bin/python"

if [ ! -x "$python" ] || [ ! -f "$root/generator/dist/cli/main.js" ]; then
  echo "the project is not set up: run npm start first" >&2
  exit 1
fi
mkdir -p build
if ! cmp -s requirements.txt build/requirements.txt; then
  echo "installing the libraries to compare with"
  "$python" -m venv --clear build/venv
  build/venv/bin/pip install --quiet --disable-pip-version-check --requirement requirements.txt
  cp requirements.txt build/requirements.txt
fi
node "$root/generator/dist/cli/main.js" generate ../spec --out ../clients --language python
program="$PWD"
(cd ../clients/python && "$program/build/venv/bin/python" setup.py --quiet build_ext --inplace)
"$python" -m grpc_tools.protoc --proto_path=.. --python_out=build bench.proto
