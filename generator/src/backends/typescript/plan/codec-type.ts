/** The TypeScript type of what a codec reads and writes. */
import type { Codec } from "../../../codec/model.js";
import { intType } from "../native.js";
import type { ModuleContext } from "./context.js";

export function codecType(context: ModuleContext, codec: Codec): string {
  switch (codec.op) {
    case "int":
      return intType(codec.int);
    case "float":
      return "number";
    case "bool":
      return "boolean";
    case "text":
    case "socketAddress":
      return "string";
    case "bytes":
    case "fixedBytes":
      return "Uint8Array";
    case "list":
    case "array": {
      const element = codecType(context, codec.element);
      return `${codec.element.op === "nullable" ? `(${element})` : element}[]`;
    }
    case "map":
      return `Map<${codecType(context, codec.key)}, ${codecType(context, codec.value)}>`;
    case "nullable":
      return `${codecType(context, codec.inner)} | null`;
    case "brand":
    case "unit":
      return context.scope.type(codec.type);
    case "jsonValue":
      return context.scope.runtimeType("codec", "JsonValue");
    case "duration":
      return context.scope.runtimeType("codec", "Duration");
    case "window":
      return codecType(context, codec.content);
    case "constInt":
    case "constBytes":
    case "reserved":
      throw new Error(`${codec.op} is not part of a value`);
  }
}
