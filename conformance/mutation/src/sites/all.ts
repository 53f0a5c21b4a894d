import type { Language } from "../../../../generator/dist/backends/backend.js";
import { c } from "./c.js";
import { go } from "./go.js";
import { python } from "./python.js";
import { rust } from "./rust.js";
import type { Syntax } from "./syntax.js";
import { typescript } from "./typescript.js";

export const SYNTAXES: Record<Language, Syntax> = { rust, typescript, python, go, c };
