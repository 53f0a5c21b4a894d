/** Functions that read structs, and bits, of JSON. */
import type { Codec } from "../../../../codec/model.js";
import type { Code, Statement } from "../../code.js";
import { assign, call, choice, declare, expression, provided } from "../../code.js";
import { integerLiteral, isWide, stringLiteral } from "../../literals.js";
import { capital } from "../../names.js";
import { codecType } from "../codec-type.js";
import type { Locals, ModuleContext } from "../context.js";
import { intBounds, wide } from "../integers.js";
import { construct } from "../structs.js";
import { isRequired, keyToken, memberTable, type Member, type ObjectShape } from "./members.js";
import { readPart } from "./read-values.js";

export function planObjectParser(context: ModuleContext, shape: ObjectShape): void {
  const type = context.scope.type(shape.type);
  const locals = context.locals(shape.members);
  const open = expression(call(context.json("openObject"), "r"));
  const recursion = (name: string): Statement[] => (shape.recursionHead ? [expression(call(context.json(name), "r"))] : []);
  const body = [
    shape.tagged ? provided("tag === undefined", expression(call(context.json("openObject"), "r"))) : open,
    ...shape.members.flatMap((member) => [assign("at", stringLiteral(member.name)), declare(locals.get(member.name)!, readMember(context, member, `${capital(type)}${capital(member.name)}`))]),
    ...(shape.members.length > 0 ? [assign("at", '""')] : []),
    ...closeObject(context, shape, locals),
    ...recursion("leave"),
    ...construct({ fields: shape.members, open: shape.open }, locals, type),
  ];
  context.functions.push({
    exported: true,
    name: context.scope.function(shape.type, "read json"),
    parameters: [context.jsonReader(), ...(shape.tagged ? ["tag?: string"] : [])],
    result: type,
    body: [...recursion("enter"), { prefix: `${shape.members.length > 0 ? "let" : "const"} at = `, code: '""' }, context.guard("at", ...body)],
  });
}

/** Undefined if the member is absent, but for one that is left out when empty. */
function readMember(context: ModuleContext, member: Member, name: string): Code {
  const there = call(context.json("member"), "r", stringLiteral(keyToken(member.jsonName)));
  if (member.constant) return choice(there, readConstant(context, member), "undefined");
  const value = readPart(context, member.codec, name);
  if (member.presence !== "omitEmpty") return choice(there, value, "undefined");
  return choice(there, call(context.json("filled"), "r", "r.pos", value), emptyValue(context, member.codec));
}

function readConstant(context: ModuleContext, { codec, constant }: Member): Code {
  if (codec.op === "constInt") return call(context.json(wide("constant", codec.int.int).replace(/^constant$/, "constantInt")), "r", ...intBounds(codec.int), integerLiteral(codec.int.int, codec.value));
  return call(context.json(constant!.of === "bytes" ? "constantHex" : "constantText"), "r", stringLiteral(constant!.value));
}

function emptyValue(context: ModuleContext, codec: Codec): Code {
  switch (codec.op) {
    case "int":
      return integerLiteral(codec.int, 0);
    case "bool":
      return "false";
    case "text":
      return '""';
    case "bytes":
      return "new Uint8Array(0)";
    case "list":
      return "[]";
    case "map":
      return `new ${codecType(context, codec)}()`;
    case "brand":
      return call(context.scope.value(codec.type), emptyValue(context, codec.codec));
    case "unit": {
      const unit = context.unit(codec.type, "json");
      if (unit.kind === "flags") return isWide(unit.int.int) ? "0n" : "0";
    }
  }
  throw new Error(`${codec.op} has no empty value`);
}

/** The closing brace, or what an open object keeps before it, and whether all is there. */
function closeObject(context: ModuleContext, shape: ObjectShape, locals: Locals): Statement[] {
  const local = ({ name }: Member): string => locals.get(name)!;
  const found: Statement = {
    prefix: `const found${shape.members.length === 0 ? ": boolean[]" : ""} = `,
    code: { items: shape.members.map((member) => (member.presence === "omitEmpty" ? `!${context.codec("isEmpty")}(${local(member)})` : `${local(member)} !== undefined`)) },
  };
  const missing = shape.members.filter(isRequired).map((member) => `${local(member)} === undefined`);
  const table = memberTable(context, shape);
  const tag = shape.tagged ? ["tag"] : [];
  if (!shape.open) {
    const refusal = call(context.json("refuseObject"), "r", "closed", table, "found", ...tag);
    return [declare("closed", call(context.json("closeObject"), "r")), { anyOf: ["!closed", ...missing], body: [found, { prefix: "throw ", code: refusal }] }];
  }
  const kept = call(context.json("unknownMembers"), "r", table, "found", ...tag);
  const refusal: Statement = { prefix: "throw ", code: call(context.json("missingMember"), "r", table, "found") };
  return [found, declare("kept", kept), ...(missing.length > 0 ? [{ anyOf: missing, body: [refusal] }] : [])];
}
