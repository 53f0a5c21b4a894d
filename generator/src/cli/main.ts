#!/usr/bin/env node
/** The command line: `meshwright --help`. */
import { readFileSync } from "node:fs";
import { Command } from "commander";
import type { Language } from "../backends/backend.js";
import { fail } from "./terminal.js";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
const collect = (value: string, list: Language[]): Language[] => [...list, value as Language];

const program = new Command("meshwright")
  .description("One TypeScript spec; byte-identical codecs for Rust, TypeScript, Python, Go and C, JSON Schemas and .proto files.")
  .version(version)
  .showHelpAfterError("(meshwright --help shows what there is)");

program
  .command("generate")
  .description("make code from a spec, JSON Schemas of its Json messages, and .proto files of its Proto messages")
  .argument("[spec]", "folder of the spec, with a meshwright.json", "spec")
  .option("-o, --out <dir>", "make a package for each language in this folder, instead of the folders that meshwright.json names")
  .option("-p, --peers", "with --out: also a runnable conformance peer for each language")
  .option("-l, --language <name>", "only this one, without schemas and .proto files: rust, typescript, python, go or c (may be repeated)", collect, [] as Language[])
  .option("--check", "write nothing; fail if the generated files are not what the spec makes")
  .addHelpText("after", "\nExamples:\n  meshwright generate\n  meshwright generate ./my-spec --out ./clients --peers\n  meshwright generate ./my-spec --out ./clients -l go -l rust")
  .action(async (spec: string, options) => (await import("./commands/generate.js")).generate(spec, tidy(options)));

program
  .command("watch")
  .description("make code again after every edit of the spec")
  .argument("[spec]", "folder of the spec", "spec")
  .option("-o, --out <dir>", "as for generate")
  .option("-p, --peers", "as for generate")
  .option("-l, --language <name>", "as for generate", collect, [] as Language[])
  .action(async (spec: string, options) => (await import("./commands/watch.js")).watch(spec, tidy(options)));

program
  .command("check")
  .description("say everything that is wrong with a spec")
  .argument("[spec]", "folder of the spec", "spec")
  .action(async (spec: string) => (await import("./commands/check.js")).checkSpec(spec));

program
  .command("vectors")
  .description("make test vectors for every message; hand-written ones are kept, and verified")
  .argument("[spec]", "folder of the spec", "spec")
  .option("-o, --out <dir>", "folder of the vectors", "conformance/vectors")
  .option("--check", "write nothing; fail if the vectors are not what the spec makes")
  .action(async (spec: string, options) => (await import("./commands/vectors.js")).vectors(spec, options));

program
  .command("exchanges")
  .description("say what two generations of a spec make of each other's messages, for a runner with peers of both")
  .argument("<old>", "folder of the older generation")
  .argument("<new>", "folder of the newer one, of the same spec")
  .requiredOption("-o, --out <file>", "the file to write")
  .option("-w, --written <dir>", "files of exchanges by hand, which are verified and come first")
  .action(async (old: string, fresh: string, options) => (await import("./commands/exchanges.js")).exchanges(old, fresh, options));

program
  .command("models")
  .description("make typed models from other people's JSON Schemas: in TypeScript, Rust, Python, Go and C (for cJSON)")
  .argument("<schemas...>", "JSON Schema files, each by itself")
  .requiredOption("-o, --out <dir>", "folder of the models, with a folder for each language")
  .option("-l, --language <name>", "only this one (may be repeated)", collect, [] as Language[])
  .addHelpText("after", "\nExample:\n  meshwright models weather.schema.json search-tool.json --out ./models -l typescript -l go")
  .action(async (schemas: string[], options: { out: string; language?: Language[] }) => (await import("./commands/models.js")).models(schemas, tidy(options)));

program
  .command("explain")
  .description("show where each byte of a message stands")
  .argument("<type>", "such as wire.packet.PacketHeader, or PacketHeader")
  .option("-s, --spec <dir>", "folder of the spec", "spec")
  .action(async (type: string, options) => (await import("./commands/explain.js")).explainType(type, options));

/** No `--language` means all of them. */
function tidy<Options extends { language?: Language[] }>({ language, ...rest }: Options): Omit<Options, "language"> & { language?: Language[] } {
  return language && language.length > 0 ? { ...rest, language } : rest;
}

program.parseAsync().catch(fail);
