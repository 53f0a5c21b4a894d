/** Casing and reserved words of Go. */
import { words } from "../../names/words.js";

/** Words that Go writes in capitals throughout. */
const INITIALISMS = new Set(
  "acl api ascii cpu dns eof gpu http https id ip json lhs qps ram rhs rpc sla smtp sql ssh tcp tls ttl udp ui uid uri url utf8 uuid vm vram xml".split(" "),
);

const capital = (word: string): string => {
  if (INITIALISMS.has(word)) return word.toUpperCase();
  if (word.endsWith("s") && INITIALISMS.has(word.slice(0, -1))) return `${word.slice(0, -1).toUpperCase()}s`;
  return word.charAt(0).toUpperCase() + word.slice(1);
};

/** `sessionId` → `SessionID`. */
export const exported = (name: string): string => words(name).map(capital).join("");

/** `sessionId` → `sessionID`, `id` → `id`. */
export const unexported = (name: string): string => {
  const [first = "", ...others] = words(name);
  return first + others.map(capital).join("");
};

/** What a local variable must not be called: keywords, predeclared names and imported packages that generated code uses, and its own fixed variables. */
export const LOCAL_WORDS: ReadonlySet<string> = new Set(
  (
    "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var " +
    "any append bool byte cap clear copy error false float32 float64 int int8 int16 int32 int64 iota len make max min new nil panic real string true uint uint8 uint16 uint32 uint64 uintptr " +
    "arbitrary binary bytes cmp codec codectest fmt generated json maps math netip neutral slices strconv strings " +
    "at b err i missing more object r s text v w x"
  ).split(" "),
);

/** Names of the package that are not made from the spec's. */
export const PACKAGE_NAMES : ReadonlySet<string> = new Set(["SpecHash", "SpecName", "SpecVersion"]);
/** Methods that generated types have: no field may be called like one. */
export const METHODS : ReadonlySet<string> = new Set(["AppendBinary", "MarshalBinary", "UnmarshalBinary", "MarshalJSON", "UnmarshalJSON", "String", "Has"]);

/** Endings of file names that make Go leave a file out of some builds. */
const BUILD_SUFFIXES = new Set(
  (
    "test aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos unix " +
    "386 amd64 arm arm64 loong64 mips mips64 mips64le mipsle ppc ppc64 ppc64le riscv riscv64 s390x sparc sparc64 wasm"
  ).split(" "),
);

/** `wire.packet` → `wire_packet`; one that Go would read as a build constraint gets a `_` at its end. */
export function fileStem(module: string): string {
  const parts = module.split(/[.\-/]/);
  const stem = parts.join("_").toLowerCase();
  const last = stem.split("_").at(-1)!;
  return stem.includes("_") && BUILD_SUFFIXES.has(last) ? `${stem}_` : stem;
}

/** `my-spec` → `myspec`: package names are one word. */
export function packageName(spec: string): string {
  const name = words(spec).join("").replace(/[^a-z0-9]/g, "");
  const safe = /^[a-z]/.test(name) ? name : `spec${name}`;
  return LOCAL_WORDS.has(safe) || safe === "main" ? `${safe}spec` : safe;
}
