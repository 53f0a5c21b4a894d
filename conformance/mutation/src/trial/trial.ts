/** Puts a mutant on trial: asks it vectors until enough of them were answered wrongly. */
import { judgeBytes, judgeRefusal, judgeValue, type Judgement } from "../../../runner/dist/core/judge.js";
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

/** Asked at a time, first and at most. After each lot it is seen whether more are needed. */
const FIRST_LOT = 16;
const GREATEST_LOT = 128;

/** `type`: what the message is called in the peer, when it is not the vectors' own. */
export async function trial(ask: Ask, vectors: readonly Vector[], enough: (verdict: Verdict) => boolean, type?: string): Promise<Verdict> {
  const verdict: Verdict = {};
  for (let start = 0, lot = FIRST_LOT; start < vectors.length && !enough(verdict); start += lot, lot = Math.min(2 * lot, GREATEST_LOT)) {
    const asked = vectors.slice(start, start + lot).flatMap((vector) => SIDES.map(async (side) => ({ vector, side, wrong: await judged(ask, vector, side, type ?? vector.type) })));
    for (const { vector, side, wrong } of await Promise.all(asked)) if (wrong) verdict[side] ??= { vector: vector.name, how: wrong.mismatch };
  }
  return verdict;
}

/** Null also where there is nothing to ask. */
async function judged(ask: Ask, vector: Vector, side: Side, type: string): Promise<Judgement> {
  const { bytes, value, verdict } = vector;
  if (!checksOf(vector)[side] || (side === "encode" && value === undefined)) return null;
  const outcome = await ask(side === "decode" ? { op: "decode", type, bytes: bytes! } : { op: "encode", type, value: value! });
  if (verdict !== "valid") return judgeRefusal(outcome, verdict, side);
  return side === "decode" ? judgeValue(outcome, value) : judgeBytes(outcome, bytes!);
}
