/** What the generated dispatch is put together from. */
export * from "./choices.js";
export * from "./collections.js";
export * from "./message.js";
export * from "./scalars.js";
export * from "./shape.js";
export * from "./structs.js";
