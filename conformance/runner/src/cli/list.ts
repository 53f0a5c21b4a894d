/** `list`: which vectors there are. */
import { groupBy } from "../report/group.js";
import type { Vector } from "../vectors/model.js";
import { selectVectors, type SelectOptions } from "./select.js";
import { number, plural, table } from "./text.js";

/** All types with counts; with a selection also each vector. */
export function listCommand(options: SelectOptions): void {
  const { vectors, fixtures, whole } = selectVectors(options);
  const types = [...groupBy(vectors, (vector) => vector.type)];
  if (!whole) for (const vector of vectors) console.log(`${vector.type}/${vector.name}  ${verdictOf(vector)}`);
  const row = (name: string, of: Vector[]): string[] => {
    const valid = of.filter((vector) => vector.verdict === "valid").length;
    const encodeOnly = of.filter((vector) => vector.direction === "encode").length;
    return [name, ...[of.length, valid, of.length - valid, encodeOnly].map(number)];
  };
  console.log(`${whole ? "" : "\n"}${table([["type", "vectors", "valid", "refused", "encoders only"], ...types.map(([type, of]) => row(type, of)), row("all", vectors)])}`);
  console.log(`\n${plural(vectors.length, "vector")} of ${plural(types.length, "type")}; fixtures from outside: ${fixtures}`);
}

export function verdictOf({ verdict }: Vector): string {
  if (verdict === "valid") return "valid";
  return `${verdict.kind}${verdict.offset === undefined ? "" : ` at ${verdict.offset}`} ${JSON.stringify(verdict.path)}`;
}
