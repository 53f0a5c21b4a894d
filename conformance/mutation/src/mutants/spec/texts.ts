/** Operators on what JSON shows: names, tags, the forms of bytes. */
import type { Family } from "../../../../../generator/dist/codec/model.js";
import type { Tagging, TypeDef, TypeId } from "../../../../../generator/dist/ir/model.js";
import type { Draft } from "../mutant.js";
import { expressionsOf } from "./expressions.js";

/** Another name of a member, a case, an enum's or a flag's. */
export function jsonName(type: TypeDef, family: Family): Draft[] {
  if (family !== "json" || type.kind === "brand") return [];
  const [list, all] = namedParts(type);
  return all.flatMap(({ name, jsonName: from, shown }, index) => {
    if (!shown) return [];
    const to = from.endsWith("x") ? `${from.slice(0, -1)}y` : `${from.slice(0, -1)}x`;
    const names = new Set(all.map((one) => one.jsonName));
    const free = names.has(to) ? `${from}x` : to;
    return [{ place: name, change: `${from} → ${free}`, edits: [{ at: [list, index, "jsonName"], to: free }] }];
  });
}

function namedParts(type: Exclude<TypeDef, { kind: "brand" }>): [string, { name: string; jsonName: string; shown: boolean }[]] {
  const shown = <One extends { name: string; jsonName: string }>(parts: One[], test: (part: One) => boolean = () => true) => parts.map((part) => ({ name: part.name, jsonName: part.jsonName, shown: test(part) }));
  switch (type.kind) {
    case "struct":
      return ["fields", shown(type.fields, (field) => field.type.kind !== "reserved")];
    case "union":
      return ["cases", shown(type.cases)];
    case "enum":
      return ["members", shown(type.members)];
    case "flags":
      return ["flags", shown(type.flags)];
    case "bits":
      return ["fields", shown(type.fields, ({ content }) => content.kind !== "reserved" && content.kind !== "const")];
  }
}

/** Another way to show the case of a union, or other names for the tag and the content. */
export function tagging(type: TypeDef, family: Family, types: ReadonlyMap<TypeId, TypeDef>): Draft[] {
  if (family !== "json" || type.kind !== "union") return [];
  const { tagging: from } = type;
  const structsOnly = type.cases.every((one) => one.type === undefined || types.get(one.type)?.kind === "struct");
  const styles: Tagging[] = [{ style: "external" }, { style: "adjacent", tag: "t_", content: "c_" }, ...(structsOnly ? [{ style: "internal" as const, tag: "t_" }] : [])];
  const others = styles.filter(({ style }) => style !== from.style);
  const renamed: Tagging[] = [...("tag" in from ? [{ ...from, tag: `${from.tag}x` }] : []), ...("content" in from ? [{ ...from, content: `${from.content}x` }] : [])];
  return [...others, ...renamed].map((to) => ({ place: "", change: `${shownTagging(from)} → ${shownTagging(to)}`, edits: [{ at: ["tagging"], to }] }));
}

const shownTagging = (tagging: Tagging): string => Object.values(tagging).join(" ");

/** Another form of bytes. */
export function bytesForm(type: TypeDef, family: Family): Draft[] {
  if (family !== "json") return [];
  return expressionsOf(type).flatMap(({ expression, at, place }) => {
    if (expression.kind !== "bytes" && expression.kind !== "fixedBytes") return [];
    return (["hex", "base64", "ints"] as const).filter((form) => form !== expression.json).map((form) => ({ place, change: `${expression.json} → ${form}`, edits: [{ at: [...at, "json"], to: form }] }));
  });
}
