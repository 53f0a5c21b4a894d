/** `meshwright vectors`: test vectors for every message of a spec, made by the oracle. */
import { relative } from "node:path";
import { writeVectors } from "../../vectors/write.js";
import { prepareOrExit } from "../pipeline.js";
import { paint, say, since } from "../terminal.js";

export function vectors(spec: string, options: { out: string; check?: boolean }): void {
  const start = performance.now();
  const { spec: ir } = prepareOrExit(spec);
  const { count, files, changes } = writeVectors(ir, options.out, { dry: options.check ?? false });
  for (const { path, what } of changes) say(`  ${what.padEnd(8)} ${relative(process.cwd(), path)}`);
  if (options.check && changes.length > 0) {
    say(paint.red("the vectors are not what the spec makes; run meshwright vectors"));
    process.exitCode = 1;
  } else say(paint.green(`${count} vectors in ${files} files, ${changes.length} written (${since(start)})`));
}
