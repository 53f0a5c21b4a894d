/** Functions that write structs, and bits, of JSON. */
import type { Statement } from "../../code.js";
import { assign, call, expression, when } from "../../code.js";
import { access, stringLiteral } from "../../literals.js";
import { capital } from "../../names.js";
import type { ModuleContext } from "../context.js";
import { UNKNOWN } from "../structs.js";
import { isRequired, keyToken, memberTable, type Member, type ObjectShape } from "./members.js";
import { writeValue } from "./write-values.js";

/**
 * `sep` is what stands before the next member: the brace, or a comma, also from the start where a tag has been written. Once
 * a member is certain to be there, it needs no variable. `tag` is the name of that tag, which an open object must not keep again.
 */
export function planObjectFormatter(context: ModuleContext, shape: ObjectShape): void {
  const type = context.scope.type(shape.type);
  const certain = shape.members.findIndex(isRequired);
  const changes = certain !== 0 && (shape.members.length > 0 || shape.open);
  const recursion = (name: string): Statement[] => (shape.recursionHead ? [expression(call(context.json(name), "w"))] : []);
  const variable: Statement[] = !shape.tagged && changes ? [{ prefix: "let sep = ", code: '"{"' }] : [];
  const first: Statement[] = shape.members.length > 0 ? [{ prefix: "let at = ", code: stringLiteral(shape.members[0]!.name) }] : [{ prefix: "const at = ", code: '""' }];
  const members = shape.members.flatMap((member, index) => [
    ...(index > 0 ? [assign("at", stringLiteral(member.name))] : []),
    ...writeMember(context, member, separatorAt(shape, index, certain), `${capital(type)}${capital(member.name)}`),
  ]);
  const body = [...members, ...writeUnknown(context, shape, certain), ...close(shape, certain)];
  const used = shape.members.some(({ constant }) => !constant) || shape.open;
  context.functions.push({
    exported: true,
    name: context.scope.function(shape.type, "write json"),
    parameters: [context.jsonWriter(), `${used ? "" : "_"}value: ${type}`, ...(shape.tagged ? ['sep = "{"', ...(shape.open ? ["tag?: string"] : [])] : [])],
    result: "void",
    body: [...recursion("enterWrite"), ...variable, ...first, context.guard("at", ...body), ...recursion("leaveWrite")],
  });
}

type Separator = { variable: true; ends: boolean } | { variable: false; text: string };

/** What stands before the member: known text, or the variable, which becomes a comma unless it is not looked at again. */
function separatorAt(shape: ObjectShape, index: number, certain: number): Separator {
  if (certain >= 0 && index > certain) return { variable: false, text: "," };
  if (index === 0 && !shape.tagged && certain === 0) return { variable: false, text: "{" };
  return { variable: true, ends: index === certain };
}

function writeMember(context: ModuleContext, member: Member, separator: Separator, name: string): Statement[] {
  const value = access("value", member.name);
  const key = keyToken(member.jsonName) + (member.constant ? constantToken(member.constant) : "");
  const written: Statement[] = [
    { prefix: "w.out += ", code: separator.variable ? `sep + ${stringLiteral(key)}` : stringLiteral(separator.text + key) },
    ...(separator.variable && !separator.ends ? [assign("sep", '","')] : []),
    ...(member.constant ? [] : writeValue(context, member.codec, value, name)),
  ];
  if (member.presence === "member") return [when(`${value} !== undefined`, ...written)];
  if (member.presence === "omitEmpty") return [when(`!${context.codec("isEmpty")}(${value})`, ...written)];
  return written;
}

const constantToken = ({ of, value }: NonNullable<Member["constant"]>): string => (of === "int" ? value : JSON.stringify(value));

function writeUnknown(context: ModuleContext, shape: ObjectShape, certain: number): Statement[] {
  if (!shape.open) return [];
  const args = ["w", access("value", UNKNOWN), memberTable(context, shape), certain >= 0 ? '","' : "sep", ...(shape.tagged ? ["tag"] : [])];
  const code = call(context.json("writeUnknown"), ...args);
  return [...(shape.members.length > 0 ? [assign("at", '""')] : []), certain >= 0 ? expression(code) : assign("sep", code)];
}

function close(shape: ObjectShape, certain: number): Statement[] {
  if (certain >= 0) return [{ prefix: "w.out += ", code: '"}"' }];
  if (shape.members.length > 0 || shape.open || shape.tagged) return [{ prefix: "w.out += ", code: { test: 'sep === "{"', yes: '"{}"', no: '"}"' } }];
  return [{ prefix: "w.out += ", code: '"{}"' }];
}
