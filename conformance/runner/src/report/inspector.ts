/** The inspector page, which stands beside the report so that every vector can be opened in it. */
import { existsSync, readFileSync } from "node:fs";

const built = new URL("../../../inspector/dist/inspector.html", import.meta.url);

/** The page; null if it is not built, or reads the messages of another spec. */
export function inspectorFor(spec: string | null): string | null {
  if (spec === null || !existsSync(built)) return null;
  const page = readFileSync(built, "utf8");
  return page.includes(`<meta name="spec" content="${spec}" />`) ? page : null;
}
