/** Which files of a folder are the generator's: a list of them that it leaves there, so that the next run removes what is no longer made, and nothing else. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { GeneratedFile } from "../backends/backend.js";
import type { Target } from "./targets.js";

const RECORD = ".meshwright-files";
const INTRODUCTION = ["# What meshwright made here. It will remove what it no longer makes, and leaves all else alone."];

/** `files` for a folder that may hold files of others. Throws if one of those is in the way. */
export function recorded(folder: string, files: GeneratedFile[]): Target {
  const made = new Set([RECORD, ...readRecord(folder)]);
  const strange = files.find(({ path, content }) => !made.has(path) && existsSync(join(folder, path)) && readFileSync(join(folder, path), "utf8") !== content);
  if (strange) throw new Error(`${join(folder, strange.path)} was not made by meshwright, and would be overwritten; move it, or name another folder`);
  const lines = [...INTRODUCTION, ...files.map(({ path }) => path).sort()];
  // First, so that a run that is cut short leaves nothing that the next one does not know.
  const record: GeneratedFile = { path: RECORD, content: lines.map((line) => `${line}\n`).join("") };
  return { folder, files: files.length === 0 ? [] : [record, ...files], owned: (path) => made.has(path) };
}

function readRecord(folder: string): string[] {
  const path = join(folder, RECORD);
  return existsSync(path) ? readFileSync(path, "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#")) : [];
}
