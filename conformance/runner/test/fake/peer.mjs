// A peer that knows every answer because it has read the vectors, and fails on purpose where its configuration says so.
// Arguments: a JSON configuration, see fakePeers.ts.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const config = JSON.parse(process.argv[2]);
const answers = new Map();
const types = new Set();

for (const file of readdirSync(config.vectors, { recursive: true }).filter((file) => file.endsWith(".json"))) {
  const type = file.slice(0, -".json".length).replaceAll("/", ".");
  types.add(type);
  for (const vector of JSON.parse(readFileSync(join(config.vectors, file), "utf8"))) learn(type, vector);
}

function learn(type, { name, value, bytes, verdict, direction }) {
  const refusal = verdict === "valid" ? null : { error: { message: "refused", ...verdict } };
  const encoded = refusal ?? { ok: { bytes } };
  const decoded = refusal ?? { ok: { value: value ?? { raw: bytes } } };
  if (direction !== "encode") answers.set(`decode ${type} ${bytes}`, { vector: `${type}/${name}`, answer: decoded });
  if (verdict === "valid" || direction === "encode") answers.set(`encode ${type} ${JSON.stringify(value ?? { raw: bytes })}`, { vector: `${type}/${name}`, answer: encoded });
}

if (config.onStart === "exit") process.exit(3);
if (config.onStart === "mute") setInterval(() => {}, 1000);

const out = (line) => process.stdout.write(`${line}\n`);

createInterface({ input: process.stdin }).on("line", (line) => {
  if (config.onStart === "mute") return;
  const { id, op, type, ...content } = JSON.parse(line);
  if (id >= config.deafFrom) return out(JSON.stringify({ id: null, error: { kind: "bad_request", message: "the line is not JSON" } }));
  if (op === "hello") {
    const named = [...types].filter((name) => !(config.missing ?? []).includes(name));
    return out(JSON.stringify({ id, ok: { language: config.language, version: "1", spec: config.spec ?? "abc", features: ["codec"], types: named } }));
  }
  const found = answers.get(`${op} ${type} ${op === "decode" ? content.bytes : JSON.stringify(content.value)}`);
  const fault = (config.faults ?? []).find((fault) => fault.op === op && fault.vector === found?.vector);
  if (fault) return fail(fault, id, found.answer);
  out(JSON.stringify({ id, ...(found?.answer ?? { error: { kind: "bad_request", message: "this fake does not know it", offset: 0, path: "" } }) }));
});

function fail(fault, id, right) {
  switch (fault.how) {
    case "crash":
      process.stderr.write("fake: falling over\n");
      process.exit(9);
      break;
    case "hang":
      for (;;);
    case "garbage":
      return out("hello, I am no JSON");
    case "half a line":
      process.stdout.write("hello, I am");
      process.exit(9);
      break;
    case "twice":
      out(JSON.stringify({ id, ...right }));
      return out(JSON.stringify({ id, ...right }));
    default:
      return out(JSON.stringify({ id, ...fault.answer }));
  }
}

if (config.onEnd) process.stdin.on("end", () => (config.onEnd === "stay" ? setInterval(() => {}, 1000) : process.exit(config.onEnd)));
