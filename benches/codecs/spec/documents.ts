import type { Enum, Json, Text, bool, f64, i32, u32 } from "meshwright/lang";

/** A document in JSON: what a shop's interface answers. */
export interface Invoice extends Json {
  id: u32;
  number: Text;
  issued: Text;
  currency: Text;
  paid: bool;
  seller: Party;
  buyer: Party;
  lines: InvoiceLine[];
  notes: Text[];
  total: f64;
}

export interface Party {
  name: Text;
  street: Text;
  city: Text;
  country: Text;
  taxId?: Text;
  location: Location;
}

export interface Location {
  latitude: f64;
  longitude: f64;
}

export interface InvoiceLine {
  position: u32;
  sku: Text;
  description: Text;
  quantity: u32;
  unitPrice: f64;
  adjustment: i32;
  tax: Tax;
  tags: Text[];
}

export type Tax = Enum<u32, { none: 0; reduced: 1; standard: 2 }>;
