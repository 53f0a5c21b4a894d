/** Where this project keeps what a run needs. Each can be pointed elsewhere on the command line. */
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const conformance = fileURLToPath(new URL("../../../", import.meta.url));

export const defaults = {
  vectors: join(conformance, "vectors"),
  peers: join(conformance, "peers"),
  report: join(conformance, "report"),
  /** Outside cases, beside the project where they are handed out with it. */
  fixtures: resolve(conformance, "../../shared/fixtures/net"),
};

/** Lists of expected failures stand beside the vectors they speak of. */
export function expectedFailuresBeside(vectors: string): string {
  return join(dirname(resolve(vectors)), "expected-failures");
}

/** As short as it can be said from here. */
export function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short === "" ? "." : short.startsWith("../../..") ? path : short;
}
