import type { Layout, Tagged, u16, u8 } from "meshwright/lang";

export interface ShapeCircle {
  radius: u16;
}

export type Shape = Layout<Tagged<u8, { circle: { diameter: u8 } }>>;
