/** Cuts a stream of bytes into lines without ever holding more than one line too many. */
import { StringDecoder } from "node:string_decoder";

/** A longer line is no answer to anything that the vectors ask. */
export const longestLine = 64 * 1024 * 1024;

export class LineSplitter {
  private readonly decoder = new StringDecoder("utf8");
  /** The pieces of the unfinished line: joined once, so that a long line costs its length and not its square. */
  private pieces: string[] = [];
  private pending = 0;

  constructor(
    private readonly onLine: (line: string) => void,
    private readonly onTooLong: () => void,
    private readonly limit = longestLine,
  ) {}

  push(chunk: Buffer): void {
    const text = this.decoder.write(chunk);
    let start = 0;
    for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", start)) {
      this.pieces.push(text.slice(start, end));
      this.flush();
      start = end + 1;
    }
    if (start === text.length) return;
    this.pieces.push(text.slice(start));
    this.pending += text.length - start;
    if (this.pending > this.limit) {
      this.pieces = [];
      this.pending = 0;
      this.onTooLong();
    }
  }

  /** The stream ended: what stands after the last line break counts as a line. */
  end(): void {
    if (this.pieces.length > 0) this.flush();
  }

  private flush(): void {
    const line = this.pieces.join("");
    this.pieces = [];
    this.pending = 0;
    if (line !== "") this.onLine(line);
  }
}
