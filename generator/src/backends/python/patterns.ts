/** The compiled patterns of a spec, which all its modules share. */
import type { CodecModel } from "../../codec/model.js";
import { call, layOut, list, stringLiteral } from "./source.js";

const HEX_PER_LINE = 64;

/** One statement a pattern. */
export function patternTables(source: CodecModel): string[][] {
  return source.patterns.map(({ id, source: text, dfa }) => {
    const hex = Buffer.from(dfa.classes).toString("hex");
    const lines = Array.from({ length: hex.length / HEX_PER_LINE }, (_, index) => `        "${hex.slice(index * HEX_PER_LINE, (index + 1) * HEX_PER_LINE)}"`);
    const transitions = list("", dfa.transitions.map((row) => list("", row.map(String))));
    const accepting = dfa.accepting.flatMap((accepts, state) => (accepts ? [String(state)] : []));
    const table = layOut([call(`PATTERN_${id} = compile_pattern`, [stringLiteral(text), hex, transitions, list("", accepting)])]);
    return table.flatMap((line) => (line.trim() === `${hex},` ? ["    bytes.fromhex(", ...lines, "    ),"] : [line]));
  });
}
