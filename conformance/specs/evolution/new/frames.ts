import type { Layout, MaxSize } from "meshwright/lang";
import type { Album, Choices, Dropped, Items, Labelled, Owned, Painted, Profile, Settings, Shaped, Signed, Spare, Strict, Versioned, Wide } from "./bodies.js";

export interface LayoutChoices extends Layout, Choices {}
export interface LayoutSigned extends Layout, Signed {}
export interface LayoutSpare extends Layout, Spare {}
export interface LayoutVersioned extends Layout, Versioned {}
export interface LayoutPainted extends Layout, Painted {}
export interface LayoutWide extends Layout, Wide {}
export interface LayoutLabelled extends Layout, Labelled {}
export interface LayoutShaped extends Layout, Shaped {}
export interface LayoutProfile extends Layout, Profile {}
export interface LayoutSettings extends Layout, Settings {}
export interface LayoutOwned extends Layout, Owned {}
export interface LayoutDropped extends Layout, Dropped {}
export interface LayoutStrict extends Layout, Strict {}
export interface LayoutAlbum extends Layout, Album {}
export interface LayoutItems extends Layout, MaxSize<8>, Items {}
