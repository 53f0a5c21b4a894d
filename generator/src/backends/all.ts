/** The back ends by language. Each is loaded only when asked for. */
import type { Backend, Language } from "./backend.js";

const LOADERS: Record<Language, () => Promise<Backend>> = {
  rust: async () => (await import("./rust/index.js")).rust,
  typescript: async () => (await import("./typescript/index.js")).typescript,
  python: async () => (await import("./python/index.js")).python,
  go: async () => (await import("./go/index.js")).go,
  c: async () => (await import("./c/index.js")).c,
};

export const LANGUAGES = Object.keys(LOADERS) as Language[];

export const loadBackend = (language: Language): Promise<Backend> => LOADERS[language]();
