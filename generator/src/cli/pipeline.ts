/** Spec folder → IR → checks → codecs: what every command does first. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "ts-morph";
import type { Backend } from "../backends/backend.js";
import { check } from "../check/check.js";
import { lower } from "../codec/lower.js";
import type { CodecModel } from "../codec/model.js";
import { sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import { renderDiagnostics } from "../diagnostics/render.js";
import { isProtoRoot } from "../ir/codecs.js";
import type { Spec } from "../ir/model.js";
import type { Memory } from "../read/memory.js";
import { readSpec } from "../read/read.js";
import { err } from "./terminal.js";

/** What was read, and the part of it that has codecs, worked out for back ends. */
export interface Sound {
  spec: Spec;
  model: CodecModel;
}

export type Prepared = Sound | { diagnostics: Diagnostic[] };

export function prepare(folder: string, backends: Backend[], project?: Project, memory?: Memory): Prepared {
  const { spec, sound, diagnostics } = readSpec(folder, project, memory);
  const readable = spec ?? sound;
  const faults = readable ? check(readable, new Map(backends.map((backend) => [backend.language, backend.supports]))) : [];
  return spec && faults.length === 0 ? { spec, model: lower(spec) } : { diagnostics: sortDiagnostics([...diagnostics, ...faults]) };
}

/** All problems at once, on standard error. */
export function complain(folder: string, diagnostics: Diagnostic[]): void {
  const sources = (file: string): string | undefined => {
    try {
      return readFileSync(join(folder, file), "utf8");
    } catch {
      return undefined;
    }
  };
  process.stderr.write(renderDiagnostics(diagnostics, { color: err.color, ...(err.terminal && { sources }) }));
  process.stderr.write(`${diagnostics.length} ${diagnostics.length === 1 ? "problem" : "problems"} in ${folder}; nothing was written.\n`);
}

/** A sound spec, or the end of the program with all problems shown. */
export function prepareOrExit(folder: string, backends: Backend[] = []): Sound {
  const prepared = prepare(folder, backends);
  if ("model" in prepared) return prepared;
  complain(folder, prepared.diagnostics);
  process.exit(1);
}

/** `12 types, 3 messages`; services, if there are some. */
export function summary({ spec, model }: Sound): string {
  const messages = model.roots.length + spec.types.filter(isProtoRoot).length;
  const services = spec.services?.length ?? 0;
  return `${spec.types.length} types, ${messages} messages${services === 0 ? "" : `, ${services} ${services === 1 ? "service" : "services"}`}`;
}
