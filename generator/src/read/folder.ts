/** What stands in a spec folder. */
import { readdirSync, realpathSync, statSync, type Dirent } from "node:fs";
import { join, resolve } from "node:path";

export interface SpecFolder {
  /** Absolute paths of the folder and all below it that are read. */
  folders: string[];
  /** Absolute paths of the TypeScript files, sorted. */
  files: string[];
}

/** Hidden folders and `node_modules` are not read; links are followed. A folder that does not exist holds nothing. */
export function listSpecFolder(folder: string): SpecFolder {
  const folders: string[] = [];
  const files: string[] = [];
  const seen = new Set<string>();
  const waiting = [resolve(folder)];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const entries = entriesOf(path, seen);
    if (!entries) continue;
    folders.push(path);
    for (const entry of entries) {
      const full = join(path, entry.name);
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (leadsTo(entry, full, "isDirectory")) waiting.push(full);
      else if (entry.name.endsWith(".ts") && leadsTo(entry, full, "isFile")) files.push(full);
    }
  }
  return { folders, files: files.sort() };
}

/** Undefined for a folder that was seen under another name, or that is gone by now. */
function entriesOf(path: string, seen: Set<string>): Dirent[] | undefined {
  try {
    const real = realpathSync(path);
    if (seen.has(real)) return undefined;
    seen.add(real);
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}

function leadsTo(entry: Dirent, path: string, what: "isDirectory" | "isFile"): boolean {
  return entry.isSymbolicLink() ? (statSync(path, { throwIfNoEntry: false })?.[what]() ?? false) : entry[what]();
}
