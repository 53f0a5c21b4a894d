import { chosenByLogic, SWITCH, type Syntax } from "./syntax.js";

/** What is compared with numbers of mutants: one of them, or what remembers them all. */
const SWITCH_CODE = `import atexit, builtins, os


class _Places(set):
    def __eq__(self, number):
        self.add(number)
        return False


_on = os.environ.get("${SWITCH}", "0")
if _on.startswith("record:"):
    builtins._mutant_on = _places = _Places()

    @atexit.register
    def _record():
        with open(_on[7:], "w") as file:
            file.write(" ".join(map(str, _places)))
else:
    builtins._mutant_on = int(_on)
`;

export const python: Syntax = {
  language: "python",
  records: true,
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
  withSwitch: (files) => files.map((file) => (file.path === "peer/main.py" ? { ...file, content: `${SWITCH_CODE}${file.content.replace(/^from __future__.*\n/m, "")}` } : file)),
};
