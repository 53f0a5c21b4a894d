/** Answers one request of the peer protocol. */
import { CodecError, DecodeError, messages, SPEC_HASH, VERSION } from "./generated/dispatch.js";
import type { Json } from "./neutral/index.js";
import { bytesToHex, hexToBytes, Refused } from "./neutral/index.js";

type Answer = { ok: Json } | { error: { kind: string; message: string; offset?: number; path?: string } };
type Request = Record<string, Json | undefined>;

const OPERATIONS: Readonly<Record<string, (request: Request) => Json>> = { hello, encode, decode };

/** One line in, one line out; it never throws. */
export function answer(line: string): string {
  const request = parse(line);
  return JSON.stringify({
    id: request?.["id"] ?? null,
    ...(request ? perform(request) : refusal(new Refused("bad_request", "is not a JSON object"))),
  });
}

function parse(line: string): Request | undefined {
  try {
    const json = JSON.parse(line) as Json;
    return typeof json === "object" && json !== null && !Array.isArray(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function perform(request: Request): Answer {
  try {
    const op = request["op"];
    if (typeof op !== "string" || !Object.hasOwn(OPERATIONS, op))
      throw new Refused("bad_request", `the operation ${JSON.stringify(op)} is not supported yet`);
    return { ok: OPERATIONS[op]!(request) };
  } catch (error) {
    return refusal(error);
  }
}

function hello(): Json {
  return { language: "ts", version: VERSION, spec: SPEC_HASH, features: ["codec"], types: [...messages.keys()] };
}

function encode(request: Request): Json {
  const value = request["value"];
  if (value === undefined) throw new Refused("bad_request", "there is no value");
  return { bytes: bytesToHex(messageOf(request).encode(value)) };
}

function decode(request: Request): Json {
  return { value: messageOf(request).decode(hexToBytes(request["bytes"] ?? null)) };
}

function messageOf(request: Request) {
  const type = request["type"];
  const message = typeof type === "string" ? messages.get(type) : undefined;
  if (!message) throw new Refused("bad_request", `there is no message ${JSON.stringify(type)}`);
  return message;
}

function refusal(error: unknown): Answer {
  if (error instanceof DecodeError)
    return { error: { kind: error.kind, message: error.message, offset: error.offset, path: error.path } };
  if (error instanceof CodecError) return { error: { kind: error.kind, message: error.message, path: error.path } };
  if (error instanceof Refused)
    return {
      error: { kind: error.kind, message: error.message, ...(error.kind !== "bad_request" && { path: error.path }) },
    };
  // A fault of the SDK: the runner shall see it, and go on.
  return { error: { kind: "internal", message: String(error) } };
}
