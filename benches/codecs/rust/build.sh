#!/bin/sh
# Builds the Rust bench: the codecs under test, the protobuf compiler, the program. Does nothing that is done already.
set -eu
cd "$(dirname "$0")"
need() {
    command -v "$1" >/dev/null 2>&1 && return
    echo "rust bench: $1 is missing; $2" >&2
    exit 1
}
need cargo "install Rust 1.88 or later from https://rustup.rs"
need python3 "it fetches the protobuf compiler; install Python 3.10 or later"

mkdir -p build
if ! cmp -s requirements.txt build/requirements.txt; then
    echo "rust bench: fetching the protobuf compiler"
    python3 -m venv build/venv
    build/venv/bin/pip install --quiet --disable-pip-version-check --requirement requirements.txt
    cp requirements.txt build/requirements.txt
fi
node ../../../generator/dist/cli/main.js generate ../spec --out ../clients --language rust
echo "rust bench: building (some minutes the first time)"
PROTOC="$PWD/build/venv/bin/protoc" cargo build --quiet --locked --release
