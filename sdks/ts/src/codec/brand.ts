declare const brand: unique symbol;

/** A `T` with a name of its own, so that it is not mixed up with other values of the same shape. It is a plain `T` when the program runs. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };
