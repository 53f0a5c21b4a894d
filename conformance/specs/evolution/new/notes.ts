import type { Compact, MaxSize } from "meshwright/lang";
import type { Album, Choices, Dropped, Items, Labelled, Owned, Painted, Profile, Settings, Shaped, Signed, Spare, Strict, Versioned, Wide } from "./bodies.js";

export interface CompactChoices extends Compact, Choices {}
export interface CompactSigned extends Compact, Signed {}
export interface CompactSpare extends Compact, Spare {}
export interface CompactVersioned extends Compact, Versioned {}
export interface CompactPainted extends Compact, Painted {}
export interface CompactWide extends Compact, Wide {}
export interface CompactLabelled extends Compact, Labelled {}
export interface CompactShaped extends Compact, Shaped {}
export interface CompactProfile extends Compact, Profile {}
export interface CompactSettings extends Compact, Settings {}
export interface CompactOwned extends Compact, Owned {}
export interface CompactDropped extends Compact, Dropped {}
export interface CompactStrict extends Compact, Strict {}
export interface CompactAlbum extends Compact, Album {}
export interface CompactItems extends Compact, MaxSize<8>, Items {}
