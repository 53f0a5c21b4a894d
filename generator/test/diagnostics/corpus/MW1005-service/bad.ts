import type { Proto, Service } from "meshwright/lang";

interface Counter extends Service<"counter"> {
  reset(request: Nothing): Nothing;
}

export interface Nothing extends Proto {}
