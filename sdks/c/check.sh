#!/bin/bash
# Checks the C library and peer: format, warnings of gcc and clang, unit and property tests with both, with clang under sanitizers, and the fuzzer for a
# bounded time.
# MESHWRIGHT_SEED chooses another seed, MESHWRIGHT_FUZZ_SECONDS another time.
set -euo pipefail
cd "$(dirname "$0")"
export MESHWRIGHT_SEED="${MESHWRIGHT_SEED:-20240229}"
seconds="${MESHWRIGHT_FUZZ_SECONDS:-5}"
peer=../../conformance/peers/c
sanitizers="-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer"
echo "c: checking the codec library and the conformance peer (seed $MESHWRIGHT_SEED)"

fail() {
  echo "c: $1" >&2
  exit 1
}

# Debian's packages, when this is a machine that may install them.
install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  echo "c: installing $*"
  apt-get update -qq && apt-get install -y -qq "$@" >/dev/null
}

can_fuzz() {
  printf 'int LLVMFuzzerTestOneInput(const char *d, unsigned long n) { return d && n ? 0 : 0; }' | clang -fsanitize=fuzzer,address -x c - -o /dev/null 2>/dev/null
}

command -v cmake >/dev/null || install cmake || fail "cmake is missing; install it (Debian: apt-get install cmake)"
command -v ninja >/dev/null || install ninja-build || fail "ninja is missing; install it (Debian: apt-get install ninja-build)"
command -v g++ >/dev/null || install g++ || fail "gcc and g++ are missing; install them (Debian: apt-get install g++)"
command -v clang >/dev/null || install clang || fail "clang is missing; install it (Debian: apt-get install clang)"
can_fuzz || install libclang-rt-14-dev || true
can_fuzz || fail "clang's sanitizer runtimes are missing; install them (Debian: apt-get install libclang-rt-14-dev)"

if [ ! -x .venv/bin/clang-format ]; then
  python3 -m venv .venv || fail "python3 with venv is missing; install it (Debian: apt-get install python3-venv)"
  .venv/bin/pip install --quiet --disable-pip-version-check -r requirements.txt
fi

echo "c: format"
mapfile -d '' files < <(find include src tests generated "$peer/src" "$peer/generated" -name '*.[ch]' -print0)
.venv/bin/clang-format --dry-run --Werror "${files[@]}"

# $1: folder below build, $2: C compiler, $3: C++ compiler, then CMake's options.
configure() {
  local folder="build/$1" cc="$2" cxx="$3"
  shift 3
  [ -f "$folder/build.ninja" ] || cmake -S . -B "$folder" -G Ninja -DCMAKE_C_COMPILER="$cc" -DCMAKE_CXX_COMPILER="$cxx" "$@" >/dev/null
  cmake --build "$folder" --parallel 2 >"$folder.log" || { cat "$folder.log"; exit 1; }
}

mkdir -p build
echo "c: gcc, tests"
configure check-gcc gcc g++ -DCMAKE_BUILD_TYPE=Debug
ctest --test-dir build/check-gcc --output-on-failure --parallel 2 | tail -n 5

echo "c: gcc -O3 and the peer, warnings only"
./build.sh >/dev/null

echo "c: installed, found by find_package and by pkg-config"
rm -rf build/installed build/consumer
cmake --install build --prefix build/installed >/dev/null
cmake -S tests/consumer -B build/consumer -G Ninja -DCMAKE_PREFIX_PATH="$PWD/build/installed" >/dev/null
cmake --build build/consumer >/dev/null
build/consumer/consumer
if command -v pkg-config >/dev/null; then
  pc="$(find build/installed -name meshwright-codec.pc)"
  # shellcheck disable=SC2046
  cc tests/consumer/consumer.c $(PKG_CONFIG_PATH="$(dirname "$pc")" pkg-config --cflags --libs meshwright-codec) -o build/consumer/by-pkg-config
fi

echo "c: clang, tests under sanitizers"
fuzzing="$sanitizers -fsanitize=fuzzer-no-link -O1"
configure check-clang clang clang++ -DCODEC_FUZZER=ON -DCMAKE_C_FLAGS="$fuzzing" -DCMAKE_CXX_FLAGS="$fuzzing"
ctest --test-dir build/check-clang --output-on-failure --parallel 2 | tail -n 5

echo "c: clang, fuzzing for $seconds s"
corpus=build/corpus
rm -rf "$corpus" && mkdir -p "$corpus"
vectors=../../conformance/vectors
[ ! -d "$vectors" ] || python3 tests/valid_vectors.py "$vectors" | build/check-clang/tests/fuzz_corpus "$corpus"
build/check-clang/tests/fuzz_decode -seed="$MESHWRIGHT_SEED" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -artifact_prefix=build/ \
  -print_final_stats=1 "$corpus" >build/fuzz.log 2>&1 || { tail -n 60 build/fuzz.log; exit 1; }
grep -E "number_of_executed_units|peak_rss" build/fuzz.log
echo "c: all checks passed"
