import type { Layout, u8 } from "meshwright/lang";

export interface Base {
  count: u8;
}

export interface Message extends Layout, Base {
  label: u8;
  count: u8;
}

export interface Left extends Base {}

export interface Right extends Base {}

export interface Both extends Left, Right {}
