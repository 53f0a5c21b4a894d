import { diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Field, TypeDef, TypeExpr, TypeId } from "../../../ir/model.js";
import { isProtoRoot } from "../../../ir/codecs.js";
import { expressionsOf } from "../../expressions.js";
import { whereabouts } from "../../places.js";
import { isWithin, intRange } from "../../ranges.js";
import type { Rule } from "../../rule.js";

interface Fault {
  /** `A list in a list` */
  what: string;
  help: string;
}

/** MW2503: proto3 can say it. */
export const protoForms: Rule = function* ({ protoPlaces, types }) {
  for (const place of protoPlaces) {
    for (const { label, position, type, field } of expressionsOf(place.type)) {
      const fault = fieldFault(type, field, types);
      if (fault) yield diagnostic("MW2503", position, `${fault.what} has no form in proto3; ${label} stands ${whereabouts(place)}.`, fault.help);
    }
    if (place.type.kind !== "enum") continue;
    const { name, members } = place.type;
    for (const member of members)
      if (!isWithin(BigInt(member.value), intRange("i32")))
        yield diagnostic("MW2503", member.source, `The value ${member.value} has no form in proto3; ${name}.${member.name} stands ${whereabouts(place)}.`, "Give a value that i32 has.");
  }
};

function fieldFault(type: TypeExpr, field: Field | undefined, types: ReadonlyMap<TypeId, TypeDef>): Fault | undefined {
  const repeated = type.kind === "list" || type.kind === "array" || type.kind === "map";
  if (repeated && field?.optional) return { what: `An optional ${NOUNS[type.kind]}`, help: "Leave out the ?, since an empty one is not written." };
  if (type.kind === "list" || type.kind === "array") return elementFault(type.element, NOUNS[type.kind], types);
  if (type.kind === "map") return keyFault(type.key) ?? elementFault(type.value, NOUNS.map, types);
  return singleFault(type, types);
}

const NOUNS = { list: "list", array: "list", map: "map" } as const;

function elementFault(element: TypeExpr, container: string, types: ReadonlyMap<TypeId, TypeDef>): Fault | undefined {
  if (element.kind !== "list" && element.kind !== "array" && element.kind !== "map") return singleFault(element, types);
  return { what: `A ${NOUNS[element.kind]} in a ${container}`, help: "Put the inner one into a structure of its own." };
}

function keyFault(key: TypeExpr): Fault | undefined {
  if (key.kind === "int" || key.kind === "text") return undefined;
  return { what: "A map with such keys", help: "Use an integer or text as the key." };
}

/** What must be one value. */
function singleFault(type: TypeExpr, types: ReadonlyMap<TypeId, TypeDef>): Fault | undefined {
  switch (type.kind) {
    case "sized":
      return singleFault(type.inner, types);
    case "embedded": {
      const target = types.get(type.type);
      return target && isProtoRoot(target) ? undefined : { what: "A message of another encoding", help: "Carry the message's bytes as Bytes." };
    }
    case "ref":
      return REFERENCES[types.get(type.type)?.kind ?? "struct"];
    default:
      return FAULTS[type.kind];
  }
}

const FAULTS: Partial<Record<TypeExpr["kind"], Fault>> = {
  nullable: { what: "Nullable", help: "Write ? in its place; inside a list or map, put the value into a structure." },
  const: { what: "A constant", help: "Leave it out; protobuf does not check what a field holds." },
  reserved: { what: "Reserved", help: "Leave it out; numbers that were given up stand in Retired." },
  jsonValue: { what: "JsonValue", help: "Carry the JSON as Text." },
  duration: { what: "A duration without a unit", help: 'Give it a unit and a type, such as Duration<"ms", u64>.' },
  socketAddress: { what: "SocketAddress", help: "Carry it as Text." },
};

const REFERENCES: Partial<Record<TypeDef["kind"], Fault>> = {
  flags: { what: "A set of flags", help: "Give each flag a bool of its own, or carry the number." },
  bits: { what: "A group of bit fields", help: "Give each a field of its own, or carry the number." },
};
