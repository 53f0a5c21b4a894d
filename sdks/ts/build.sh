#!/bin/sh
# Builds the TypeScript SDK and its conformance peer. Does nothing that is done already.
set -eu
cd "$(dirname "$0")/../.."

if ! command -v npm >/dev/null 2>&1; then
  echo "Node.js 20.19 or later is needed, with npm: https://nodejs.org" >&2
  exit 1
fi
if [ ! -x node_modules/.bin/tsc ]; then
  echo "typescript: installing npm packages"
  npm ci --no-audit --no-fund --loglevel=error
fi
echo "typescript: compiling the SDK and its conformance peer"
node_modules/.bin/tsc -b sdks/ts conformance/peers/ts
