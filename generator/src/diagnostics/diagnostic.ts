/** What is wrong with a spec, where, and how to mend it. */
import type { SourcePosition } from "../ir/model.js";
import type { Code } from "./codes.js";

export interface Diagnostic {
  code: Code;
  severity: "error";
  position: SourcePosition;
  /** One sentence: what is wrong, with the names involved. */
  message: string;
  /** One sentence: how to mend it. */
  help: string;
}

export function diagnostic(code: Code, position: SourcePosition, message: string, help: string): Diagnostic {
  return { code, severity: "error", position, message, help };
}

/** By place, then by code: the order in which a person works through them, and the same on every run. */
export function sortDiagnostics(list: readonly Diagnostic[]): Diagnostic[] {
  return [...list].sort(
    (a, b) =>
      compare(a.position.file, b.position.file) ||
      a.position.line - b.position.line ||
      a.position.column - b.position.column ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
