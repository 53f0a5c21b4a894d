/** Names that Rust and generated code keep for themselves, and literals. */

/** Keywords of every edition, strict and reserved. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  (
    "as async await break const continue crate dyn else enum extern false fn for gen if impl in let loop match mod move mut pub ref return self static struct " +
    "super trait true type unsafe use where while abstract become box do final macro override priv try typeof unsized virtual yield"
  ).split(" "),
);

/** Types that generated code says without a path. */
export const TYPE_NAMES: ReadonlySet<string> = new Set(
  (
    "Self Option Some None Result Ok Err Vec String Box From Into Default Clone Copy Debug Eq Hash Ord PartialEq PartialOrd Fn FnOnce FnMut Iterator Drop Send Sync " +
    "Cow BTreeMap Duration SocketAddr BitAnd BitOr Hasher Ordering Arbitrary Unstructured DecodeError EncodeError ErrorPath Extent IntoOwned JsonValue Limit Pattern Unknown"
  ).split(" "),
);

/** Modules of the runtime that generated code imports. */
export const RUNTIME_MODULES: ReadonlySet<string> = new Set(["check", "json", "read", "write"]);

/** Constants that types have beside those of flags. */
export const CONSTANTS: ReadonlySet<string> = new Set(["ALL", "NAMES", "NONE"]);

/** Constants that types have beside those that the spec fixes. */
export const INHERENT_CONSTANTS: ReadonlySet<string> = new Set(["MEMBERS", "SHAPE_COMPACT", "SHAPE_FIXED", "SHAPE_JSON", "SIZE"]);

/** Modules beside those of the spec. */
export const FILES: ReadonlySet<string> = new Set(["arbitrary", "codec", "generated", "patterns"]);

/** A string literal. */
export function stringLiteral(text: string): string {
  const escaped = [...text].map((character) => {
    const known = ESCAPES.get(character);
    if (known !== undefined) return known;
    return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(character) ? `\\u{${character.codePointAt(0)!.toString(16)}}` : character;
  });
  return `"${escaped.join("")}"`;
}

const ESCAPES = new Map([
  ["\\", "\\\\"],
  ['"', '\\"'],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\0", "\\0"],
]);

/** A byte-string literal, from hex. */
export function byteLiteral(hex: string): string {
  const bytes = Buffer.from(hex, "hex");
  const text = [...bytes].map((byte) => (byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`));
  return `b"${text.join("")}"`;
}
