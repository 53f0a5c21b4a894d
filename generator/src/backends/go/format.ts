/** What gofmt would do to generated code: indentation and columns. The templates need not care for either. */

/** Indents by open brackets, drops blank lines where gofmt has none, and ends with one newline. */
export function indent(source: string): string {
  const lines: string[] = [];
  /** How many brackets each level of indentation has open: those that one line opens share a level. */
  const levels: number[] = [];
  for (const raw of source.split("\n")) {
    const line = raw.trim();
    if (line === "") {
      if (lines.length > 0 && lines.at(-1) !== "" && !/[{(]$/.test(lines.at(-1)!)) lines.push("");
      continue;
    }
    const { closing, change } = brackets(line);
    if (closing > 0 && lines.at(-1) === "") lines.pop();
    close(levels, closing);
    const label = /^(case .*|default):$/.test(line) ? 1 : 0;
    lines.push("\t".repeat(levels.length - label) + line);
    if (change + closing > 0) levels.push(change + closing);
  }
  while (lines.at(-1) === "") lines.pop();
  return `${lines.join("\n")}\n`;
}

function close(levels: number[], brackets: number): void {
  for (let left = brackets; left > 0; ) {
    const open = levels.pop() ?? left;
    if (open > left) levels.push(open - left);
    left -= Math.min(open, left);
  }
}

/** How many brackets a line closes before it opens any, and how many more it opens than it closes. */
function brackets(line: string): { closing: number; change: number } {
  let closing = 0;
  let change = 0;
  const code = line.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`|'(?:[^'\\]|\\.)+'/g, "").replace(/\/\/.*$/, "");
  for (const character of code) {
    if ("{([".includes(character)) change++;
    if ("})]".includes(character) && --change < -closing) closing = -change;
  }
  return { closing, change };
}

/** Pads all cells but the last of each row, so that they stand in columns. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
  return rows.map((row) => row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i]!))).join(" "));
}

/** A string as a Go literal, raw where that reads better. */
export function literal(text: string): string {
  return /["\\]/.test(text) && !/[`\r\n]|[^\x20-\x7e]/.test(text) ? `\`${text}\`` : JSON.stringify(text).replace(/\u007f/g, "\\x7f");
}
