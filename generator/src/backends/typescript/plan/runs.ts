/** Fields of fixed width that follow each other are checked for room once. */
import type { Codec, FieldCodec, IntCodec } from "../../../codec/model.js";
import type { ModuleContext } from "./context.js";
import { intBytes } from "./integers.js";

export interface FieldGroup {
  fields: FieldCodec[];
  /** Bytes of a run; absent for a field by itself. */
  size?: number;
}

/** One bounds check must serve two fields, or it is not worth its while. */
export function inRuns(context: ModuleContext, fields: readonly FieldCodec[]): FieldGroup[] {
  const groups: FieldGroup[] = [];
  let run: FieldCodec[] = [];
  const flush = (): void => {
    if (run.length > 1) groups.push({ fields: run, size: run.reduce((sum, { codec }) => sum + fixedSize(context, codec)!, 0) });
    else groups.push(...run.map((field) => ({ fields: [field] })));
    run = [];
  };
  for (const field of fields) {
    const steady = (field.presence === "always" || field.presence === "hidden") && fixedSize(context, field.codec) !== undefined;
    if (steady) run.push(field);
    else {
      flush();
      groups.push({ fields: [field] });
    }
  }
  flush();
  return groups;
}

/** Bytes of a value that is read without a call of a function of its own; undefined if it varies. */
export function fixedSize(context: ModuleContext, codec: Codec): number | undefined {
  switch (codec.op) {
    case "int":
      return intSize(codec);
    case "constInt":
      return intSize(codec.int);
    case "float":
      return codec.bits / 8;
    case "bool":
      return 1;
    case "fixedBytes":
    case "constBytes":
    case "reserved":
      return codec.size;
    case "brand":
      return fixedSize(context, codec.codec);
    case "unit": {
      const unit = codec.family === "json" ? undefined : context.unit(codec.type, codec.family);
      return unit && "int" in unit ? intSize(unit.int) : undefined;
    }
    default:
      return undefined;
  }
}

const intSize = ({ int, form }: IntCodec): number | undefined => (form === "varint" ? undefined : intBytes(int));
