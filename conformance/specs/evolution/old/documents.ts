import type { Adjacent, Empty, Internal, Json, MaxSize, Open, Text, u8 } from "meshwright/lang";
import type { Album, Choices, Dropped, Items, Labelled, Owned, Painted, Profile, Settings, Shaped, Signed, Spare, Strict, Versioned, Wide } from "./bodies.js";

export interface JsonChoices extends Json, Choices {}
export interface JsonSigned extends Json, Signed {}
export interface JsonSpare extends Json, Spare {}
export interface JsonVersioned extends Json, Versioned {}
export interface JsonPainted extends Json, Painted {}
export interface JsonWide extends Json, Wide {}
export interface JsonLabelled extends Json, Labelled {}
export interface JsonShaped extends Json, Shaped {}
export interface JsonProfile extends Json, Profile {}
export interface JsonSettings extends Json, Settings {}
export interface JsonOwned extends Json, Owned {}
export interface JsonDropped extends Json, Dropped {}
export interface JsonStrict extends Json, Strict {}
export interface JsonAlbum extends Json, Album {}
export interface JsonItems extends Json, MaxSize<16>, Items {}

export interface JsonInserted extends Json, Open {
  id: u8;
  name: Text;
}

export interface JsonDefaulted extends Json, Open {
  id: u8;
}

export type JsonInternal = Json<Internal<"type", { start: { at: u8 }; pause: Empty }>>;
export type JsonAdjacent = Json<Adjacent<"type", "content", { start: { at: u8 }; pause: Empty }>>;
