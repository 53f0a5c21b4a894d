/** How deep self-containing values and free JSON are nested, across windows and embedded messages. */
import type { TypeDef } from "../../ir/model.js";

export const MAX_DEPTH = 64;

export class Depth {
  private level = 0;

  /** `tooDeep` is called instead of `inner` where one more level is beyond the limit. */
  enter<Result>(tooDeep: () => never, inner: () => Result): Result {
    if (this.level >= MAX_DEPTH) tooDeep();
    this.level++;
    const result = inner();
    this.level--;
    return result;
  }

  /** Counts only where recursion is counted. */
  of<Result>(type: TypeDef, tooDeep: () => never, inner: () => Result): Result {
    return type.recursionHead ? this.enter(tooDeep, inner) : inner();
  }
}
