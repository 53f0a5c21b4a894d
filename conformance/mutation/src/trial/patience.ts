/** How long a mutant may take. Many crash or hang; none may hold up the others for long. */
import type { ClientOptions } from "../../../runner/dist/peers/client.js";

export const PATIENCE = (): ClientOptions => ({ timeoutMs: 4_000, startTimeoutMs: 60_000, maxRestarts: 100_000, deadline: performance.now() + 3_600_000 });
