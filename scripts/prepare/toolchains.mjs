/** Are the compilers and interpreters here? All that are missing are named at once, each with how to get it. */
import { execFileSync } from "node:child_process";
import { StepFailure } from "../run/command.mjs";

/** `probe` prints a version, or fails. */
const toolchains = [
  { name: "Node.js", least: [20, 19], version: () => process.versions.node, get: "https://nodejs.org/en/download, or your package manager (nvm install 22)" },
  { name: "rustc", least: [1, 88], version: () => output("rustc", "--version"), get: "https://rustup.rs; with rustup there already: rustup update stable" },
  { name: "cargo", least: [1, 88], version: () => output("cargo", "--version"), get: "it comes with rustc: https://rustup.rs" },
  { name: "Go", least: [1, 24], version: () => output("go", "version"), get: "https://go.dev/dl" },
  { name: "Python", least: [3, 10], version: () => output("python3", "--version"), get: "https://www.python.org/downloads, or apt-get install python3" },
  { name: "Python's venv", version: () => output("python3", "-c", "import ensurepip, venv; print('0')"), get: "Debian and Ubuntu pack it apart: apt-get install python3-venv" },
  { name: "a C compiler", version: () => first(() => output("gcc", "-dumpfullversion"), () => output("clang", "-dumpversion"), () => output("cc", "--version")), get: "gcc or clang: apt-get install gcc, xcode-select --install" },
  { name: "CMake", least: [3, 21], version: () => output("cmake", "--version"), get: "https://cmake.org/download, or apt-get install cmake" },
];

/** A note with all versions; throws naming all that is missing or too old. */
export function checkToolchains() {
  const found = toolchains.map((toolchain) => ({ ...toolchain, ...probe(toolchain) }));
  const problems = found.filter(({ problem }) => problem !== undefined);
  if (problems.length > 0) {
    const lines = problems.map(({ name, problem, get }) => `  ${name} ${problem}\n    get it: ${get}`);
    throw new StepFailure(`${problems.length === 1 ? "a toolchain is" : `${problems.length} toolchains are`} missing\n${lines.join("\n")}`);
  }
  return found.filter(({ least }) => least).map(({ name, numbers }) => `${name} ${numbers.join(".")}`).join(", ");
}

function probe({ least, version }) {
  let text;
  try {
    text = version();
  } catch {
    return { problem: least ? `${least.join(".")} or newer is not there` : "is not there" };
  }
  const numbers = (/\d+(\.\d+)+/.exec(text)?.[0] ?? "0").split(".").map(Number);
  if (least && isBelow(numbers, least)) return { problem: `is ${numbers.join(".")}, and must be ${least.join(".")} or newer` };
  return { numbers };
}

function isBelow([major, minor = 0], [leastMajor, leastMinor]) {
  return major < leastMajor || (major === leastMajor && minor < leastMinor);
}

function output(command, ...args) {
  return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

function first(...attempts) {
  for (const attempt of attempts.slice(0, -1)) {
    try {
      return attempt();
    } catch {
      // The next one.
    }
  }
  return attempts.at(-1)();
}
