/** The public headers: which types, in which order, and the functions of each module's messages. */
import { lookupOf } from "../../codec/lookup.js";
import type { CodecModel } from "../../codec/model.js";
import { constantsOf } from "../../ir/constants.js";
import type { TypeDef } from "../../ir/model.js";
import { Definitions, type Definition } from "./definitions.js";
import { comment } from "./docs.js";
import { fixedLiteral } from "./literals.js";
import type { ModuleGroups } from "./modules.js";
import { guardOf, upperWords, type Names } from "./names.js";
import { isNamed, type Container, type Natives } from "./natives.js";
import { shapeOf, type Shape } from "./shapes.js";

export interface HeaderPlan {
  /** Below the include folder, such as `wire/packet.h`. */
  path: string;
  guard: string;
  /** Of this spec, as written between angle brackets. */
  includes: string[];
  /** Names of structs. */
  forwards: string[];
  definitions: string[];
  constants: { comment: string[]; name: string; value: string }[];
  messages: { name: string; spelling: string }[];
}

export const CONTAINERS = "containers";

export class Headers {
  private readonly definitions: Definitions;
  private readonly modulesOf: ReadonlyMap<string, string>;
  private containers: Map<string | undefined, Map<string, Container>> | undefined;

  constructor(
    private readonly model: CodecModel,
    private readonly names: Names,
    private readonly natives: Natives,
    private readonly groups: ModuleGroups,
  ) {
    this.definitions = new Definitions(names, natives);
    this.modulesOf = new Map(model.types.map(({ id, module }) => [id, module]));
  }

  plan(): HeaderPlan[] {
    const shared = this.containersAt(undefined);
    const headers = this.groups.modules.map((module) => this.header(module, shared.length > 0));
    return shared.length === 0 ? headers : [this.plainFile(CONTAINERS, [], shared), ...headers];
  }

  includePath(module: string): string {
    return `${this.names.folder}/${this.names.module(module)}.h`;
  }

  private header(module: string, hasContainers: boolean): HeaderPlan {
    const home = this.groups.home(module);
    if (home !== module) return this.file(module, [this.includePath(home)], []);
    const types = this.typesAt(home).map((type) => this.definitions.type(type));
    const includes = [...(hasContainers ? [`${this.names.folder}/${CONTAINERS}.h`] : []), ...this.groups.includes(home).map((other) => this.includePath(other))];
    return this.file(module, includes, [...types, ...this.containersAt(home)]);
  }

  /** In dependency order, whichever of the home's modules they are of. */
  private typesAt(home: string): readonly TypeDef[] {
    const members = this.groups.members(home);
    const lookup = lookupOf(this.model);
    if (members.length === 1) return lookup.typesIn(home);
    const types = new Set(members.flatMap((module) => lookup.typesIn(module)));
    return this.model.types.filter((type) => types.has(type));
  }

  private file(module: string, includes: string[], definitions: Definition[]): HeaderPlan {
    const lookup = lookupOf(this.model);
    const roots = lookup.rootsIn(module);
    return {
      ...this.plainFile(this.names.module(module), includes, definitions),
      constants: [...roots.flatMap((root) => this.sizes(root)), ...lookup.typesIn(module).flatMap((type) => this.fixed(type))],
      messages: roots.map(({ type }) => ({ name: this.names.type(type), spelling: type.slice(type.lastIndexOf(".") + 1) })),
    };
  }

  /** Without messages. */
  private plainFile(path: string, includes: string[], definitions: Definition[]): HeaderPlan {
    const ordered = completeInOrder(definitions);
    return {
      path: `${path}.h`,
      guard: guardOf(this.names.folder, path, "h"),
      includes,
      forwards: ordered.flatMap(({ structs }) => structs),
      definitions: ordered.map(({ lines }) => lines.join("\n")),
      constants: [],
      messages: [],
    };
  }

  /** What the spec fixes. */
  private fixed(def: TypeDef): HeaderPlan["constants"] {
    return constantsOf(def).map(({ name, doc, value }) => ({
      comment: comment(doc, ""),
      name: this.names.constant(`${def.id}#fixed ${name}`, upperWords(this.stem(def.id), name)),
      value: fixedLiteral(value),
    }));
  }

  private stem = (type: string): string => this.names.type(type).slice(this.names.prefix.length + 1);

  private sizes({ type, fixedSize, maxSize }: CodecModel["roots"][number]): HeaderPlan["constants"] {
    const stem = this.stem(type);
    const name = `${this.names.type(type)}_t`;
    if (fixedSize !== null) return [{ comment: [`/** Bytes of every encoded \`${name}\`. */`], name: this.names.constant(`${type}#size`, upperWords(stem, "size")), value: String(fixedSize) }];
    if (maxSize !== null) return [{ comment: [`/** Bytes that an encoded \`${name}\` may have at most. */`], name: this.names.constant(`${type}#size`, upperWords(stem, "max_size")), value: String(maxSize) }];
    return [];
  }

  /** The containers that belong into a home's header, or with `undefined` those that are made of simple values only. */
  private containersAt(home: string | undefined): Definition[] {
    this.containers ??= this.findContainers();
    return [...(this.containers.get(home)?.values() ?? [])].flatMap((container) => this.definitions.container(container));
  }

  /** By home, then by name. */
  private findContainers(): Map<string | undefined, Map<string, Container>> {
    const found = new Map<string | undefined, Map<string, Container>>();
    for (const { container, user } of this.allContainers()) {
      const home = this.containerHome(container, user);
      const there = found.get(home) ?? new Map<string, Container>();
      found.set(home, there);
      if (!there.has(container.name)) there.set(container.name, container);
    }
    return found;
  }

  private containerHome(container: Container, user: string): string | undefined {
    const homes = [...new Set(partsOf(container).flatMap(namedIn).map((id) => this.groups.home(this.modulesOf.get(id)!)))];
    if (homes.length === 0) return undefined;
    // Of two homes that know nothing of each other neither can declare it; whoever uses it knows both.
    return homes.find((own) => homes.every((other) => this.groups.later(other, own) === own)) ?? this.groups.home(user);
  }

  private *allContainers(): Generator<{ container: Container; user: string }> {
    for (const type of this.model.types) for (const { shape, optional } of shapesIn(type)) for (const container of this.natives.containers(shape, optional ? "element" : "member")) yield { container, user: type.module };
  }
}

/** An optional that can be null keeps its nullable as a value of its own. */
function shapesIn(type: TypeDef): { shape: Shape; optional: boolean }[] {
  if (type.kind !== "struct") return [];
  return type.fields.flatMap((field) => {
    const shape = shapeOf(field.type);
    return shape ? [{ shape, optional: field.optional && shape.kind === "nullable" }] : [];
  });
}

function partsOf(container: Container): Shape[] {
  switch (container.kind) {
    case "list":
      return [container.element];
    case "map":
      return [container.key, container.value];
    case "option":
      return [container.inner];
    case "array":
      return [container.of];
  }
}

function namedIn(shape: Shape): string[] {
  if (isNamed(shape)) return [shape.type];
  if (shape.kind === "list" || shape.kind === "array") return namedIn(shape.element);
  if (shape.kind === "nullable") return namedIn(shape.inner);
  return shape.kind === "map" ? [...namedIn(shape.key), ...namedIn(shape.value)] : [];
}

/** Names that are no structs first, then each struct after those that it holds. */
function completeInOrder(definitions: Definition[]): Definition[] {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  const ordered: Definition[] = [];
  const seen = new Set<string>();
  const visit = (definition: Definition): void => {
    if (seen.has(definition.name)) return;
    seen.add(definition.name);
    for (const name of definition.needs) if (byName.has(name)) visit(byName.get(name)!);
    ordered.push(definition);
  };
  for (const definition of definitions.filter(({ structs }) => structs.length === 0)) visit(definition);
  for (const definition of definitions) visit(definition);
  return ordered;
}
