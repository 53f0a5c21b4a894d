/** Prints diagnostics for people and for editors that follow `file:line:column`. */
import pc from "picocolors";
import type { SourcePosition } from "../ir/model.js";
import { sortDiagnostics, type Diagnostic } from "./diagnostic.js";

export interface RenderOptions {
  color: boolean;
  /** The text of a spec file; when given, each diagnostic shows its line with a caret below. */
  sources?: (file: string) => string | undefined;
}

/** All of them, sorted, one blank line between two when source lines are shown; `""` for an empty list. */
export function renderDiagnostics(list: readonly Diagnostic[], options: RenderOptions): string {
  const blocks = sortDiagnostics(list).map((item) => renderOne(item, options));
  return blocks.length === 0 ? "" : blocks.join(options.sources ? "\n\n" : "\n") + "\n";
}

function renderOne(item: Diagnostic, { color, sources }: RenderOptions): string {
  const paint = pc.createColors(color);
  const { file, line, column } = item.position;
  const lines = [`${paint.bold(`${file}:${line}:${column}:`)} ${paint.red(`error ${item.code}`)}: ${item.message}`];
  const excerpt = sources && sourceLine(item.position, sources);
  if (excerpt !== undefined) {
    const gutter = String(line);
    lines.push(`  ${paint.dim(`${gutter} |`)} ${excerpt}`, `  ${" ".repeat(gutter.length)} ${paint.dim("|")} ${indentTo(excerpt, column)}${paint.red("^")}`);
  }
  lines.push(`  ${paint.cyan("help")}: ${item.help}`);
  return lines.join("\n");
}

function sourceLine({ file, line }: SourcePosition, sources: NonNullable<RenderOptions["sources"]>): string | undefined {
  return sources(file)?.split(/\r?\n/)[line - 1]?.trimEnd();
}

/** Keeps tabs, so that the caret stands below its character at any tab width. */
const indentTo = (text: string, column: number): string => text.slice(0, column - 1).replace(/[^\t]/g, " ").padEnd(column - 1);
