#!/bin/sh
# Checks the TypeScript SDK: strict types, format, unit and property tests, vectors, README. MESHWRIGHT_SEED varies the random values.
set -eu
cd "$(dirname "$0")"
./build.sh

bin=../../node_modules/.bin
echo "typescript: types of the tests"
"$bin/tsc" -p test
echo "typescript: format"
"$bin/prettier" --config .prettierrc.json --log-level warn --check src test vitest.config.ts ../../conformance/peers/ts/src
echo "typescript: tests"
"$bin/vitest" run
