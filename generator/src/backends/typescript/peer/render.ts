/** From the plan of the dispatch to its text. */
import type { CodecModel } from "../../../codec/model.js";
import type { GeneratedFile } from "../../backend.js";
import { headerLines } from "../../header.js";
import { stringLiteral } from "../literals.js";
import type { Names } from "../names.js";
import { render } from "../templates.js";
import { planDispatch } from "./plan.js";

/** `sdk`: the package that holds the messages. */
export function renderDispatch(model: CodecModel, names: Names, sdk: string): GeneratedFile[] {
  const data = { header: headerLines(model.spec), sdk, version: stringLiteral(model.spec.version), ...planDispatch(model, names) };
  return [{ path: "dispatch.ts", content: render("dispatch", data) }];
}
