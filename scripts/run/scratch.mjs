/** A folder outside the project, for as long as the work takes. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export async function withScratch(work) {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
