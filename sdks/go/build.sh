#!/bin/sh
# Builds the Go SDK and its conformance peer. Quick when nothing has changed: Go keeps what it has compiled.
set -eu
cd "$(dirname -- "$0")"
if ! command -v go >/dev/null; then
	echo "sdks/go: Go is missing; get 1.24 or later from https://go.dev/dl/" >&2
	exit 1
fi
echo "sdks/go: building the SDK and its conformance peer"
go build ./...
cd ../../conformance/peers/go
go build -o build/peer .
