import { chosenByLogic, SWITCH, type Syntax } from "./syntax.js";

export const python: Syntax = {
  language: "python",
  // Not the accelerator: without a compiler for it, the package does without.
  covers: (path) => /^src\/\w+\/(codec|generated)\/(?!accelerat).*\.py$/.test(path),
  conditionOf(line) {
    const [, head, condition, tail] = /^(\s*(?:el)?if )(.+)(:)$/.exec(line) ?? [];
    return head === undefined ? null : { head, condition: condition!, tail: tail! };
  },
  refuses: ([, next = ""]) => /^\s*raise\b/.test(next),
  checkOf(line) {
    const [, indent, statement] = /^(\s+)([\w.]+\(.*\))$/.exec(line) ?? [];
    return indent === undefined || statement!.startsWith("super(") ? null : { indent, statement: statement! };
  },
  passedOver: (statement, on) => `${on} or ${statement}`,
  not: (condition) => `not (${condition})`,
  and: "and",
  or: "or",
  isOn: (id) => `(_mutant_on == ${id})`,
  choose: (condition, alternatives) => chosenByLogic(python, condition, alternatives),
  withSwitch: (files) =>
    files.map((file) => (file.path === "peer/main.py" ? { ...file, content: `import builtins, os; builtins._mutant_on = int(os.environ.get("${SWITCH}", "0"))\n${file.content.replace(/^from __future__.*\n/m, "")}` } : file)),
};
