/** The bench values, read with this project's codecs. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const messages = ["PacketHeader", "MachineReport", "Order", "Profile", "SampleArray", "Drawing", "Inventory", "Invoice"];

/** A plain array of its own: the pool of Node's small buffers would put some messages side by side. */
export const bytesOf = (folder, name) => new Uint8Array(readFileSync(join(folder, `${name}.bin`)));

/** `{ message, size, bytes }` of every growth file, small ones first. */
export function growthFiles(folder) {
  return readdirSync(join(folder, "growth"))
    .map((file) => {
      const [, message, size] = /^(\w+)-(\d+)\.bin$/.exec(file);
      return { message, size: Number(size), bytes: bytesOf(join(folder, "growth"), `${message}-${size}`) };
    })
    .sort((a, b) => (a.message < b.message ? -1 : a.message > b.message ? 1 : a.size - b.size));
}

/** True if two values hold the same, whatever classes their objects and byte arrays have. */
export function same(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (ArrayBuffer.isView(a)) return Buffer.compare(a, b) === 0;
  if (a instanceof Map) return b instanceof Map && a.size === b.size && [...a].every(([key, value]) => same(value, b.get(key)));
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}
