/** Properties of the codec of every message of a spec. */
import { DecodeError, EncodeError } from "@meshwright/sdk";
import type { Codec } from "@meshwright/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CodecModel } from "../../../../generator/src/codec/model.js";
import { arbitraries } from "./arbitraries.js";
import { garbage } from "./garbage.js";
import type { Package } from "./packages.js";

export interface Runs {
  values: number;
  garbage: number;
}

/** `examples`: input, right and wrong, that garbage is made from. */
export function testRoundTrips(
  model: CodecModel,
  { codecs }: Package,
  examples: (type: string) => Uint8Array[],
  runs: Runs,
): void {
  const valueOf = arbitraries(model);
  describe.each(model.roots)("$type", ({ type, family }) => {
    const codec = codecs.get(type)!;

    test("values come back", () => {
      fc.assert(
        fc.property(valueOf(type, family), (value) => comesBack(codec, value)),
        { numRuns: runs.values },
      );
    });

    test("garbage is refused, or is what its value encodes to", () => {
      fc.assert(
        fc.property(garbage(examples(type)), (bytes) => isRefusedOrCanonical(codec, bytes)),
        { numRuns: runs.garbage },
      );
    });
  });
}

function comesBack(codec: Codec<unknown>, value: unknown): void {
  const bytes = encoded(codec, value);
  fc.pre(bytes !== undefined);
  expect(codec.decode(bytes)).toStrictEqual(value);
  const target = new Uint8Array(bytes.length + 3);
  expect(codec.encodeInto(value, target, 3)).toBe(bytes.length);
  expect(target.subarray(3)).toStrictEqual(bytes);
}

/** Undefined if the value is too large for its message, or a window in it, which random values may be. */
function encoded(codec: Codec<unknown>, value: unknown): Uint8Array | undefined {
  try {
    return codec.encode(value);
  } catch (error) {
    if (isA("EncodeError", error) && (error as EncodeError).kind === "too_long") return undefined;
    throw error;
  }
}

function isRefusedOrCanonical(codec: Codec<unknown>, bytes: Uint8Array): void {
  let value: unknown;
  try {
    value = codec.decode(bytes);
  } catch (error) {
    if (!isA("DecodeError", error)) throw error;
    expect((error as DecodeError).offset).toBeGreaterThanOrEqual(0);
    expect((error as DecodeError).offset).toBeLessThanOrEqual(bytes.length);
    return;
  }
  expect(codec.encode(value)).toStrictEqual(bytes);
}

/** By name: a generated package has classes of its own. */
function isA(name: string, error: unknown): boolean {
  return error instanceof Error && error.name === name;
}
