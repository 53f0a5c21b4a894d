/** What an open structure may keep, and what it may not. */
import type { StructDef, TypeDef } from "../../../ir/model.js";
import { MAX_DEPTH } from "../../oracle/depth.js";
import type { Neutral, NeutralObject } from "../../oracle/neutral.js";
import { UNKNOWN } from "../../oracle/neutral.js";
import type { Family } from "../../oracle/types.js";
import type { Special } from "./variant.js";
import { special } from "./variant.js";

export function unknowns(def: StructDef, base: NeutralObject, family: Family): Special[] {
  const keeping = (what: string, kept: string, known = base): Special => special(what, { ...known, [UNKNOWN]: kept });
  if (family !== "json") {
    const last = def.fields.findLast(({ optional }) => optional);
    const { [last?.name ?? ""]: _, ...without } = base;
    return [keeping("unknown byte", "00"), keeping("unknown bytes", "ff00ff01"), ...(last ? [keeping(`unknown byte behind ${last.name}, which is absent`, "00", without)] : [])];
  }
  const nested = (depth: number): string => `"x":${"[".repeat(depth)}${"]".repeat(depth)}`;
  return [
    keeping("unknown member", '"x_new":1'),
    keeping("unknown members", '"z":{"b":[1.50,null]},"a":"\\n","":-0'),
    keeping("unknown member twice", '"x":1,"x":2'),
    keeping("unknown member with white space", '"x": 1'),
    keeping("unknown member without quotes", "x:1"),
    keeping("unknown members, the last without quotes", '"x":1,y:2'),
    keeping("unknown members without a comma", '"x":1"y":2'),
    ...[MAX_DEPTH, MAX_DEPTH + 1].map((depth) => keeping(`unknown member ${depth} deep`, nested(depth))),
    ...declared(def).flatMap(({ name, jsonName, optional }) => {
      const key = JSON.stringify(jsonName);
      const { [name]: _, ...without } = base;
      return [
        keeping(`unknown member called ${key}`, `${key}:1`),
        keeping(`unknown members, the last called ${key}`, `"x":1,${key}:x`),
        ...(optional ? [keeping(`unknown member called ${key} in its absence`, `${key}:1`, without)] : []),
      ];
    }),
  ];
}

/** Names that no unknown member may have: that of the first field, and of an optional, whether it is there or absent. */
function declared({ fields }: StructDef): StructDef["fields"] {
  const some = [fields[0], fields.find(({ optional }) => optional)].filter((field) => field !== undefined);
  return [...new Set(some)];
}

/** A case of a tagged union that keeps a member with the name of the tag. */
export function taggedAgain(def: TypeDef, tag: string, base: Neutral): Special[] {
  return def.kind === "struct" && def.open ? [special("unknown member called as the tag is", { ...(base as NeutralObject), [UNKNOWN]: `${JSON.stringify(tag)}:1` })] : [];
}
