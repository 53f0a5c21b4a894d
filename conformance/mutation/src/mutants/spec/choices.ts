/** Operators on enums, flags, bit fields and unions: their numbers, names, and what is unknown to them. */
import type { Family } from "../../../../../generator/dist/codec/model.js";
import type { TypeDef } from "../../../../../generator/dist/ir/model.js";
import type { Draft } from "../mutant.js";
import { fits, widthOf } from "./integers.js";

/** Another number of a member, a case or a flag: one beside it that is free, or its neighbour's. */
export function number(type: TypeDef, family: Family): Draft[] {
  if (family === "json" && !(type.kind === "enum" && type.open)) return [];
  if (type.kind === "enum") {
    const all = renumbered("members", "value", type.members.map((one) => ({ name: one.name, number: one.value })), (value) => fits(type.repr, BigInt(value)));
    // There the numbers only say which of them have names.
    return family === "json" ? all.filter(({ change }) => change !== "swapped") : all;
  }
  if (type.kind === "union") return renumbered("cases", "tag", type.cases.map((one) => ({ name: one.name, number: one.tag })), (tag) => fits(type.repr, BigInt(tag)));
  if (type.kind === "flags") return renumbered("flags", "bit", type.flags.map((one) => ({ name: one.name, number: one.bit })), (bit) => bit >= 0 && bit < widthOf(type.repr));
  return [];
}

function renumbered(list: string, member: string, all: { name: string; number: number }[], possible: (number: number) => boolean): Draft[] {
  const taken = new Set(all.map(({ number }) => number));
  const set = (index: number, to: number) => ({ at: [list, index, member], to });
  return all.flatMap(({ name, number }, index) => {
    const free = [number + 1, number - 1].filter((other) => possible(other) && Number.isSafeInteger(other) && !taken.has(other));
    const moved = free.map((to) => ({ place: name, change: `${number} → ${to}`, edits: [set(index, to)] }));
    const next = all[index + 1];
    return next ? [...moved, { place: `${name}, ${next.name}`, change: "swapped", edits: [set(index, next.number), set(index + 1, number)] }] : moved;
  });
}

/** A number, or a bit, that the type does not know, taken for one that it does. Only a decoder can meet it. */
export function unknown(type: TypeDef, family: Family): Draft[] {
  if (family === "json") return [];
  if (type.kind === "enum" && !type.open) return extra("members", "value", type.members, (one) => one.value, (value) => fits(type.repr, BigInt(value)));
  if (type.kind === "union") return extra("cases", "tag", type.cases.filter((one) => one.type === undefined), (one) => one.tag, (tag) => fits(type.repr, BigInt(tag)), type.cases.map(({ tag }) => tag), type.cases.length);
  if (type.kind === "flags") return extra("flags", "bit", type.flags, (one) => one.bit, (bit) => bit >= 0 && bit < widthOf(type.repr));
  return [];
}

function extra<One extends { name: string; jsonName: string }>(list: string, member: string, all: One[], numberOf: (one: One) => number, possible: (number: number) => boolean, taken = all.map(numberOf), length = all.length): Draft[] {
  const beside = all.flatMap((one) => [numberOf(one) - 1, numberOf(one) + 1].map((number) => ({ one, number })));
  const free = beside.filter(({ number }, index) => possible(number) && Number.isSafeInteger(number) && !taken.includes(number) && beside.findIndex((other) => other.number === number) === index);
  return free.map(({ one, number }) => ({
    place: one.name,
    change: `also ${number}`,
    edits: [{ at: [list, length], to: { ...one, [member]: number, name: "alsoKnown", jsonName: "also_known" } }],
    sides: ["decode"],
  }));
}

/** The boundary between two bit fields, one bit further up or down. */
export function bitWidth(type: TypeDef, family: Family): Draft[] {
  if (type.kind !== "bits" || family === "json") return [];
  return type.fields.slice(1).flatMap((upper, index) => {
    const lower = type.fields[index]!;
    return [1, -1].filter((step) => lower.width + step > 0 && upper.width - step > 0 && [lower, upper].every(({ content }) => content.kind === "uint" || content.kind === "reserved")).map((step) => ({
      place: `${lower.name}, ${upper.name}`,
      change: `${lower.width}+${upper.width} → ${lower.width + step}+${upper.width - step}`,
      edits: [{ at: ["fields", index, "width"], to: lower.width + step }, { at: ["fields", index + 1, "width"], to: upper.width - step }],
    }));
  });
}

/** Reserved bits are not looked at: they belong to the field below them, whose own limit is still the old one. */
export function reservedBits(type: TypeDef, family: Family): Draft[] {
  if (type.kind !== "bits" || family === "json") return [];
  return type.fields.flatMap(({ content }, index) => (content.kind === "reserved" ? [{ place: `field ${index}`, change: "zero → one", edits: [{ at: ["fields", index, "content"], to: { kind: "const", value: 1 } }, { at: ["fields", index, "name"], to: "alsoKnown" }] }] : []));
}
