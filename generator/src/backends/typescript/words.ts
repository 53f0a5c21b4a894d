/** Words that generated TypeScript keeps for itself. */

/** Cannot name a variable in a module. */
export const KEYWORDS: ReadonlySet<string> = new Set([
  ...["arguments", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum"],
  ...["eval", "export", "extends", "false", "finally", "for", "function", "if", "implements", "import", "in", "instanceof", "interface"],
  ...["let", "new", "null", "package", "private", "protected", "public", "return", "static", "super", "switch", "this", "throw", "true"],
  ...["try", "typeof", "undefined", "var", "void", "while", "with", "yield"],
]);

/** Global names and namespaces that generated code refers to, so that no type may hide them. */
export const GLOBALS: ReadonlySet<string> = new Set(["Map", "Uint8Array", "Infinity", "NaN", "binary", "codec", "json"]);

/** Variables of generated functions beside those of fields. */
export const LOCALS: ReadonlySet<string> = new Set(["at", "binary", "closed", "codec", "error", "found", "input", "json", "kept", "number", "output", "r", "sep", "short", "start", "tag", "value", "w"]);

/** What the package exports beside the messages: see the runtime's index. */
export const EXPORTS: ReadonlySet<string> = new Set(["Branded", "Codec", "CodecError", "DecodeError", "Duration", "EncodeError", "FixedSizeCodec", "JsonValue", "RefusalKind", "SPEC_HASH"]);

/** Verbs that the names of generated functions begin with, by what they do with a type. */
export const VERBS = {
  read: { fixed: "read", compact: "unpack", json: "parse" },
  write: { fixed: "write", compact: "pack", json: "format" },
  /** Between the integer of an enum or of bits and its value. */
  to: "to",
  from: "from",
  /** Between the name of an enum's member in JSON and its value. */
  named: "named",
  nameOf: "nameOf",
} as const;

const VERB_LIKE = new RegExp(`^(${[...Object.values(VERBS.read), ...Object.values(VERBS.write), "to", "from", "named", "nameOf"].join("|")})[A-Z_]`);
const OTHERS = /^[A-Z]|^pattern[0-9]+$/;

/** True if `name` could be mistaken for what a module declares, so that no variable of a function may have it. */
export const isModuleLike = (name: string): boolean => VERB_LIKE.test(name) || OTHERS.test(name);
