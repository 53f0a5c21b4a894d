import type { Proto, Service } from "meshwright/lang";

export interface Nothing extends Proto {}

export interface Counter extends Service<"counters.v1.Counters"> {
  reset(request: Nothing): Nothing;
}

export interface Clock extends Service<"clocks.v1.Clock"> {
  reset(request: Nothing): Nothing;
}

export interface Timer extends Service<"timers.v1.Timer"> {
  reset(request: Nothing): Nothing;
}
