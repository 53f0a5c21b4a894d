/** Lines of a byte stream. Only a line feed ends one: JSON text may hold the other characters that Unicode calls line ends. */
const LINE_FEED = 0x0a;

/** All lines that each chunk completes; at the end, what is left without a line feed. */
export async function* lines(input: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  let parts: Buffer[] = [];
  for await (const chunk of input) {
    const complete: string[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      complete.push(Buffer.concat([...parts, chunk.subarray(start, end)]).toString());
      parts = [];
      start = end + 1;
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
    if (complete.length > 0) yield complete;
  }
  if (parts.length > 0) yield [Buffer.concat(parts).toString()];
}
