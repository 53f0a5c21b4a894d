import type { Bytes, Handle } from "meshwright/lang";

export declare class Mesh extends Handle {
  publish(event: Bytes): Promise<void>;
}
