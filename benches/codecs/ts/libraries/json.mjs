/** What the platform has: no types, no checks; only for the message that is JSON. */
export const name = "JSON.parse, JSON.stringify";
export const version = process.versions.node;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });
const same = (value) => value;

export default {
  Invoice: { from: same, encode: (value) => encoder.encode(JSON.stringify(value)), decode: (bytes) => JSON.parse(decoder.decode(bytes)), back: same },
};
