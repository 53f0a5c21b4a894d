/** Writes .proto files. */
import type { GeneratedFile } from "../backends/backend.js";
import { templates, type Render } from "../backends/templates.js";
import type { Spec, TypeId } from "../ir/model.js";
import { filePath } from "./names.js";
import { planFiles, type ProtoFile } from "./plan.js";

/** One file a module: `service/sidecar.proto`. They import each other by these paths. */
export function protoFiles(spec: Spec): GeneratedFile[] {
  const files = planFiles(spec);
  if (files.length === 0) return [];
  const render = templates("proto");
  return files.map((file) => ({ path: file.path, content: render("file", { ...file, definitions: file.definitions.map((definition) => definitionText(render, definition)) }) }));
}

/** The definition of one type; a brand has none, and stands wherever it is used as what it is. */
export function protoText(spec: Spec, id: TypeId): string {
  const type = spec.types.find((one) => one.id === id);
  const file = planFiles(spec).find(({ path }) => type && path === filePath(spec, type.module));
  const definition = file?.definitions.find(({ template, name }) => template !== "service" && name === type?.name);
  return definition ? definitionText(templates("proto"), definition) : `${type?.name ?? id} has no definition of its own in protobuf.`;
}

const definitionText = (render: Render, definition: ProtoFile["definitions"][number]): string => render(definition.template, definition).trimEnd();
