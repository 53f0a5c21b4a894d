/** Writes docs/diagnostics.md: every code with its reason, a bad spec, and what is said of it. */
import type { CodeInfo } from "../../src/diagnostics/codes.js";

export interface Example {
  /** File name and text of the spec; empty if the fault is in `meshwright.json`. */
  source: string;
  report: string;
}

const GROUPS: [prefix: string, title: string][] = [
  ["MW0", "The spec folder and TypeScript"],
  ["MW1", "Reading the spec"],
  ["MW20", "Sizes and windows"],
  ["MW21", "Encodings"],
  ["MW22", "Values"],
  ["MW23", "Choices"],
  ["MW24", "Names"],
  ["MW25", "Protobuf"],
  ["MW3", "Languages"],
];

const INTRODUCTION = `# Diagnostics

When a spec cannot be turned into code, \`meshwright\` says where, what is wrong, and how to mend it, and writes nothing. All problems are
reported in one run. A line looks like this, so that editors can jump to it:

    file:line:column: error CODE: what is wrong
      help: how to mend it

This page is made from the list of codes and from the corpus in \`generator/test/diagnostics/corpus\`, which a test runs.
`;

export function diagnosticsPage(codes: Record<string, CodeInfo>, exampleOf: (code: string) => Example): string {
  const sections = GROUPS.map(([prefix, title]) => {
    const found = Object.entries(codes).filter(([code]) => code.startsWith(prefix));
    return [`## ${title}`, ...found.map(([code, info]) => section(code, info, exampleOf(code)))].join("\n\n");
  });
  return `${[INTRODUCTION.trimEnd(), ...sections].join("\n\n")}\n`;
}

function section(code: string, { title, why }: CodeInfo, { source, report }: Example): string {
  const spec = source === "" ? [] : [`\`\`\`ts\n${source.trimEnd()}\n\`\`\``];
  return [`### ${code}: ${title}`, why, ...spec, `\`\`\`text\n${report.trimEnd()}\n\`\`\``].join("\n\n");
}
