/** What standard output and error can show. Colours only on a terminal, never under NO_COLOR. */
import pc from "picocolors";

const of = (stream: NodeJS.WriteStream): { terminal: boolean; color: boolean } => ({
  terminal: stream.isTTY === true,
  color: stream.isTTY === true && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb",
});

export const out = of(process.stdout);
export const err = of(process.stderr);
export const paint = pc.createColors(out.color);

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

export const since = (start: number): string => duration(performance.now() - start);

/** `1.2 s`, `34 ms`. */
export function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** What went wrong, on standard error. */
export const warn = (error: unknown): void => void process.stderr.write(`meshwright: ${error instanceof Error ? error.message : String(error)}\n`);

export function fail(error: unknown): never {
  warn(error);
  process.exit(1);
}
