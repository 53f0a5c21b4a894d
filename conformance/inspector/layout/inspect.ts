/** What the page shows: the decoder's answer, and the layout beside it. */
import { DecodeError, messages } from "../../peers/ts/src/generated/dispatch.js";
import { equal } from "./equal.js";
import { layOut } from "./layout.js";
import type { Layout, Neutral } from "./node.js";
import { markRefusal, type Mark, type Refusal } from "./refusal.js";
import type { SpecIndex } from "./spec.js";

export type Inspection =
  /** `agrees`: the layout holds the decoder's value. If it does not, it must not be shown as if it did. */
  | { verdict: "accepted"; value: Neutral; layout: Layout; agrees: boolean }
  | { verdict: "refused"; refusal: Refusal; layout: Layout; mark: Mark };

/** @throws if `type` is no message of the spec. */
export function inspect(spec: SpecIndex, type: string, bytes: Uint8Array): Inspection {
  const answer = decode(type, bytes);
  if ("value" in answer) {
    const layout = layOut(spec, type, bytes);
    return { verdict: "accepted", value: answer.value, layout, agrees: layout.value !== undefined && equal(layout.value, answer.value) };
  }
  const { refusal } = answer;
  const layout = layOut(spec, type, bytes, refusal.offset);
  return { verdict: "refused", refusal, layout, mark: markRefusal(layout, refusal, bytes.length) };
}

export interface Attempt {
  type: string;
  /** Absent: it takes the bytes. */
  refusal?: Refusal;
}

/** All messages on the same bytes: those that take them first, then those that came furthest. */
export function tryAll(bytes: Uint8Array): Attempt[] {
  const attempts = [...messages.keys()].map((type): Attempt => {
    const answer = decode(type, bytes);
    return "value" in answer ? { type } : { type, refusal: answer.refusal };
  });
  const reach = ({ refusal }: Attempt): number => refusal?.offset ?? Infinity;
  return attempts.sort((a, b) => (reach(a) === reach(b) ? 0 : reach(b) - reach(a)));
}

function decode(type: string, bytes: Uint8Array): { value: Neutral } | { refusal: Refusal } {
  const message = messages.get(type);
  if (!message) throw new Error(`there is no message ${type}`);
  try {
    return { value: message.decode(bytes) };
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    const { kind, offset, path, message: text } = error;
    return { refusal: { kind, offset, path, message: text } };
  }
}
