/** Puts generated files where they belong, and only when they differ, so that build tools see no change where there is none. */
import { chmodSync, closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, rmdirSync, statSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { GeneratedFile } from "../backends/backend.js";

export interface Change {
  path: string;
  what: "new" | "changed" | "removed";
}

/**
 * Makes `folder` hold `files`. Others are removed from it if `owned` says that everything below a path is generated.
 * With `dry`, only says what would change.
 */
export function writeFiles(folder: string, files: GeneratedFile[], options: { dry: boolean; owned: (path: string) => boolean }): Change[] {
  const changes: Change[] = [];
  const wanted = new Set<string>();
  for (const file of files) {
    const path = safeJoin(folder, file.path);
    wanted.add(path);
    const before = existsSync(path) ? readFileSync(path, "utf8") : undefined;
    if (before === file.content && (!file.executable || isExecutable(path))) continue;
    changes.push({ path, what: before === undefined ? "new" : "changed" });
    if (options.dry) continue;
    if (before === undefined) create(path, file.content);
    else overwrite(path, file.content);
    if (file.executable) chmodSync(path, 0o755);
  }
  for (const path of filesBelow(folder)) {
    if (wanted.has(path) || !options.owned(relative(folder, path).split(sep).join("/"))) continue;
    changes.push({ path, what: "removed" });
    if (!options.dry) remove(path, folder);
  }
  return changes;
}

function create(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Keeps the file's blocks: a file that is emptied first is put on disk at once by some file systems, and after most edits all files differ, by the spec's hash. */
function overwrite(path: string, content: string): void {
  const bytes = Buffer.from(content);
  const file = openSync(path, "r+");
  try {
    ftruncateSync(file, bytes.length);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, at);
  } finally {
    closeSync(file);
  }
}

/** With the folders that hold nothing else. */
function remove(path: string, folder: string): void {
  rmSync(path);
  for (let parent = dirname(path); parent !== resolve(folder) && readdirSync(parent).length === 0; parent = dirname(parent)) rmdirSync(parent);
}

/** A back end names files relative to a folder; none may climb out of it. */
function safeJoin(folder: string, path: string): string {
  const full = resolve(folder, path);
  if (!full.startsWith(resolve(folder) + sep)) throw new Error(`the generated path ${path} leaves its folder`);
  return full;
}

const isExecutable = (path: string): boolean => (statSync(path).mode & 0o111) !== 0;

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => resolve(join(entry.parentPath, entry.name)));
}
