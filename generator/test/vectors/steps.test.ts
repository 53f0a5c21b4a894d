/** Every single fault in a pattern's machine is shown by one of the texts, unless no text can show it. */
import { describe, expect, it } from "vitest";
import { compilePattern, type Dfa } from "../../src/codec/pattern.js";
import { steps } from "../../src/vectors/derive/values/steps.js";

const DEAD = -1;

function accepts({ classes, transitions, accepting }: Dfa, text: string): boolean {
  let state = 0;
  for (const character of text) {
    state = transitions[state]![classes[character.charCodeAt(0)]!]!;
    if (state === DEAD) return false;
  }
  return accepting[state]!;
}

/** Each step led elsewhere, and each end changed. */
function* faulty(dfa: Dfa): Iterable<[string, Dfa]> {
  for (const [state, row] of dfa.transitions.entries()) {
    yield [`end of ${state}`, { ...dfa, accepting: dfa.accepting.with(state, !dfa.accepting[state]) }];
    for (const [column, next] of row.entries()) {
      const to = next === DEAD ? state : DEAD;
      yield [`${state}, class ${column} → ${to}`, { ...dfa, transitions: dfa.transitions.with(state, row.with(column, to)) }];
    }
  }
}

describe.each(["[a-z]+(-[a-z0-9]{1,3}|_)*", "[0-9a-f]{8}", "[ -~]*", "ab?c|[^x]\\d+", "(?:a|bb)*c", "x{3,9}"])("the steps of %s", (pattern) => {
  const dfa = compilePattern(pattern);

  it("tell every faulty machine from the right one", () => {
    const unseen = [...faulty(dfa)].filter(([, wrong]) => steps(pattern).every((text) => accepts(wrong, text) === accepts(dfa, text)));
    // Where all of ASCII may stand, what is above it is a class of its own; other vectors have that.
    const above = dfa.classes.indexOf(dfa.classes[0x80]!) === 0x80 ? `class ${dfa.classes[0x80]} ` : "none";
    expect(unseen.map(([what]) => what).filter((what) => !what.includes(above))).toEqual([]);
  });
});
