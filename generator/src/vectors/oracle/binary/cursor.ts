/** A place in the input, and the window that it must not leave. */
import { refuse } from "../refusal.js";

export class Cursor {
  /** Path of the innermost window: what its surplus is reported with. */
  windowPath = "";

  constructor(
    readonly bytes: Uint8Array,
    public position: number,
    public end: number,
  ) {}

  get left(): number {
    return this.end - this.position;
  }

  /** The next `count` bytes; fewer left is `truncated` at `start`. */
  take(count: number, path: string, start = this.position): Uint8Array {
    if (count > this.left) refuse("truncated", start, path);
    this.position += count;
    return this.bytes.subarray(this.position - count, this.position);
  }

  /** Reads the next `length` bytes as a window that `content` must fill. */
  window<Result>(length: number, path: string, content: () => Result): Result {
    const { end, windowPath } = this;
    this.end = this.position + length;
    this.windowPath = path;
    const result = content();
    if (this.left > 0) refuse("trailing_bytes", this.position, path);
    this.end = end;
    this.windowPath = windowPath;
    return result;
  }
}
