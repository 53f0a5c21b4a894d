/** Values of a fixed width: what `struct` reads and writes many of at once. */
import type { BitsUnit, Codec, EnumUnit, FlagsUnit, IntCodec } from "../../../codec/model.js";
import type { IntName } from "../../../ir/model.js";

const INT_CODES: Record<IntName, string> = { u8: "B", i8: "b", u16: "H", i16: "h", u32: "I", i32: "i", u64: "Q", i64: "q" };

export const width = (int: IntName): number => Number(int.slice(1)) / 8;
export const lowest = (int: IntName): bigint => (int.startsWith("u") ? 0n : -(1n << BigInt(width(int) * 8 - 1)));
export const highest = (int: IntName): bigint => (1n << BigInt(width(int) * 8 - (int.startsWith("u") ? 0 : 1))) - 1n;

/** Bounds of an integer: its own, or what its type holds. */
export const boundsOf = ({ int, min, max }: IntCodec): { low: string; high: string } => ({ low: min ?? String(lowest(int)), high: max ?? String(highest(int)) });

export interface Slot {
  /** For `struct`, without byte order. */
  code: string;
  size: number;
  /** null: one byte, or bytes as they are. */
  endian: "le" | "be" | null;
}

type ChoiceUnit = EnumUnit | FlagsUnit | BitsUnit;

/** The fixed-width form of a codec; null if it has none. `choice` gives the unit of an enum, flags or bits, null for others. */
export function slotOf(codec: Codec, choice: (codec: Extract<Codec, { op: "unit" }>) => ChoiceUnit | null): Slot | null {
  switch (codec.op) {
    case "int":
      return intSlot(codec);
    case "constInt":
      return intSlot(codec.int);
    case "float":
      return codec.form === "json" ? null : { code: codec.bits === 32 ? "f" : "d", size: codec.bits / 8, endian: codec.form };
    case "bool":
      return codec.form === "byte" ? { code: "B", size: 1, endian: null } : null;
    case "fixedBytes":
    case "constBytes":
    case "reserved":
      return { code: `${codec.size}s`, size: codec.size, endian: null };
    case "brand":
      return slotOf(codec.codec, choice);
    case "unit": {
      const unit = choice(codec);
      return unit && intSlot(unit.int);
    }
    default:
      return null;
  }
}

export function intSlot({ int, form }: IntCodec): Slot | null {
  if (form !== "le" && form !== "be") return null;
  return { code: INT_CODES[int], size: width(int), endian: width(int) === 1 ? null : form };
}

/** Slots that one `struct` can hold: those up to the next change of byte order. */
export class Run<Item extends { slot: Slot }> {
  readonly items: Item[] = [];
  size = 0;
  private endian: "le" | "be" | null = null;

  accepts({ endian }: Slot): boolean {
    return this.endian === null || endian === null || endian === this.endian;
  }

  /** Gives the item's offset in the run. */
  push(item: Item): number {
    const offset = this.size;
    this.items.push(item);
    this.size += item.slot.size;
    this.endian ??= item.slot.endian;
    return offset;
  }

  get format(): string {
    return `${this.endian === "be" ? ">" : "<"}${this.items.map(({ slot }) => slot.code).join("")}`;
  }
}
