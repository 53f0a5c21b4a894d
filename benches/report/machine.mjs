/** What the figures were measured on, without anything that names the machine. */
import { spawnSync } from "node:child_process";
import { arch, availableParallelism, cpus, release, totalmem, type } from "node:os";

const tools = {
  rustc: ["rustc", ["--version"], /rustc (\S+)/],
  cc: ["cc", ["-dumpfullversion"], /(\S+)/],
  go: ["go", ["env", "GOVERSION"], /go(\S+)/],
  node: [process.execPath, ["--version"], /v(\S+)/],
  python: ["python3", ["--version"], /Python (\S+)/],
};

export function describeMachine() {
  return {
    cpu: cpus()[0]?.model.trim() ?? "an unknown processor",
    cores: availableParallelism(),
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release().split("-")[0]} ${arch()}`,
    tools: Object.fromEntries(Object.entries(tools).flatMap(([name, [command, args, shape]]) => versionOf(name, command, args, shape))),
  };
}

function versionOf(name, command, args, shape) {
  const version = shape.exec(spawnSync(command, args, { encoding: "utf8" }).stdout ?? "")?.[1];
  return version === undefined ? [] : [[name, version]];
}
