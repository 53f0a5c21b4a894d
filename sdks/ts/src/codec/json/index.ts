/** What generated code of JSON calls. */
export * from "./bytes.js";
export * from "./choices.js";
export * from "./keys.js";
export * from "./list.js";
export * from "./message.js";
export * from "./number.js";
export * from "./object.js";
export * from "./reader.js";
export * from "./string.js";
export * from "./union.js";
export * from "./values.js";
export { writeUnknown } from "./write-free.js";
export * from "./write-values.js";
export * from "./writer.js";
