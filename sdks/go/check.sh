#!/bin/sh
# Checks the Go SDK and its conformance peer: format, lint, tests, and a short run of the fuzzer. MESHWRIGHT_SEED sets the
# seed of random tests.
set -eu
cd "$(dirname -- "$0")"
root=$PWD
peer=$root/../../conformance/peers/go

./build.sh

echo "sdks/go: building the linter"
(cd tools && go build -o "$root/build/staticcheck" honnef.co/go/tools/cmd/staticcheck)

for module in "$root" "$peer"; do
	cd "$module"
	echo "sdks/go: checking format and lint in $(basename -- "$(dirname -- "$module")")/$(basename -- "$module")"
	unformatted=$(gofmt -l .)
	if [ -n "$unformatted" ]; then
		echo "not formatted as gofmt does:" "$unformatted" >&2
		exit 1
	fi
	go vet ./...
	"$root/build/staticcheck" ./...
done

echo "sdks/go: testing"
(cd "$peer" && go test ./...)
cd "$root"
go test ./...
# Once more, for the seed: Go shows what tests print only on demand.
go test ./property -run '^Test' -v >build/property.log || {
	cat build/property.log
	exit 1
}
grep -v '^=== ' build/property.log

echo "sdks/go: fuzzing for ${FUZZ_TIME:=5s}"
go test ./property -run '^$' -fuzz FuzzMessages -fuzztime "$FUZZ_TIME"
