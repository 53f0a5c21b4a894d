#!/bin/sh
# Builds the C library (sdks/c/build) and the C conformance peer (conformance/peers/c/build). Quick when nothing has changed.
set -eu
cd "$(dirname "$0")"
echo "c: building the codec library and the conformance peer"

need() {
  command -v "$1" >/dev/null 2>&1 && return
  echo "c: $1 is missing; $2" >&2
  exit 1
}
need cmake "install it (Debian: apt-get install cmake)"
need cc "install a C11 compiler (Debian: apt-get install gcc)"

# One generator for both folders; ninja where it is there, make otherwise.
if command -v ninja >/dev/null 2>&1; then generator=Ninja; else generator="Unix Makefiles"; fi

build() {
  [ -f "$2/CMakeCache.txt" ] || cmake -S "$1" -B "$2" -G "$generator" -DCMAKE_BUILD_TYPE=Release "$3" >"$2.log" 2>&1 || {
    cat "$2.log" >&2
    exit 1
  }
  cmake --build "$2" --parallel 2 >"$2.log" 2>&1 || {
    cat "$2.log" >&2
    exit 1
  }
  rm -f "$2.log"
}
build . build -DCODEC_TESTS=OFF
build ../../conformance/peers/c ../../conformance/peers/c/build -DCODEC_DIR="$PWD"
