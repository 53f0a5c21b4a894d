/** Conformance vectors, and what a package makes of them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CodecError, DecodeError } from "@meshwright/sdk";
import { describe, expect, test } from "vitest";
import type { Json, Message } from "../../../../conformance/peers/ts/src/neutral/index.js";
import type { Package } from "./packages.js";

export interface Vector {
  name: string;
  /** Absent: both ways if the vector is valid, otherwise decoding. */
  direction?: "encode" | "decode";
  value?: Json;
  bytes?: string | null;
  verdict: "valid" | { kind: string; offset?: number; path: string };
}

/** By message, as the spec names it. */
export type Vectors = ReadonlyMap<string, readonly Vector[]>;

/** Those of this project's own spec; none where they have not been made. */
export const ownVectors = (): Vectors =>
  vectorsIn(fileURLToPath(new URL("../../../../conformance/vectors", import.meta.url)));

export function vectorsIn(folder: string): Vectors {
  const modules = existsSync(folder) ? readdirSync(folder) : [];
  const files = modules.flatMap((module) => readdirSync(join(folder, module)).map((file) => [module, file] as const));
  return new Map(
    files.map(([module, file]) => [
      `${module}.${file.replace(/\.json$/, "")}`,
      JSON.parse(readFileSync(join(folder, module, file), "utf8")) as Vector[],
    ]),
  );
}

const LARGE = 4000;

/** Input to make garbage from. */
export function bytesOf(vectors: readonly Vector[] | undefined): Uint8Array[] {
  return (vectors ?? []).flatMap(({ bytes }) => (bytes && bytes.length < LARGE ? [unhex(bytes)] : []));
}

/** What the messages before may leave behind: a buffer full of something else, and one that has to grow again and again. */
const BUFFERS = [() => new Uint8Array(4096).fill(0xa5), () => new Uint8Array(0)];

export function testVectors(vectors: Vectors, { dispatch, putBuffer }: Package): void {
  describe.each([...vectors])("%s", (type, own) => {
    const message = dispatch.get(type)!;
    test(`${own.length} vectors`, () => {
      for (const vector of own)
        for (const buffer of encodes(vector) ? BUFFERS : [undefined]) {
          if (buffer) putBuffer(buffer());
          expect(outcomes(message, vector), vector.name).toStrictEqual(expected(vector));
        }
    });
  });
}

const decodes = ({ direction }: Vector): boolean => direction !== "encode";
const encodes = ({ direction, verdict }: Vector): boolean =>
  direction === "encode" || (direction === undefined && verdict === "valid");

function expected(vector: Vector): unknown[] {
  const { verdict, value, bytes } = vector;
  if (verdict !== "valid") return [verdict];
  return [...(decodes(vector) ? [value] : []), ...(encodes(vector) ? [bytes] : [])];
}

function outcomes(message: Message, vector: Vector): unknown[] {
  return [
    ...(decodes(vector) ? [outcome(() => plain(message.decode(unhex(vector.bytes!))))] : []),
    ...(encodes(vector) ? [outcome(() => hex(message.encode(vector.value!)))] : []),
  ];
}

function outcome(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    const { kind, offset, path } = error as DecodeError & CodecError;
    if (kind === undefined) throw error;
    return offset === undefined ? { kind, path } : { kind, offset, path };
  }
}

/** As it would arrive in another program. */
const plain = (json: Json): unknown => JSON.parse(JSON.stringify(json));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const unhex = (digits: string): Uint8Array => Uint8Array.from(Buffer.from(digits, "hex"));
