import type { Compact, Counted, Enum, Layout, Map, Nullable, Sized, Tagged, Text, bool, f32, f64, i32, i64, u16, u32, u64, u8 } from "meshwright/lang";

/** Nested four deep: an order has shipments, those have parcels, those have items. */
export interface Order extends Compact {
  id: u64;
  customer: Text;
  status: OrderStatus;
  shipments: Shipment[];
}

export type OrderStatus = Enum<u8, { open: 0; paid: 1; shipped: 2; closed: 3 }>;

export interface Shipment {
  carrier: Text;
  tracking: u64;
  departedAt: i64;
  parcels: Parcel[];
}

export interface Parcel {
  code: u32;
  weight: u32;
  fragile: bool;
  items: Item[];
}

export interface Item {
  sku: Text;
  quantity: u32;
  price: i32;
  discount: Nullable<u32>;
}

/** Text-heavy: twenty texts, short and long, ASCII and not. */
export interface Profile extends Layout {
  id: Sized<u16, Text>;
  login: Sized<u16, Text>;
  name: Sized<u16, Text>;
  nativeName: Sized<u16, Text>;
  email: Sized<u16, Text>;
  phone: Sized<u16, Text>;
  street: Sized<u16, Text>;
  city: Sized<u16, Text>;
  region: Sized<u16, Text>;
  country: Sized<u16, Text>;
  language: Sized<u16, Text>;
  timeZone: Sized<u16, Text>;
  homepage: Sized<u16, Text>;
  avatar: Sized<u16, Text>;
  company: Sized<u16, Text>;
  title: Sized<u16, Text>;
  motto: Sized<u16, Text>;
  status: Sized<u16, Text>;
  biography: Sized<u16, Text>;
  notes: Sized<u16, Text>;
}

/** A thousand structures, not a thousand numbers: each is a value of its own in every language, as it is for users. */
export interface SampleArray extends Layout {
  sensor: u32;
  samples: Counted<u32, Sample[]>;
}

export interface Sample {
  at: u64;
  value: f64;
  channel: u32;
  quality: u8;
}

/** A list of tagged unions: what a user of a drawing program did. */
export interface Drawing extends Layout {
  commands: Counted<u32, Command[]>;
}

export type Command = Tagged<
  u8,
  {
    move: { x: f32; y: f32 };
    line: { x: f32; y: f32 };
    curve: { x1: f32; y1: f32; x2: f32; y2: f32; x: f32; y: f32 };
    colour: { red: u8; green: u8; blue: u8; alpha: u8 };
    label: { text: Sized<u8, Text>; size: u16 };
    layer: { id: u64; visible: bool };
  }
>;

/** A map from text to structures. */
export interface Inventory extends Compact {
  stock: Map<Text, Stock>;
}

export interface Stock {
  count: u32;
  price: u64;
  shelf: u16;
  weight: f32;
}
