import { chosenByLogic, SWITCH, type Syntax } from "./syntax.js";

export const go: Syntax = {
  language: "go",
  covers: (path) => /^(codec\/)?[^/]*\.go$/.test(path),
  conditionOf(line) {
    const [, head, condition, tail] = /^(\s*(?:\} else )?if (?:.*; )?)(.+)( \{)$/.exec(line) ?? [];
    return head === undefined ? null : { head, condition: condition!, tail: tail! };
  },
  refuses: ([, next = ""]) => /^\s*return .*(\berr\b|fail\(|refuse\(|\b(r|w|codec)\.[A-Z]\w*\(|Error)/.test(next),
  checkOf: () => null,
  passedOver: (statement) => statement,
  not: (condition) => `!(${condition})`,
  and: "&&",
  or: "||",
  isOn: (id) => `mutantOn == ${id}`,
  choose: (condition, alternatives) => chosenByLogic(go, condition, alternatives),
  withSwitch(files) {
    const source = (name: string): string => `package ${name}\n\nimport (\n\t"os"\n\t"strconv"\n)\n\nvar mutantOn, _ = strconv.Atoi(os.Getenv("${SWITCH}"))\n`;
    const folders = new Map(files.filter(({ path }) => go.covers(path)).map(({ path, content }) => [path.slice(0, path.lastIndexOf("/") + 1), /^package (\w+)/m.exec(content)![1]!]));
    return [...files, ...[...folders].map(([folder, name]) => ({ path: `${folder}mutant_switch.go`, content: source(name) }))];
  },
};
