#!/bin/sh
# Builds the C bench: the other libraries, the codecs under test, the program. Does nothing that is done already.
# The libraries are Debian's packages, unpacked below build/ and not installed; yyjson is the copy in its Python package.
set -eu
cd "$(dirname "$0")"
need() {
  command -v "$1" >/dev/null 2>&1 && return
  echo "c bench: $1 is missing; $2" >&2
  exit 1
}
need cmake "install it (Debian: apt-get install cmake)"
need c++ "install a C++17 compiler (Debian: apt-get install g++)"
need python3 "it fetches yyjson; install Python 3.10 or later"

mkdir -p build
if ! cmp -s packages.txt build/packages.txt; then
  need apt-get "the other libraries are Debian 12's packages (packages.txt)"
  need dpkg "the other libraries are Debian 12's packages (packages.txt)"
  echo "c bench: fetching protobuf, protobuf-c and FlatBuffers"
  rm -rf build/packages build/root
  mkdir -p build/packages
  # shellcheck disable=SC2046 # One word a package.
  (cd build/packages && apt-get download -q=2 $(cat ../../packages.txt)) || {
    echo "c bench: a package of packages.txt is not to be had here; if its list is old, run apt-get update" >&2
    exit 1
  }
  for package in build/packages/*.deb; do dpkg -x "$package" build/root; done
  cp packages.txt build/packages.txt
fi
if ! cmp -s requirements.txt build/requirements.txt; then
  echo "c bench: fetching yyjson"
  rm -rf build/yyjson
  mkdir -p build/yyjson
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: --dest build/yyjson --requirement requirements.txt
  tar -xzf build/yyjson/*.tar.gz -C build/yyjson --strip-components=1
  cp requirements.txt build/requirements.txt
fi
node ../../../generator/dist/cli/main.js generate ../spec --out ../clients --language c
echo "c bench: building"
[ -f build/CMakeCache.txt ] || cmake -S . -B build -DCMAKE_BUILD_TYPE=Release >build/configure.log 2>&1 || {
  cat build/configure.log >&2
  exit 1
}
cmake --build build --parallel 2 >build/build.log 2>&1 || {
  cat build/build.log >&2
  exit 1
}
