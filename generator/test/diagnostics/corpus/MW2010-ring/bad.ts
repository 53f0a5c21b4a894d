import type { Compact, Limit, Tagged, u8 } from "meshwright/lang";

export type Question = Compact<Tagged<u8, { ask: { answer: Answer }; demand: { answer: Answer } }>>;

export interface Answer {
  questions: Limit<Question[], 1>;
}
