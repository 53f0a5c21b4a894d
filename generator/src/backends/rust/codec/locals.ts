/** Names of local variables in generated functions. */
import type { FieldCodec } from "../../../codec/model.js";
import type { Context } from "../plan/context.js";

const RESERVED: ReadonlySet<string> = new Set(["at", "j", "member", "members", "number", "r", "run", "tag", "unknown", "value", "variant", "w"]);

/** Where a function keeps a field until the structure is complete. */
export function local({ shared, owner }: Context, { name, presence }: Pick<FieldCodec, "name" | "presence">): string {
  if (presence === "hidden") return "_";
  const member = shared.names.member(owner, name);
  return RESERVED.has(member) || /^run_\d+$/.test(member) ? `${member}_field` : member;
}

/** The member of a struct literal that takes it from there. */
export function initialiser(context: Context, field: Pick<FieldCodec, "name" | "presence">): string {
  const member = context.shared.names.member(context.owner, field.name);
  const variable = local(context, field);
  return member === variable ? member : `${member}: ${variable}`;
}
