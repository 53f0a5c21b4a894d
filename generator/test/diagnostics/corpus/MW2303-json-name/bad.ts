import type { Compact, Enum, Flags, Json, Retired, Text, u8 } from "meshwright/lang";

export interface Message extends Json, Retired<"familyName" | "first_name"> {
  /** @json family_name */
  surname: Text;
  firstName: Text;
  role: Enum<u8, { head: 0; coHead: 1 }, Retired<"co_head">>;
  rights: Flags<u8, { everyThing: 1 }, Retired<"every_thing">>;
}

/** Names are not written in Compact. */
export interface Sound extends Compact, Retired<"first_name"> {
  firstName: Text;
}
