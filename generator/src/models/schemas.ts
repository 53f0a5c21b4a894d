/** Reads other people's JSON Schemas, and says what is wrong with those that cannot become models. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { LOCAL_WORDS as GO_WORDS } from "../backends/go/words.js";
import { packageName as pythonName } from "../backends/python/names.js";
import { KEYWORDS as RUST_WORDS } from "../backends/rust/words.js";
import { pascalCase, snakeCase } from "../names/words.js";
import { metaschemaFaults } from "./metaschema.js";

export type JsonObject = { [member: string]: unknown };

export interface SchemaSource {
  /** As it was given. */
  path: string;
  /** Of the file, without its folders. */
  file: string;
  /** What files and modules are called: `weather_report`. */
  module: string;
  /** What the type of the whole document is called: `WeatherReport`. */
  typeName: string;
  schema: JsonObject;
}

/** All of them, or an error that names everything that is wrong with each. */
export function readSchemas(paths: readonly string[]): SchemaSource[] {
  const faults: string[] = [];
  const sources = paths.flatMap((path) => {
    const found = readSchema(path);
    if (!Array.isArray(found)) return found;
    faults.push(...found.map((fault) => `${path}: ${fault}`));
    return [];
  });
  for (const [index, source] of sources.entries())
    if (sources.findIndex(({ module }) => module === source.module) < index) faults.push(`${source.path}: another schema makes models called ${source.module} as well; rename one of the files`);
  if (faults.length > 0) throw new Error(`${faults.join("\n")}\n${faults.length} ${faults.length === 1 ? "problem" : "problems"}; nothing was written`);
  return sources;
}

/** The schema, or its faults. */
function readSchema(path: string): SchemaSource | string[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    return [`it cannot be read (${(error as NodeJS.ErrnoException).code ?? (error as Error).message}); give the path of a JSON Schema`];
  }
  let schema: unknown;
  try {
    schema = JSON.parse(text.replace(/^\u{feff}/u, ""));
  } catch (error) {
    return [`it is not JSON: ${(error as Error).message}`];
  }
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return ["it is JSON, but not a schema, which is an object; give a file such as { \"type\": \"object\", \"properties\": { … } }"];
  const faults = faultsOf(schema as JsonObject);
  if (faults.length > 0) return faults;
  const file = basename(path);
  const stem = file.replace(/(\.schema)?\.json$/i, "");
  return { path, file, module: moduleName(stem), typeName: typeName((schema as JsonObject)["title"], stem), schema: schema as JsonObject };
}

/** Keywords that give a document a shape; a JSON object with none of them is data. */
const SHAPES = ["type", "properties", "$ref", "oneOf", "anyOf", "allOf", "enum", "const", "items", "prefixItems", "additionalProperties", "patternProperties"];

function faultsOf(schema: JsonObject): string[] {
  if (!SHAPES.some((keyword) => keyword in schema)) return [`it is JSON, but not a schema of anything: it has none of ${SHAPES.slice(0, 5).join(", ")} …; give a schema, not data that fits one`];
  const outside = [...new Set(outsideReferences(schema))];
  return [...metaschemaFaults(schema), ...outside.map((reference) => `it refers to ${reference}, and models are made of one file at a time; put that schema into its $defs, and refer to it as #/$defs/…`)];
}

/** Nothing is fetched, and no other file read. */
function* outsideReferences(value: unknown): Iterable<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [member, inner] of Object.entries(value)) {
    if (member === "$ref" && typeof inner === "string" && !inner.startsWith("#")) yield inner;
    yield* outsideReferences(inner);
  }
}

/** A name that can be a module in every language. */
function moduleName(stem: string): string {
  const name = snakeCase(stem.replace(/[^A-Za-z0-9]+/g, " "));
  const free = /^[a-z]/.test(name) && !RUST_WORDS.has(name) && !GO_WORDS.has(name) && pythonName(name) === name;
  return free ? name : name === "" ? "model" : `model_${name}`;
}

function typeName(title: unknown, stem: string): string {
  const candidates = [title, stem].filter((one): one is string => typeof one === "string").map((one) => pascalCase(one.replace(/[^A-Za-z0-9]+/g, " ")));
  const name = candidates.find((one) => one !== "") ?? "Model";
  return /^[0-9]/.test(name) ? `Model${name}` : name;
}
