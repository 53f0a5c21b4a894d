/** Where this language's hand-written parts are maintained; packages for other specs take copies. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = new URL("../../../../", import.meta.url);

export const SDK = fileURLToPath(new URL("sdks/c/", repository));
export const PEER = fileURLToPath(new URL("conformance/peers/c/", repository));

/** Room for a path, terminator included, unless something else is defined. */
export function pathCapacity(): number {
  const header = readFileSync(join(SDK, "include/meshwright/error.h"), "utf8");
  return Number(/#define MW_CODEC_PATH_CAPACITY (\d+)/.exec(header)![1]);
}
