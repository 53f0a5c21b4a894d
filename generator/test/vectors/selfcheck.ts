/** What must hold for derived vectors of any spec. */
import { isDeepStrictEqual } from "node:util";
import type { Spec } from "../../src/ir/model.js";
import type { Vector } from "../../src/vectors/index.js";
import { vectors } from "../../src/vectors/index.js";
import type { Oracle } from "../../src/vectors/oracle/index.js";

/** Every vector of the spec, by type. */
export function vectorsOf(spec: Spec): Map<string, Vector[]> {
  return new Map([...vectors(spec)].map(([file, content]) => [file.slice(0, -".json".length).replace("/", "."), JSON.parse(content) as Vector[]]));
}

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));
/** Without prototypes that differ. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Complaints about the vectors of one type, none if all is well. The oracle must be a new one, so that nothing that deriving may have left behind is believed. */
export function faultsOf(oracle: Oracle, id: string, list: Vector[]): string[] {
  const faults: string[] = [];
  const names = new Set<string>();
  for (const { name, value, bytes, verdict, direction } of list) {
    const complain = (what: string): void => void faults.push(`${id}, "${name}": ${what}`);
    if (names.has(name)) complain("its name is taken");
    names.add(name);
    if (verdict === "valid" && (value === undefined || bytes === null)) complain("it lacks its value or its bytes");
    if (verdict !== "valid" && direction === undefined && (typeof verdict.offset !== "number" || verdict.offset < 0 || verdict.offset > bytes!.length / 2)) complain(`offset ${verdict.offset} is outside of the input`);
    if (verdict !== "valid" && direction === "encode" && (verdict.offset !== undefined || bytes !== null)) complain("an encoder's refusal has neither offset nor bytes");
    if (value !== undefined) {
      const encoded = oracle.encode(id, plain(value) as typeof value);
      const hex = encoded.bytes && Buffer.from(encoded.bytes).toString("hex");
      if (verdict === "valid" ? hex !== bytes : !isDeepStrictEqual(encoded.refusal, verdict)) complain(`it encodes to ${JSON.stringify(hex ?? encoded.refusal)}`);
    }
    if (direction === undefined) {
      const decoded = oracle.decode(id, bytesOf(bytes!));
      if (!isDeepStrictEqual(plain(decoded), plain(verdict === "valid" ? { value } : { refusal: verdict }))) complain(`it decodes to ${JSON.stringify(decoded)}`);
    }
  }
  return faults;
}
