/** What readers of structs in all encodings share. */
import type { StructUnit } from "../../../codec/model.js";
import { assign, provided, type Statement } from "../code.js";
import { access, objectKey } from "../literals.js";
import type { Locals } from "./context.js";

/** Where an open struct keeps what it does not know. */
export const UNKNOWN = "$unknown";

/** `return { … };`, where what is absent has no property. */
export function construct(unit: Pick<StructUnit, "fields" | "open">, locals: Locals, type: string): Statement[] {
  const fields = unit.fields.filter(({ presence }) => presence !== "hidden");
  const absent = fields.filter(({ presence }) => presence === "trailing" || presence === "option" || presence === "member");
  const entries = fields.filter((field) => !absent.includes(field)).map(({ name }) => ({ key: objectKey(name), code: locals.get(name)! }));
  const optional = absent.map(({ name }): [string, string] => [name, locals.get(name)!]);
  if (unit.open) optional.push([UNKNOWN, "kept"]);
  if (optional.length === 0) return [{ prefix: "return ", entries }];
  return [
    { prefix: `const value: ${type} = `, entries },
    ...optional.map(([name, local]): Statement => provided(`${local} !== undefined`, assign(access("value", name), local))),
    { prefix: "return ", code: "value" },
  ];
}
