#!/usr/bin/env node
/** The command line: `run` (unless told otherwise), `list`, `show`, `exchange`. Exit status 0: all passed; 1: something failed; 2: it could not run. */
import { Command, InvalidArgumentError } from "commander";
import { languages } from "../peers/find.js";
import { VectorError } from "../vectors/load.js";
import { exchangeCommand, type ExchangeOptions } from "./exchange.js";
import { listCommand } from "./list.js";
import { defaults, shown } from "./paths.js";
import { runCommand, type RunOptions } from "./run.js";
import { showCommand } from "./show.js";

const program = new Command("conformance")
  .usage("[run|list|show|exchange] [options]")
  .description("Puts vectors to the codecs of five languages, has each read what each wrote, and reports what they answer.")
  .showHelpAfterError("(add --help for what there is)")
  .addHelpText(
    "after",
    `
Examples:
  npm run conformance                                     everything
  npm run conformance -- --only wire.stream.WindowGrant   one type
  npm run conformance -- --only 'wire.rpc.*' --language go --language c
  npm run conformance -- --only '*/truncated*'            vectors by name
  npm run conformance -- list
  npm run conformance -- show wire.stream.WindowGrant/full
  npm run conformance -- --vectors my/vectors --peers my/clients`,
  );

const run = withSelection(withPeers(program.command("run", { isDefault: true })))
  .description("run everything, or what is selected, and write the report (the default)")
  .option("--expected-failures <dir>", "lists of expected failures, <language>.json (default: beside the vectors)")
  .option("--spec <hash>", "the spec that the peers must be built from (default: the one that most of them name)")
  .option("--json <file>", "also write the results as JSON there")
  .option("--junit <file>", "also write them as JUnit XML there")
  .option("--report <dir>", "write index.html, results.json and junit.xml there", defaults.report)
  .option("--no-report", "write no report")
  .action(async (options: RunOptions) => exit(await runCommand(options)));

program.addHelpText("after", () => `\n${run.helpInformation()}`);

withSelection(program.command("list"))
  .description("list the types that have vectors; with --only also the vectors")
  .action(listCommand);

withSelection(withPeers(program.command("show")))
  .description("show one vector, type/name: its value, bytes and verdict, and what each language answers")
  .argument("<vector>", "type/name; * stands for anything, as long as one vector is meant")
  .action(async (vector: string, options: RunOptions) => exit(await showCommand(vector, options)));

withTimeouts(program.command("exchange"))
  .description("have peers of two generations of a spec read what the other's wrote, in both directions")
  .argument("<file>", "the exchanges, from: meshwright exchanges OLD NEW --out FILE")
  .requiredOption("--old <dir>", "the peers of the older generation")
  .requiredOption("--new <dir>", "the peers of the newer one")
  .option("--language <name>", `only this language: ${languages.join(", ")} (repeatable)`, collect, [])
  .option("--grid <file>", "write what became of each change there, as a table in Markdown")
  .option("--page <file>", "fail unless this page shows that table between its marks")
  .option("--update", "with --page: write it there instead")
  .action(async (file: string, options: ExchangeOptions) => exit(await exchangeCommand(file, options)));

function withSelection(command: Command): Command {
  return command
    .option("--only <pattern>", "only this type, or these: wire.rpc.*; with a slash, vectors: */truncated* (repeatable)", collect)
    .option("--language <name>", `only this language: ${languages.join(", ")} (repeatable)`, collect, [])
    .option("--vectors <dir>", "the vectors, <module>/<Type>.json", defaults.vectors)
    .option("--fixtures <dir>", `cases from outside (default: ${shown(defaults.fixtures)}, with this project's vectors)`);
}

function withPeers(command: Command): Command {
  return withTimeouts(command.option("--peers <dir>", "the peers, <language>/run or <language>/peer/run", defaults.peers));
}

function withTimeouts(command: Command): Command {
  return command
    .option("--timeout <seconds>", "how long a peer may take over its requests without a word", seconds, 10)
    .option("--run-timeout <seconds>", "how long the whole run may take", seconds, 900);
}

function collect(value: string, values: string[] = []): string[] {
  return [...values, value];
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("It must be a number of seconds above zero.");
  return value;
}

function exit(status: number): void {
  process.exitCode = status;
}

// Peers are ended on the way out, which the default answer to these signals would skip.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof VectorError)) throw error;
  console.error(`conformance: ${error.message}`);
  process.exitCode = 2;
}
