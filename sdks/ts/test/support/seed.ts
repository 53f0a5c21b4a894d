/** Runs before each file of tests. */
import { configureGlobal } from "fast-check";

configureGlobal({ seed: Number(process.env["MESHWRIGHT_SEED"]) });
