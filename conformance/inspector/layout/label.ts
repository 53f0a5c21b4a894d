/** Types in a few words. */
import type { Codec } from "./spec.js";

export function labelOf(codec: Codec): string {
  switch (codec.op) {
    case "int":
      return codec.form === "varint" ? `varint ${codec.int}` : codec.form === "be" ? `${codec.int}, big-endian` : codec.int;
    case "float":
      return codec.form === "be" ? `f${codec.bits}, big-endian` : `f${codec.bits}`;
    case "bytes":
      return codec.json === null ? "bytes" : `bytes as ${codec.json}`;
    case "fixedBytes":
      return codec.json === null ? count(codec.size, "byte") : `${count(codec.size, "byte")} as ${codec.json}`;
    case "list":
      return `list of ${labelOf(codec.element)}`;
    case "array":
      return `${codec.size} × ${labelOf(codec.element)}`;
    case "map":
      return `map of ${labelOf(codec.key)} to ${labelOf(codec.value)}`;
    case "constInt":
      return `constant ${labelOf(codec.int)}`;
    case "constBytes":
      return "constant";
    case "reserved":
      return `${count(codec.size, "byte")}, reserved`;
    case "nullable":
      return `${labelOf(codec.inner)} or null`;
    case "brand":
      return shortName(codec.type);
    case "jsonValue":
      return "free JSON";
    case "socketAddress":
      return "socket address";
    case "window":
      return labelOf(codec.content);
    case "unit":
      return shortName(codec.type);
    case "bool":
    case "text":
    case "duration":
      return codec.op;
  }
}

export function shortName(type: string): string {
  return type.slice(type.lastIndexOf(".") + 1);
}

function count(size: number, noun: string): string {
  return `${size} ${noun}${size === 1 ? "" : "s"}`;
}
