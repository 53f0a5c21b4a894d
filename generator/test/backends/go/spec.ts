/** A spec whose names and docs are as awkward as the checks allow. */
import type { Doc, Spec, TypeDef } from "../../../src/ir/model.js";
import { array, bool, bytes, compact, enumeration, fixedBytes, int, json, layout, list, map, nullable, packed, prefix, ref, rest, spec, struct, text, union } from "../../check/ir.js";

const inModule = (module: string, type: TypeDef): TypeDef => ({ ...type, module, id: `${module}.${type.name}` });

const documented = <Type extends TypeDef>(type: Type, doc: Doc): Type => ({ ...type, doc });

const AWKWARD: Doc = {
  text: "  # A heading\n\n\tcode(); // not code\n  - a list\n[link]: not a link\n\n\n*/ end `quoted` \"text\" \\ back",
  since: "1.2",
  deprecated: "there is\nsomething better",
};

/** Keywords, methods, predeclared names, names that differ in case only, and names that the package makes for itself. */
export function awkward(): Spec {
  return {
    ...spec(
      documented(
        struct(
          "Type",
          {
            type: int("u8"),
            func: ref("Kind"),
            range: ref("Flags"),
            err: ref("Bits"),
            v: fixedBytes(3),
            r: array(2, int("u16")),
            at: bool,
          },
          packed(14),
        ),
        AWKWARD,
      ),
      struct("Words", { fooBar: int("u32"), foo_bar: int("u32"), FOOBar: int("u32"), marshalBinary: text(prefix("u8")), string: text(prefix("u8")), len: list(int("u8"), prefix("u8")), "append?": bytes(rest) }, layout),
      struct("Open", { unknown: int("u8"), "make?": nullableOptional() }, compact, true),
      struct("SpecHash", { specName: text() }, json),
      struct("DecodeOpen", { nil: map(text(), list(text())) }, json),
      struct("ChoiceType", { x: int("u8") }),
      struct("ChoiceCase", { x: int("u8") }),
      union("Choice", [["type", "ChoiceType"], ["case", null], ["kind", "Words2"], ["kindRed", null]], { root: layout }),
      struct("Words2", { map: text(prefix("u8")), json: bool }),
      enumeration("Kind", { red: 0, string: 5, type: 200 }),
      struct("KindRed", { x: int("u8") }),
      { ...enumeration("Flags", {}), kind: "flags", repr: "u8", flags: [{ name: "has", jsonName: "has", bit: 0, doc: AWKWARD }, { name: "string", jsonName: "string", bit: 7, doc: { text: "" } }] } as unknown as TypeDef,
      {
        ...enumeration("Bits", {}),
        kind: "bits",
        repr: "u16",
        fields: [
          { name: "n", jsonName: "n", doc: { text: "" }, width: 3, content: { kind: "uint" } },
          { name: "at", jsonName: "at", doc: { text: "" }, width: 1, content: { kind: "bool" } },
          { name: "", jsonName: "", doc: { text: "" }, width: 2, content: { kind: "reserved" } },
          { name: "x", jsonName: "x", doc: { text: "" }, width: 8, content: { kind: "enum", type: "bad.Kind" } },
          { name: "fixed", jsonName: "fixed", doc: { text: "" }, width: 2, content: { kind: "const", value: 2 } },
        ],
      } as unknown as TypeDef,
      inModule("other.test", struct("Words", { x: int("u8") }, packed(1))),
      inModule("other.linux", struct("Words", { x: int("u8") }, packed(1))),
      inModule("linux", struct("Words", { x: nullable(text()) }, json)),
    ),
    name: "type-map",
  };
}

function nullableOptional() {
  return nullable(int("u64"));
}
