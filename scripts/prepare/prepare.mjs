/** The way from a fresh clone to five built languages. */
import { rmSync, writeFileSync } from "node:fs";
import { at, languages } from "../run/paths.mjs";
import { installPackages } from "./install.mjs";
import { checkToolchains } from "./toolchains.mjs";

export const meshwright = at("generator", "dist", "cli", "main.js");
export const runner = at("conformance", "runner", "dist", "cli", "main.js");

/** Stands while the last preparation went well. */
export const prepared = at(".cache", "prepared");

export const toolchainsStep = ["toolchains", async () => checkToolchains()];
export const packagesStep = ["npm packages", installPackages, { needs: ["toolchains"] }];
export const generatorStep = ["generator", (log) => log.run(process.execPath, [at("node_modules", "typescript", "bin", "tsc"), "-b", "generator"]), { needs: ["npm packages"] }];
export const generateStep = ["generated code", async (log) => (await log.run(process.execPath, [meshwright, "generate"]), lastLine(log)), { needs: ["generator"] }];
// What else compiles TypeScript projects that those of the inspector refer to; two at once would write the same files.
const sharedProjects = ["generator", "conformance runner", buildName("ts")];
export const runnerStep = ["conformance runner", (log) => buildRunner(log), { needs: ["npm packages"] }];
export const mutationStep = ["mutation check", (log) => log.run(process.execPath, [at("node_modules", "typescript", "bin", "tsc"), "-b", "conformance/mutation"]), { needs: ["generator", "conformance runner"] }];
export const inspectorStep = ["inspector", (log) => log.run("npm", ["run", "--silent", "build", "--workspace", "@meshwright/inspector"]), { needs: ["npm packages"], after: sharedProjects }];
// The slowest first, so that no core is idle at the end.
export const buildSteps = ["python", "rust", ...languages.filter((language) => language !== "python" && language !== "rust")].map((language) => [buildName(language), (log) => log.run(at("sdks", language, "build.sh")), { needs: ["npm packages"] }]);

export function buildName(language) {
  return `build ${language}`;
}

export function buildRunner(log) {
  return log.run("npm", ["run", "--silent", "build", "--workspace", "@meshwright/conformance"]);
}

/** Everything that must stand before anything can be run. Stops at the first step that fails. */
export async function prepare(steps) {
  rmSync(prepared, { force: true });
  for (const step of [toolchainsStep, packagesStep, generatorStep, generateStep]) if (!(await steps.run(...step))) return false;
  if (!(await steps.runAll([...buildSteps, runnerStep, inspectorStep]))) return false;
  writeFileSync(prepared, "");
  return true;
}

export function lastLine(log) {
  return log.text.trimEnd().split("\n").at(-1);
}
