import { chosenByLogic, inParentheses, prefixed, SWITCH, type Syntax } from "./syntax.js";

/** Memory is not a codec's business; how floats are written is chosen here, not refused; and the tree is for those who read JSON without a spec. */
const OTHER = /^src\/(arena|buffer|failure|float_format|json_tree)\.[ch]$/;
/** No vector makes memory run out. */
const OUT_OF_MEMORY = /^(?:!mw_(?:buffer_)?(?:reserve|make_room)\((?:(?!\|\||&&).)*\)|\w+ == NULL|.*\bMW_NO_MEMORY\b.*)$/;

export const c: Syntax = {
  language: "c",
  covers: (path) => /^(src|generated\/src)\/.*\.[ch]$/.test(path) && !OTHER.test(path),
  conditionOf(line) {
    const [head] = /^\s*(?:\} )?(?:else )?if \(/.exec(line) ?? [];
    const found = head === undefined ? null : inParentheses(head, line.slice(head.length));
    return found !== null && OUT_OF_MEMORY.test(found.condition) ? null : found;
  },
  // What an unset member is cleared with, or an error's offset is set with, is no refusal, whatever stands in the line below it.
  refuses: ([tail = "", next = ""]) => /refuse|return false|return .*fail/.test(/^\)?[\s{\\]*$/.test(tail) ? next : tail),
  checkOf: () => null,
  passedOver: (statement) => statement,
  not: (condition) => `!(${condition})`,
  and: "&&",
  or: "||",
  isOn: (id) => `mutant_on == ${id}`,
  choose: (condition, alternatives) => chosenByLogic(c, condition, alternatives),
  withSwitch(files, changed) {
    const definition = `#include <stdlib.h>\n\nint mutant_on;\n\n__attribute__((constructor)) static void read_switch(void) {\n  const char *const on = getenv("${SWITCH}");\n  if (on != NULL) mutant_on = atoi(on);\n}\n`;
    return [...prefixed(files, changed, "extern int mutant_on;\n#line 1\n"), { path: "src/mutant_switch.c", content: definition }];
  },
};
