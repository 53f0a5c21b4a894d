/** What generated code of every encoding calls. */
export type { Branded } from "./brand.js";
export * from "./checks.js";
export type { Duration } from "./duration.js";
export { isEmpty } from "./empty.js";
export { under } from "./errors.js";
export type { JsonValue } from "./json-value.js";
export * from "./order.js";
