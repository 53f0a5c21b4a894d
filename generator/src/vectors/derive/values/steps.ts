/**
 * Texts that make a pattern's machine take each of its steps, and try each that it must refuse. The machine is the one that back ends print, and only
 * chooses the texts: what is right for them, the oracle says from the pattern itself.
 */
import { compilePattern, type Dfa } from "../../../codec/pattern.js";

/** Of a larger machine, the states next to the start. */
const MOST_STATES = 16;
const DEAD = -1;

/** For each state: the text that leads there, alone, and with one character more and the shortest way on to a match. */
export function steps(pattern: string): string[] {
  const machine = compilePattern(pattern);
  const characters = edges(machine);
  const ways = waysIn(machine, characters);
  const out = waysOut(machine, characters);
  return [...ways].slice(0, MOST_STATES).flatMap(([state, way]) => [
    way,
    ...characters.map((character) => {
      const next = after(machine, state, character);
      return way + character + out.get(next === DEAD ? state : next)!;
    }),
  ]);
}

const after = ({ classes, transitions }: Dfa, state: number, character: string): number => transitions[state]![classes[character.charCodeAt(0)]!]!;

/** The first and the last character of each run of characters that the machine takes alike; letters first, because ways are easier to read in them. */
function edges({ classes }: Dfa): string[] {
  const found = Array.from({ length: 128 }, (_, code) => code).filter((code) => classes[code] !== classes[code - 1] || classes[code] !== classes[code + 1]);
  return found.map((code) => String.fromCharCode(code)).sort((a, b) => Number(/[a-z]/.test(b)) - Number(/[a-z]/.test(a)) || (a < b ? -1 : 1));
}

/** The shortest text to each state, nearest states first. */
function waysIn(machine: Dfa, characters: readonly string[]): Map<number, string> {
  const ways = new Map([[0, ""]]);
  // A map goes on to what is added to it.
  for (const [state, way] of ways)
    for (const character of characters) {
      const next = after(machine, state, character);
      if (next !== DEAD && !ways.has(next)) ways.set(next, way + character);
    }
  return ways;
}

/** The shortest text from each state to the end of a match. */
function waysOut(machine: Dfa, characters: readonly string[]): Map<number, string> {
  const ways = new Map(machine.accepting.flatMap((accepts, state): [number, string][] => (accepts ? [[state, ""]] : [])));
  for (const [state, way] of ways)
    machine.transitions.forEach((_, before) => {
      const character = ways.has(before) ? undefined : characters.find((one) => after(machine, before, one) === state);
      if (character !== undefined) ways.set(before, character + way);
    });
  return ways;
}
