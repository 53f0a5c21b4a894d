/** A real browser for the tests: an installed Chromium, or Debian's package, which root may install. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The executable; undefined where there is none to be had. Under CI that is an error. */
export function chromiumPath(): string | undefined {
  const found = installed();
  if (found !== undefined) return found;
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    console.log("installing the package chromium for the browser tests");
    execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { stdio: "inherit" });
    return installed();
  }
  const help = "There is no Chromium, so the page is not tested in a browser. Get it with `apt-get install chromium` (Debian) or `brew install --cask chromium` (macOS), or name one in CHROMIUM.";
  if (process.env["CI"]) throw new Error(help);
  console.warn(`SKIPPED: ${help}`);
  return undefined;
}

function installed(): string | undefined {
  return [process.env["CHROMIUM"], ...places].find((path) => path !== undefined && existsSync(path));
}

/** Keeps Chromium from talking to anyone of its own accord. */
export const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
