/** What makes two words of the vocabulary different types, so that the TypeScript compiler catches a mix-up. */
declare const word: unique symbol;

export interface Word<Name extends string, Parts = unknown> {
  readonly [word]: [Name, Parts];
}

/** Anything that can be a field, an element, or a part of another type. */
export type Type = object;
