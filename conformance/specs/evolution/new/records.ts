import type { Packed, u16, u8 } from "meshwright/lang";
import type { Choices, Painted, Signed, Spare, Versioned } from "./bodies.js";

export interface PackedChoices extends Packed<9>, Choices {}
export interface PackedSigned extends Packed<1>, Signed {}
export interface PackedSpare extends Packed<4>, Spare {}
export interface PackedVersioned extends Packed<2>, Versioned {}
export interface PackedPainted extends Packed<1>, Painted {}
export interface PackedGrowing extends Packed<3> {
  id: u16;
  extra: u8;
}
