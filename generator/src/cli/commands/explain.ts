/** `meshwright explain TYPE`: where each byte of a message stands. */
import { explain } from "../../explain/explain.js";
import { prepareOrExit } from "../pipeline.js";
import { out, say } from "../terminal.js";

export function explainType(type: string, options: { spec: string }): void {
  say(explain(prepareOrExit(options.spec), type, { color: out.color, width: process.stdout.columns ?? 100 }));
}
