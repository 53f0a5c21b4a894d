/** What a person sees while the scripts work. */
const terminal = process.stdout.isTTY === true;
const coloured = terminal && !process.env.NO_COLOR;

const paint = (code) => (text) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
export const green = paint(32);
export const red = paint(31);
export const yellow = paint(33);
export const dim = paint(2);
export const bold = paint(1);

/** `0.4 s`, `12.3 s`, `2 min 05 s`. */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, "0")} s`;
}

/** A line at the bottom that changes, above which other lines go by. Without a terminal it is silent. */
export class StatusLine {
  #text = "";

  set(text) {
    if (!terminal) return;
    const width = (process.stdout.columns ?? 80) - 1;
    this.#text = text.length > width ? `${text.slice(0, width - 1)}…` : text;
    process.stdout.write(`\r\u001b[2K${dim(this.#text)}`);
  }

  /** Prints lines above it. */
  print(text) {
    if (terminal && this.#text !== "") process.stdout.write("\r\u001b[2K");
    process.stdout.write(`${text}\n`);
    if (terminal && this.#text !== "") process.stdout.write(dim(this.#text));
  }

  clear() {
    if (terminal && this.#text !== "") process.stdout.write("\r\u001b[2K");
    this.#text = "";
  }
}

export const isTerminal = terminal;
