import type { Language } from "../../../../generator/dist/backends/backend.js";
import { c } from "./c.js";
import { go } from "./go.js";
import type { Packager } from "./package.js";
import { python } from "./python.js";
import { rust } from "./rust.js";
import { typescript } from "./typescript.js";

export const PACKAGERS: Record<Language, Packager> = { rust, typescript, python, go, c };
