/** Where this language's hand-written parts are maintained; packages for other specs take copies. */
import { fileURLToPath } from "node:url";

const repository = new URL("../../../../", import.meta.url);

export const SDK = fileURLToPath(new URL("sdks/c/", repository));
export const PEER = fileURLToPath(new URL("conformance/peers/c/", repository));
