/** Everything there is to ask about one vector, and what came of it. */
import type { Language } from "../peers/find.js";
import type { Outcome, Request } from "../peers/protocol.js";
import { checksOf, type Neutral, type Vector } from "../vectors/model.js";
import { answered, bytesOf, judgeBytes, judgeRefusal, judgeValue, type Judgement } from "./judge.js";

/** A language's side of the run, as far as asking goes. */
export interface Peer {
  language: Language;
  /** Whether its hello named this type. */
  knows(type: string): boolean;
  request(request: Request): Promise<Outcome>;
}

/** By position of the language in the run. Undefined: there is nothing to check. */
export interface VectorResult {
  vector: Vector;
  decode: (Judgement | undefined)[];
  encode: (Judgement | undefined)[];
  /** `matrix[a][b]`: b decoded what a encoded. Null: not a vector for the matrix. */
  matrix: Judgement[][] | null;
  /** What the valid bytes mean: the vector's value, or, where it has none, what the first language to decode it said. */
  value: Neutral | undefined;
}

export async function examine(vector: Vector, peers: readonly Peer[]): Promise<VectorResult> {
  const checks = checksOf(vector);
  const decoded = checks.decode ? ask(peers, vector, decodeRequest(vector.type, vector.bytes as string)) : null;
  const value = vector.value ?? (decoded && vector.verdict === "valid" ? firstValue(await decoded) : undefined);
  const encoded = checks.encode && value !== undefined ? ask(peers, vector, { op: "encode", type: vector.type, value }) : null;
  const crossed = checks.matrix && encoded ? cross(vector, value, await encoded, peers) : null;
  return {
    vector,
    decode: decoded ? (await decoded).map((outcome) => judgeDecode(vector, value, outcome)) : peers.map(() => undefined),
    encode: encoded ? (await encoded).map((outcome) => judgeEncode(vector, outcome)) : peers.map(() => undefined),
    matrix: await crossed,
    value,
  };
}

function ask(peers: readonly Peer[], vector: Vector, request: Request): Promise<Outcome[]> {
  return Promise.all(peers.map((peer) => askOne(peer, vector.type, request)));
}

/** A type that the hello does not name is not asked for. */
export function askOne(peer: Peer, type: string, request: Request): Promise<Outcome> {
  return peer.knows(type) ? peer.request(request) : Promise.resolve({ fault: { kind: "missing-type", detail: `its hello does not name ${type}` } });
}

/** Every language decodes what each language made: the bytes that came back, not the vector's. */
function cross(vector: Vector, value: Neutral | undefined, encoded: Outcome[], peers: readonly Peer[]): Promise<Judgement[][]> {
  return Promise.all(
    encoded.map(async (made) => {
      const bytes = bytesOf(made);
      if (bytes === null) return peers.map((): Judgement => ({ mismatch: "no-bytes", expected: { value }, actual: answered(made, "bytes") }));
      const read = await ask(peers, vector, decodeRequest(vector.type, bytes));
      return read.map((outcome) => judgeValue(outcome, value));
    }),
  );
}

function judgeDecode(vector: Vector, value: Neutral | undefined, outcome: Outcome): Judgement {
  return vector.verdict === "valid" ? judgeValue(outcome, value) : judgeRefusal(outcome, vector.verdict, "decode");
}

function judgeEncode(vector: Vector, outcome: Outcome): Judgement {
  return vector.verdict === "valid" ? judgeBytes(outcome, vector.bytes as string) : judgeRefusal(outcome, vector.verdict, "encode");
}

function firstValue(outcomes: Outcome[]): Neutral | undefined {
  for (const outcome of outcomes) if ("ok" in outcome && outcome.ok["value"] !== undefined) return outcome.ok["value"] as Neutral;
  return undefined;
}

function decodeRequest(type: string, bytes: string): Request {
  return { op: "decode", type, bytes };
}
