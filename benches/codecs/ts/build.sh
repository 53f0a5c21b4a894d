#!/bin/sh
# Builds the messages' TypeScript package, and installs the libraries that it is timed beside. Does nothing that is done already.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
codecs="$here/.."
root="$codecs/../.."

if [ ! -x "$root/node_modules/.bin/tsc" ] || [ ! -f "$root/generator/dist/cli/main.js" ]; then
  echo "the generator is not built: run npm ci and npm run build first" >&2
  exit 1
fi
node "$root/generator/dist/cli/main.js" generate "$codecs/spec" --out "$codecs/clients" --language typescript
"$root/node_modules/.bin/tsc" -b "$codecs/clients/typescript"
