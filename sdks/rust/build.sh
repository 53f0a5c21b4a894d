#!/bin/sh
# Builds the Rust SDK and its conformance peer.
set -eu
cd "$(dirname "$0")/../.."
if ! command -v cargo >/dev/null; then
    echo "cargo is missing: install Rust 1.88 or later from https://rustup.rs" >&2
    exit 1
fi
echo "rust: building the SDK and its conformance peer"
cargo build --quiet --locked --release --target-dir target --package meshwright --package meshwright-peer
