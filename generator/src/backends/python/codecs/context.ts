/** What the planning of one function's body carries along. */
import type { BitsUnit, Codec, EnumUnit, Family, FlagsUnit } from "../../../codec/model.js";
import type { Locals } from "../names.js";
import type { Scope } from "../scope.js";
import { block, type Line } from "../source.js";
import { slotOf, type Slot } from "./slots.js";

export interface Context {
  scope: Scope;
  locals: Locals;
  family: Family;
  /** From the function's value, or from the element under way, to where we are: spec names, `""` at the start. */
  path: string;
  /** What locals are called after. */
  hint: string;
  /** The variable that holds the window's edge (reading bytes only). */
  end: string;
  /** How deep the values inside lie: an expression, or null where it does not matter. */
  depth: string | null;
}

/** A string literal; spec names hold nothing that Python and JSON would spell differently. */
export const text = (value: string): string => JSON.stringify(value);

/** A local called after the field under way: `headers_count`. */
export const local = ({ locals, hint }: Context, role = ""): string => locals.take([hint, role].filter((part) => part !== "").join("_") || "found");

/** The context of a field of the function's structure. */
export const field = (context: Context, name: string): Context => ({ ...context, path: name, hint: name });

/** The context of one of many: its place is added when an error passes by. */
export const element = (context: Context): Context => ({ ...context, path: "", hint: `${context.hint}_element` });
/** The same for the key or the value of an entry. */
export const entryPart = (context: Context, part: "key" | "value"): Context => ({ ...context, path: part, hint: `${context.hint}_${part}` });

export function choiceOf(scope: Scope): (codec: Extract<Codec, { op: "unit" }>) => EnumUnit | FlagsUnit | BitsUnit | null {
  return ({ family, type }) => {
    const unit = scope.model.unit(family, type);
    return unit.kind === "enum" || unit.kind === "flags" || unit.kind === "bits" ? unit : null;
  };
}

export const slotIn = (codec: Codec, { scope }: Context): Slot | null => slotOf(codec, choiceOf(scope));

/** Statements whose errors happen inside `path`, unless that is the whole value. */
export const within = (body: Line[], { path, scope }: Context): Line[] => (path === "" ? body : withinPlace(body, text(path), scope));

/** The same for a place that is worked out at run time. */
export function withinPlace(body: Line[], place: string, scope: Scope): Line[] {
  return [block("try:", body), block(`except ${scope.error("LocatedError")} as error:`, [`error.within(${place})`, "raise"])];
}

/** The argument that hands on the depth, for functions that ask for it. */
export function depthArgument(codec: Extract<Codec, { op: "unit" }>, { scope, depth }: Context): string[] {
  return scope.model.countsDepth(codec.family, codec.type) ? [depth ?? "0"] : [];
}

/** `at + 4`, `at` for none. */
export const plus = (base: string, offset: number): string => (offset === 0 ? base : `${base} + ${offset}`);

/** `data[a:b]`, with spaces around the colon if a part is more than a name. */
export function slice(of: string, from: string, to: string): string {
  const colon = [from, to].every((part) => /^\w*$/.test(part)) ? ":" : " : ";
  return `${of}[${from}${colon}${to}]`;
}
