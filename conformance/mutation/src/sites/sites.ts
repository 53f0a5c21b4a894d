/** Every place where code refuses, and what could be wrong with it. */
import type { GeneratedFile } from "../../../../generator/dist/backends/backend.js";
import { alternativesOf } from "./alternatives.js";
import type { Syntax } from "./syntax.js";

/** A mutant of one line of code. */
export interface SiteMutant {
  /** Names it from run to run: `codec/reader.go: if x > max {` and what becomes of it. */
  id: string;
  /** Switches it on; from 1 on. */
  number: number;
  operator: string;
  path: string;
  /** From 1 on. */
  line: number;
  before: string;
  after: string;
}

interface Woven {
  mutants: SiteMutant[];
  /** The line with all its mutants in it. */
  text: string;
}

/** As much of what follows a condition as shows whether it refuses. */
const BODY_LINES = 2;

/** The files with every mutant in them, each off until it is switched on. Lines stay where they are. `leaveOut`: by id. */
export function weave(syntax: Syntax, files: GeneratedFile[], leaveOut: ReadonlySet<string> = new Set()): { files: GeneratedFile[]; mutants: SiteMutant[] } {
  const mutants: SiteMutant[] = [];
  const changed = new Set<string>();
  const seen = new Map<string, number>();
  const woven = files.map((file) => {
    if (!syntax.covers(file.path)) return file;
    const lines = file.content.split("\n");
    const texts = lines.map((line, index) => {
      const found = mutantsAt(syntax, file.path, lines, index, mutants.length, seen, leaveOut);
      if (found === null || found.mutants.length === 0) return line;
      mutants.push(...found.mutants);
      changed.add(file.path);
      return found.text;
    });
    return { ...file, content: texts.join("\n") };
  });
  return { files: syntax.withSwitch(woven, changed), mutants };
}

function mutantsAt(syntax: Syntax, path: string, lines: string[], index: number, count: number, seen: Map<string, number>, leaveOut: ReadonlySet<string>): Woven | null {
  const line = lines[index]!;
  const make = (operator: string, after: string, number: number): SiteMutant => ({ id: named(seen, `${path}: ${operator}: ${line.trim()} → ${after.trim()}`), number, operator, path, line: index + 1, before: line, after });
  const asked = syntax.conditionOf(line);
  if (asked !== null && syntax.refuses([asked.tail, ...lines.slice(index + 1, index + BODY_LINES)])) {
    const { head, condition, tail } = asked;
    const options = alternativesOf(condition, "").map((one, offset) => ({ ...one, offset }));
    const made = options.map(({ operator, condition: other }) => make(operator, operator === "check removed" ? `${head}(asked, not heeded)${tail}` : `${head}${other}${tail}`, 0));
    const kept = made.map((mutant, at) => ({ mutant, option: options[at]! })).filter(({ mutant }) => !leaveOut.has(mutant.id)).map((one, at) => ({ mutant: { ...one.mutant, number: count + at + 1 }, option: one.option }));
    if (kept.length === 0) return null;
    const alternatives = kept.map(({ mutant, option }) => ({ id: mutant.number, condition: option.operator === "check removed" ? `(${condition}) ${syntax.and} ${syntax.not(syntax.isOn(mutant.number))}` : option.condition }));
    return { mutants: kept.map(({ mutant }) => mutant), text: `${head}${syntax.choose(condition, alternatives)}${tail}` };
  }
  const check = syntax.checkOf(line);
  if (check === null) return null;
  const mutant = make("call removed", `${check.indent}(nothing)`, count + 1);
  if (leaveOut.has(mutant.id)) return null;
  return { mutants: [mutant], text: `${check.indent}${syntax.passedOver(check.statement, syntax.isOn(mutant.number))}` };
}

/** The same line may stand in a file several times. */
function named(seen: Map<string, number>, id: string): string {
  const times = (seen.get(id) ?? 0) + 1;
  seen.set(id, times);
  return times === 1 ? id : `${id} (${times})`;
}
