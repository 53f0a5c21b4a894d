/** Reads the fields of a protobuf message as far as they say what they are: their numbers and the way each is written. */

export type Wire = "varint" | "fixed64" | "bytes" | "fixed32";

const WIRES: Record<number, Wire> = { 0: "varint", 1: "fixed64", 2: "bytes", 5: "fixed32" };

/** By number. */
export function fieldsOf(message: Uint8Array): Map<number, Wire> {
  const found = new Map<number, Wire>();
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      if (at >= message.length) throw new Error("the message ends inside a number");
      const byte = message[at++]!;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < message.length) {
    const key = varint();
    const wire = WIRES[Number(key & 7n)];
    if (!wire) throw new Error(`there is no wire type ${key & 7n}, before byte ${at}`);
    found.set(Number(key >> 3n), wire);
    const size = wire === "bytes" ? Number(varint()) : wire === "fixed64" ? 8 : wire === "fixed32" ? 4 : 0;
    if (wire === "varint") varint();
    at += size;
  }
  return found;
}
