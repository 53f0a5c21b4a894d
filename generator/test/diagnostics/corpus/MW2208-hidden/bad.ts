import type { Const, Fixed, Layout, Nullable, Reserved, u8 } from "meshwright/lang";

export interface Message extends Layout {
  kinds: Fixed<Const<u8, 1>, 4>;
  padding: Nullable<Reserved<3>>;
  version?: Const<u8, 1>;
}
