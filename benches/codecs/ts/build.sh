#!/bin/sh
# Builds the messages' TypeScript package, and installs the libraries that it is timed beside. Does nothing that is done already.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
codecs="$(dirname "$here")"
root="$(dirname "$(dirname "$codecs")")"
# protoc itself comes with the Python package's tools.
python="$root/.venv/bin/python"

if [ ! -f "$root/generator/dist/cli/main.js" ] || [ ! -x "$python" ]; then
  echo "the project is not set up: run npm start first" >&2
  exit 1
fi
node "$root/generator/dist/cli/main.js" generate "$codecs/spec" --out "$codecs/clients" --language typescript

cd "$here"
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  echo "installing the libraries to compare with"
  npm install --no-save --no-audit --no-fund --loglevel=error
fi
mkdir -p build
"$python" -m grpc_tools.protoc --proto_path="$codecs" --plugin=protoc-gen-es=node_modules/.bin/protoc-gen-es --es_out=build --es_opt=target=js bench.proto
node_modules/.bin/pbjs --target static-module --wrap es6 --es6 --no-comments --no-service --force-long --out build/protobufjs.js "$codecs/bench.proto"
