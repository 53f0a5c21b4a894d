/** Which parts of a spec the values of valid vectors touch, and which there are. */
import type { Spec, TypeDef, TypeExpr, TypeId } from "../../src/ir/model.js";
import type { Neutral, NeutralObject } from "../../src/vectors/oracle/neutral.js";

export class Coverage {
  readonly there = new Set<string>();
  readonly touched = new Set<string>();
  private readonly types: ReadonlyMap<TypeId, TypeDef>;

  constructor(
    spec: Spec,
    private readonly root: TypeId,
  ) {
    this.types = new Map(spec.types.map((type) => [type.id, type]));
    this.list({ kind: "ref", type: root }, root, new Set());
  }

  /** Of the root type. */
  value(value: Neutral): void {
    this.walk({ kind: "ref", type: this.root }, value, this.root);
  }

  get missing(): string[] {
    return [...this.there].filter((part) => !this.touched.has(part));
  }

  /** All that can be touched from `type` on. */
  private list(type: TypeExpr, place: string, seen: Set<TypeId>): void {
    switch (type.kind) {
      case "bool":
        return this.expect(`${place} true`, `${place} false`);
      case "nullable":
        this.expect(`${place} null`, `${place} not null`);
        return this.list(type.inner, place, seen);
      case "list":
        if (type.limit.min === 0) this.expect(`${place} empty`);
        this.expect(`${place} elements`);
        return this.list(type.element, place, seen);
      case "array":
        return this.list(type.element, place, seen);
      case "map":
        if (type.limit.min === 0) this.expect(`${place} empty`);
        this.expect(`${place} entries`);
        this.list(type.key, place, seen);
        return this.list(type.value, place, seen);
      case "sized":
        return this.list(type.inner, place, seen);
      case "embedded":
      case "ref": {
        const def = this.types.get(type.type)!;
        if (seen.has(def.id)) return;
        seen.add(def.id);
        return this.listNamed(def, seen);
      }
    }
  }

  private listNamed(def: TypeDef, seen: Set<TypeId>): void {
    switch (def.kind) {
      case "struct":
        for (const field of def.fields) {
          if (field.type.kind === "const" || field.type.kind === "reserved") continue;
          this.expect(`${def.id}.${field.name}`);
          if (field.optional) this.expect(`${def.id}.${field.name} absent`);
          this.list(field.type, `${def.id}.${field.name}`, seen);
        }
        if (def.open) this.expect(`${def.id} unknown`);
        return;
      case "union":
        for (const one of def.cases) {
          this.expect(`${def.id} case ${one.name}`);
          if (one.type) this.list({ kind: "ref", type: one.type }, def.id, seen);
        }
        return;
      case "enum":
        for (const { name } of def.members) this.expect(`${def.id} ${name}`);
        if (def.open) this.expect(`${def.id} unknown`);
        return;
      case "flags":
        for (const { name } of def.flags) this.expect(`${def.id} ${name}`, `${def.id} not ${name}`);
        return;
      case "bits":
        for (const { name, content } of def.fields) {
          if (content.kind !== "reserved" && content.kind !== "const") this.expect(`${def.id}.${name}`);
          if ("type" in content) this.list({ kind: "ref", type: content.type }, def.id, seen);
        }
    }
  }

  private walk(type: TypeExpr, value: Neutral, place: string): void {
    switch (type.kind) {
      case "bool":
        return this.touch(`${place} ${String(value)}`);
      case "nullable":
        this.touch(value === null ? `${place} null` : `${place} not null`);
        return value === null ? undefined : this.walk(type.inner, value, place);
      case "list":
        this.touch((value as Neutral[]).length === 0 ? `${place} empty` : `${place} elements`);
        for (const element of value as Neutral[]) this.walk(type.element, element, place);
        return;
      case "array":
        for (const element of value as Neutral[]) this.walk(type.element, element, place);
        return;
      case "map":
        this.touch((value as Neutral[]).length === 0 ? `${place} empty` : `${place} entries`);
        for (const [key, item] of value as [Neutral, Neutral][]) {
          this.walk(type.key, key, place);
          this.walk(type.value, item, place);
        }
        return;
      case "sized":
        return this.walk(type.inner, value, place);
      case "embedded":
      case "ref":
        return this.walkNamed(this.types.get(type.type)!, value);
    }
  }

  private walkNamed(def: TypeDef, value: Neutral): void {
    switch (def.kind) {
      case "struct":
        for (const field of def.fields) {
          const member = (value as NeutralObject)[field.name];
          this.touch(member === undefined ? `${def.id}.${field.name} absent` : `${def.id}.${field.name}`);
          if (member !== undefined) this.walk(field.type, member, `${def.id}.${field.name}`);
        }
        if ((value as NeutralObject)["$unknown"] !== undefined) this.touch(`${def.id} unknown`);
        return;
      case "union": {
        const { case: name, value: payload } = value as { case: string; value: Neutral };
        this.touch(`${def.id} case ${name}`);
        const one = def.cases.find((one) => one.name === name)!;
        if (one.type) this.walk({ kind: "ref", type: one.type }, payload, def.id);
        return;
      }
      case "enum":
        return this.touch(def.members.some(({ name }) => name === value) ? `${def.id} ${String(value)}` : `${def.id} unknown`);
      case "flags":
        for (const { name } of def.flags) this.touch((value as Neutral[]).includes(name) ? `${def.id} ${name}` : `${def.id} not ${name}`);
        return;
      case "bits":
        for (const { name, content } of def.fields) {
          const member = (value as NeutralObject)[name];
          if (member === undefined) continue;
          this.touch(`${def.id}.${name}`);
          if ("type" in content) this.walk({ kind: "ref", type: content.type }, member, def.id);
        }
    }
  }

  private expect(...parts: string[]): void {
    for (const part of parts) this.there.add(part);
  }

  private touch(part: string): void {
    this.touched.add(part);
  }
}
