/** Gives the tests a folder for temporary files that goes with them, whatever becomes of a test. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-tests-"));
  // Inherited by the processes that run the tests.
  process.env["TMPDIR"] = folder;
  return () => rmSync(folder, { recursive: true });
}
