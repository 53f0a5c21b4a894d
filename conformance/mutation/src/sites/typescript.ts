import { chosenByLogic, inParentheses, SWITCH, type Syntax } from "./syntax.js";

/** Calls that refuse nothing: of a constructor, and those that keep memory at hand or copy it, which matters only for what an earlier message left there; `sdks/ts/test/support/vectors.ts` encodes into such memory. */
const NO_CHECK = /^(?:super|release|room|\w+\.set)\(/;

export const typescript: Syntax = {
  language: "typescript",
  covers: (path) => /^src\/(codec|generated)\/.*\.ts$/.test(path),
  conditionOf(line) {
    const [head] = /^\s*(?:\} )?(?:else )?if \(/.exec(line) ?? [];
    return head === undefined ? null : inParentheses(head, line.slice(head.length));
  },
  refuses: ([tail = "", next = ""]) => /\bthrow\b|\brefuse|\bfail/.test(/^\)\s*(\{\s*)?$/.test(tail) ? next : tail),
  checkOf(line) {
    const [, indent, statement] = /^(\s+)([\w.]+\(.*\);)$/.exec(line) ?? [];
    return indent === undefined || NO_CHECK.test(statement!) ? null : { indent, statement: statement! };
  },
  passedOver: (statement, on) => `if (!(${on})) ${statement}`,
  not: (condition) => `!(${condition})`,
  and: "&&",
  or: "||",
  isOn: (id) => `globalThis.__mutantOn === ${id}`,
  choose: (condition, alternatives) => chosenByLogic(typescript, condition, alternatives),
  withSwitch: (files) =>
    files.map((file) => (file.path === "peer/run" ? { ...file, content: file.content.replace("exec node ", 'exec node --require "$(dirname "$0")/switch.cjs" ') } : file)).concat({ path: "peer/switch.cjs", content: `globalThis.__mutantOn = Number(process.env.${SWITCH});\n` }),
};
