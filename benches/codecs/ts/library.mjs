// Times one library: `node library.mjs NAME CONTENT_DIR [--quick]`. The name `growth` stands for this project's growth files.
import { bytesOf, growthFiles, same } from "./content.mjs";
import { codec } from "./libraries/meshwright.mjs";
import { lastResult, measure } from "./measure.mjs";

const [name, folder, ...flags] = process.argv.slice(2);
const quick = flags.includes("--quick");

if (name === "growth") timeGrowth();
else await timeLibrary();
if (lastResult() === undefined) throw new Error("nothing was timed");

async function timeLibrary() {
  const library = await import(`./libraries/${name}.mjs`);
  const operations = Object.entries(library.default).flatMap(([message, { from, encode, encodeInto, decode, back }]) => {
    const content = codec(message).decode(bytesOf(folder, message));
    const value = from(content);
    const bytes = encode(value).slice();
    if (!same(back(decode(bytes)), content)) throw new Error(`${library.name} does not give back ${message} as it was`);
    const room = new Uint8Array(2 * bytes.length);
    return [
      { message, bytes: bytes.length, op: "encode", run: () => encode(value) },
      { message, bytes: bytes.length, op: "decode", run: () => decode(bytes) },
      ...(encodeInto ? [{ message, bytes: bytes.length, op: "encode_reused", run: () => encodeInto(value, room) }] : []),
    ];
  });
  print(operations, { library: library.name, version: library.version });
}

/** A message at a time, so that the values of one size only are in memory. */
function timeGrowth() {
  for (const { message, bytes } of growthFiles(folder)) {
    const { encode, decode } = codec(message);
    const value = decode(bytes);
    if (!same(encode(value), bytes)) throw new Error(`${message} of ${bytes.length} bytes does not come back as it was`);
    const operations = [
      { message, bytes: bytes.length, op: "encode", run: () => encode(value) },
      { message, bytes: bytes.length, op: "decode", run: () => decode(bytes) },
    ];
    print(operations, { library: "meshwright", version: "0.1.0", growth: true });
  }
}

function print(operations, labels) {
  const times = measure(operations.map(({ run }) => run), quick);
  operations.forEach(({ message, bytes, op }, index) => {
    console.log(JSON.stringify({ message, ...labels, op, ns: Number(times[index].toPrecision(4)), bytes }));
  });
}
