/** Where the built page stands. */
import { fileURLToPath } from "node:url";

export const pageFile = fileURLToPath(new URL("../inspector.html", import.meta.url));
