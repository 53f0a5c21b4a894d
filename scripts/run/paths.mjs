/** Places in the project that the scripts need. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const at = (...parts) => join(root, ...parts);

/** Not under version control; may be deleted at any time. */
export const logs = at(".cache", "logs");

/** Folders below `sdks/` and `conformance/peers/`. */
export const languages = ["rust", "ts", "python", "go", "c"];
