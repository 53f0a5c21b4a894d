/** The project's vectors and description, as the tests read them. */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { SpecIndex, type Description } from "../layout/spec.js";
import type { Neutral, Piece } from "../layout/node.js";

export interface Vector {
  type: string;
  name: string;
  value?: Neutral;
  bytes: string | null;
  verdict: "valid" | { kind: string; offset?: number; path: string };
  direction?: "encode";
}

export const spec = new SpecIndex(JSON.parse(readFileSync(new URL("../generated/description.json", import.meta.url), "utf8")) as Description);

/** Vectors that decoders are asked about, by type. */
export function vectorsByType(folder: string = fileURLToPath(new URL("../../vectors", import.meta.url))): [string, Vector[]][] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json")).sort();
  return files.map((file) => {
    const type = file.replace(/\.json$/, "").replaceAll(/[\\/]/g, ".");
    const all = JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as Omit<Vector, "type">[];
    return [type, all.filter(({ direction, bytes }) => direction !== "encode" && bytes !== null).map((vector) => ({ ...vector, type }))];
  });
}

export function bytesOf({ bytes }: Vector): Uint8Array {
  return new Uint8Array(Buffer.from(bytes ?? "", "hex"));
}

/** No piece begins after the refusal, but for the content of a value that is refused as a whole, its length included. */
export function nothingAfter(pieces: readonly Piece[], offset: number): boolean {
  const refused = pieces.find(({ start, role }) => start === offset && role === "length")?.node;
  return pieces.every(({ start, node }) => start <= offset || node === refused);
}
