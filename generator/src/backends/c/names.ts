/** The one namespace of C: every global name that a spec makes, clear of the runtime's and of each other. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Spec, TypeId } from "../../ir/model.js";
import { assignNames } from "../../names/table.js";
import { screamingCase, snakeCase } from "../../names/words.js";
import { RESERVED_MEMBERS } from "./reserved.js";
import { SDK } from "./sdk.js";

/** This project's own spec shares the runtime's prefix and folder. */
const OWN = { spec: "meshwright", prefix: "mw", folder: "meshwright" };

/** What is made from one type's name, so that no other type's names run into it. */
const DERIVED = ["", "_case", "_list", "_option", "_encode", "_decode", "_read_fixed", "_read_compact", "_read_json", "_write_fixed", "_write_compact", "_write_json"];

export interface Names {
  /** `mw` */
  prefix: string;
  /** The folder that headers are included from: `meshwright`. */
  folder: string;
  /** Without `_t`: `mw_packet_header`. */
  type(id: TypeId): string;
  /** A name for a type that no spec type stands for, such as `mw_text_u32_map`. */
  container(stem: string): string;
  /** `MW_PACKET_HEADER_SIZE`: unique for each `key`. */
  constant(key: string, words: string): string;
  /** The path of a module's files, without an ending: `wire/packet`. */
  module(module: string): string;
}

export function names(spec: Spec): Names {
  const own = spec.name === OWN.spec;
  const prefix = own ? OWN.prefix : identifier(spec.name);
  const folder = own ? OWN.folder : identifier(spec.name);
  const taken = runtimeNames();
  const types = typeNames(spec, prefix, taken);
  const constants = new Map<string, string>();
  const containers = new Map<string, string>();
  const modules = assignNames(
    [...new Set(spec.types.map(({ module }) => module))].sort().map((module) => [module, module.split(".").map(snakeCase).join("/")] as const),
    new Set(["containers", "messages"]),
    // Guards tell neither folders nor cases apart.
    (path) => path.replaceAll("/", "_"),
  );
  return {
    prefix,
    folder,
    type: (id) => types.get(id)!,
    container: (stem) => memoised(containers, stem, () => claim([`${prefix}_${stem}`], taken, (name) => [name])),
    constant: (key, words) => memoised(constants, key, () => claim([`${prefix}_${words}`.toUpperCase()], taken, (name) => [name])),
    module: (module) => modules.get(module)!,
  };
}

/** Members of one struct, union or case enum, in order. */
export function memberNames(wishes: Iterable<string>): string[] {
  const keyed = [...wishes].map((wish, index) => [index, identifier(wish)] as const);
  return [...assignNames(keyed, RESERVED_MEMBERS).values()];
}

/** Of a file below the folder of headers, without an ending: `MESHWRIGHT_WIRE_PACKET_H`; underscores that keep names apart stay. */
export const guardOf = (folder: string, path: string, ending: string): string => `${folder}_${path.replaceAll("/", "_")}_${ending}`.toUpperCase();

export const upperWords = (...names: string[]): string => names.map(screamingCase).join("_");

/** snake_case, and never a digit first. */
function identifier(name: string): string {
  const snake = snakeCase(name).replace(/[^a-z0-9_]/g, "_");
  return /^[0-9]/.test(snake) || snake === "" ? `_${snake}`.replace(/^_/, "n") : snake;
}

/** Every name of the runtime's headers, so that they cannot drift from a list kept here. */
function runtimeNames(): Set<string> {
  const found = new Set<string>();
  for (const folder of ["include/meshwright", "src"])
    for (const file of readdirSync(join(SDK, folder)).filter((name) => name.endsWith(".h")))
      for (const [name] of readFileSync(join(SDK, folder, file), "utf8").matchAll(/\bmw_\w+|\bMW_\w+/g)) found.add(name.replace(/_t$/, ""));
  return found;
}

/** A name that two modules use gets the module's in front, in both. */
function typeNames(spec: Spec, prefix: string, taken: Set<string>): Map<TypeId, string> {
  const uses = new Map<string, number>();
  const plain = (name: string): string => `${prefix}_${snakeCase(name)}`;
  for (const { name } of spec.types) uses.set(plain(name), (uses.get(plain(name)) ?? 0) + 1);
  return new Map(
    spec.types.map(({ id, name, module }) => {
      const full = `${prefix}_${snakeCase(module)}_${snakeCase(name)}`;
      const wishes = uses.get(plain(name)) === 1 ? [plain(name), full] : [full];
      return [id, claim(wishes, taken, (stem) => DERIVED.map((suffix) => stem + suffix))] as const;
    }),
  );
}

/** The first wish of which everything is free; after all of them, the last with a number. */
function claim(wishes: string[], taken: Set<string>, derived: (name: string) => string[]): string {
  for (let number = 1; ; number++) {
    const candidates = number === 1 ? wishes : [`${wishes.at(-1)!}${number}`];
    const free = candidates.find((name) => derived(name).every((one) => !taken.has(one)));
    if (free === undefined) continue;
    for (const one of derived(free)) taken.add(one);
    return free;
  }
}

function memoised(map: Map<string, string>, key: string, make: () => string): string {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
