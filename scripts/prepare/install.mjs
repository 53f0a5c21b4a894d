/** The npm packages, installed again only when the lock file asks for others than are there. */
import { existsSync, readFileSync } from "node:fs";
import { at } from "../run/paths.mjs";

export async function installPackages(log) {
  if (isInstalled()) return "up to date";
  await log.run("npm", ["ci", "--no-audit", "--no-fund"]);
  return "installed";
}

/** Compares the lock file with the one that npm leaves beside what it installed. */
export function isInstalled() {
  const installedLock = at("node_modules", ".package-lock.json");
  if (!existsSync(installedLock)) return false;
  const wanted = packagesOf(at("package-lock.json"));
  const installed = packagesOf(installedLock);
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    // Packages for other platforms are optional; what stands outside node_modules is this project's own.
    if (!path.startsWith("node_modules/") || (optional && !installed[path])) return true;
    return installed[path] !== undefined && (link || installed[path].version === version);
  });
}

function packagesOf(lock) {
  return JSON.parse(readFileSync(lock, "utf8")).packages;
}
