/** Puts a mutant on trial: asks it vectors until enough of them were answered wrongly. */
import { judgeBytes, judgeRefusal, judgeValue, type Mismatch } from "../../../runner/dist/core/judge.js";
import type { Outcome, Request } from "../../../runner/dist/peers/protocol.js";
import { checksOf, type Vector } from "../../../runner/dist/vectors/model.js";
import { SIDES, type Side } from "../mutants/mutant.js";

/** What found the mutant out. */
export interface Kill {
  /** The vector's name. */
  vector: string;
  /** `value`, `offset`, `crash`, … */
  how: string;
}

/** By side; a side that is not there has answered everything rightly. */
export type Verdict = Partial<Record<Side, Kill>>;

export type Ask = (request: Request) => Promise<Outcome>;

export interface Witnesses {
  ask: Ask;
  /** What the message is called in the peer, when it is not the vectors' own name. */
  type?: string;
  /** Answers as code without a mutant does, and at the same time, so that a slow machine is not taken for a mutant that hangs. */
  control: Ask;
  /** Asks the mutant once more, ahead of what waits for its answer to `ask`; `ask` itself if nothing can hold that up for long. */
  again?: Ask;
}

/** Asked at a time, first and at most. After each lot it is seen whether more are needed. */
const FIRST_LOT = 16;
const GREATEST_LOT = 128;

/** How often a control may be too slow. */
const PATIENT = 5;

export async function trial(witnesses: Witnesses, vectors: readonly Vector[], enough: (verdict: Verdict) => boolean): Promise<Verdict> {
  const verdict: Verdict = {};
  for (let start = 0, lot = FIRST_LOT; start < vectors.length && !enough(verdict); start += lot, lot = Math.min(2 * lot, GREATEST_LOT)) {
    const asked = vectors.slice(start, start + lot).flatMap((vector) => SIDES.map(async (side) => ({ vector, side, wrong: await judged(witnesses.ask, vector, side, witnesses.type) })));
    // In turn: each request that hangs takes its time, and the first may be enough. What becomes of the others is then nobody's business.
    void Promise.allSettled(asked);
    for (const answer of asked) {
      const { vector, side, wrong } = await answer;
      if (wrong === null || verdict[side]) continue;
      const how = wrong === "hang" ? await askedAgain(witnesses, vector, side) : wrong;
      if (how !== null) verdict[side] = { vector: vector.name, how };
      if (enough(verdict)) break;
    }
  }
  return verdict;
}

/** Once the control has answered. */
async function askedAgain({ ask, type, control, again = ask }: Witnesses, vector: Vector, side: Side): Promise<Mismatch | null> {
  for (let time = 1; time <= PATIENT; time++) if ((await judged(control, vector, side)) === null) return judged(again, vector, side, type);
  throw new Error(`${vector.type}/${vector.name} (${side}): too slow even without a mutant; is the machine busy?`);
}

/** Null also where there is nothing to ask. */
export async function judged(ask: Ask, vector: Vector, side: Side, type = vector.type): Promise<Mismatch | null> {
  const { bytes, value, verdict } = vector;
  if (!checksOf(vector)[side] || (side === "encode" && value === undefined)) return null;
  const outcome = await ask(side === "decode" ? { op: "decode", type, bytes: bytes! } : { op: "encode", type, value: value! });
  // A peer that is gone says nothing about this mutant: it could not be started again after another.
  if ("fault" in outcome && outcome.fault.kind === "gone") throw new Error(`the peer cannot be started again: ${outcome.fault.detail}`);
  if (verdict !== "valid") return judgeRefusal(outcome, verdict, side)?.mismatch ?? null;
  return (side === "decode" ? judgeValue(outcome, value) : judgeBytes(outcome, bytes!))?.mismatch ?? null;
}
