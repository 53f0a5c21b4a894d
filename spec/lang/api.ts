import type { Word } from "./word.js";

declare const handle: unique symbol;
declare const service: unique symbol;

/**
 * Something that lives in the core and that a program holds on to: a class with methods, closed exactly once.
 * `export declare class Mesh extends Handle { static open(config: MeshConfig): Promise<Mesh>; … }`. See docs/api-language.md.
 */
export declare abstract class Handle {
  private readonly [handle]: never;
  close(): Promise<void>;
}

/** Values that arrive one by one until an end or an error, with back-pressure: `ticks(request: TickRequest): Stream<Tick>`. */
export type Stream<T> = Word<"Stream", T>;

/** Calls that one node serves and others make: `interface Calculator extends Service<"calculator"> { sum(request: SumRequest): SumReply }`. */
export interface Service<Name extends string> {
  readonly [service]?: Name;
}

/** One axis of the capability taxonomy: `type Hardware = Axis<"hardware", { memoryGb: u32; gpu: bool }>`. */
export type Axis<Name extends string, Keys> = Word<"Axis", [Name, Keys]>;
