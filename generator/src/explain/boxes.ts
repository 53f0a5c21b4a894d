/** A message of fixed size as boxes, eight bytes a row. */
import type { Sizes } from "../codec/sizes.js";
import type { Family } from "../codec/model.js";
import type { TypeExpr } from "../ir/model.js";
import { describe, type Types } from "./describe.js";

export interface Piece {
  label: string;
  /** Bytes. */
  size: number;
  /** What stands there, in words. */
  says: string;
  /** Carries nothing: a constant, or reserved bytes. */
  filler: boolean;
}

/** Bytes in a row. */
export const ROW = 8;

/** Structures inside are taken apart, so that each box is a value. The type must have a fixed size. */
export function pieces(type: TypeExpr, label: string, family: Family, sizes: Sizes, types: Types): Piece[] {
  const target = type.kind === "ref" || type.kind === "embedded" ? types.get(type.type) : undefined;
  if (target?.kind === "struct")
    return target.fields.flatMap((field) => pieces(field.type, label === "" ? field.name : `${label}.${field.name}`, family, sizes, types));
  return [{ label, size: sizes.fixed(type, family)!, says: describe(type, family, types), filler: type.kind === "const" || type.kind === "reserved" }];
}

/** A piece, or what of it stands in one row. */
export interface Cell {
  label: string;
  offset: number;
  /** Bytes in this row. */
  width: number;
  piece: Piece;
  /** Stands for rows that were left out. */
  skipped: boolean;
}

/** Rows that hold nothing but the middle of one value are left out but for one, which is marked. */
export function rowsOf(all: Piece[]): Cell[][] {
  const rows: Cell[][] = [];
  let offset = 0;
  for (const piece of all.filter(({ size }) => size > 0)) {
    for (let done = 0; done < piece.size; ) {
      const column = offset % ROW;
      const left = piece.size - done;
      // Of whole rows in the middle only one is drawn.
      const whole = column === 0 && done > 0 ? Math.floor((left - 1) / ROW) : 0;
      const skipped = whole > 1;
      const width = Math.min(ROW - column, left);
      const cell = { label: done > 0 ? "" : piece.size > ROW ? `${piece.label} (${piece.size} bytes)` : piece.label, offset, width, piece, skipped };
      if (column === 0) rows.push([cell]);
      else rows.at(-1)!.push(cell);
      const step = skipped ? whole * ROW : width;
      offset += step;
      done += step;
    }
  }
  return rows;
}
