#!/bin/sh
# Formatter, linter, docs, unit tests, README and property tests of all Rust code; about a minute. MESHWRIGHT_SEED seeds the property tests.
set -eu
cd "$(dirname "$0")/../.."
if ! command -v cargo >/dev/null; then
    echo "cargo is missing: install Rust 1.88 or later from https://rustup.rs" >&2
    exit 1
fi
for component in fmt clippy; do
    if ! cargo "$component" --version >/dev/null 2>&1; then
        echo "cargo $component is missing: rustup component add rustfmt clippy" >&2
        exit 1
    fi
done
export CARGO_TARGET_DIR="$PWD/target" MESHWRIGHT_SEED="${MESHWRIGHT_SEED:-0}"
echo "rust: format"
cargo fmt --all --check
cargo fmt --check --manifest-path benches/mesh/rust/Cargo.toml
echo "rust: lint"
# Not --all-targets, which reads libraries without tests a second time.
cargo clippy --quiet --locked --workspace --lib --bins --tests --examples --all-features -- -D warnings
echo "rust: docs"
RUSTDOCFLAGS="-D warnings" cargo doc --quiet --locked --workspace --all-features --no-deps
echo "rust: unit, README and property tests, with MESHWRIGHT_SEED=$MESHWRIGHT_SEED"
cargo test --quiet --locked --workspace --all-features
