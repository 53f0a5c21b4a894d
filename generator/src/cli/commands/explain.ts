/** `meshwright explain TYPE`: where each byte of a message stands, or how protobuf declares it. */
import { explain } from "../../explain/explain.js";
import { findType } from "../../explain/find.js";
import { protoText } from "../../proto/render.js";
import { prepareOrExit } from "../pipeline.js";
import { out, say } from "../terminal.js";

export function explainType(type: string, options: { spec: string }): void {
  const { spec, model } = prepareOrExit(options.spec);
  const { id } = findType(spec, type);
  if (model.spec.types.some((one) => one.id === id)) say(explain(model, id, { color: out.color, width: process.stdout.columns ?? 100 }));
  else say(`${id}  in protobuf only\n\n${protoText(spec, id)}`);
}
