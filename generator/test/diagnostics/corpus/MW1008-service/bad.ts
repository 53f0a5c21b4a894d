import type { Json, Service, u32 } from "meshwright/lang";

export interface Calculator extends Service<"calculator"> {
  sum(request: Numbers): Numbers;
}

export interface Numbers extends Json {
  values: u32[];
}
