/** What the parts of the reader share: the types found so far, and the faults. */
import type { Node, SourceFile } from "ts-morph";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Code } from "../diagnostics/codes.js";
import type { ServiceDef, SourcePosition, TypeDef, TypeId } from "../ir/model.js";
import { positionOf, relativePath } from "./project.js";
import type { Declaration } from "./words.js";

export class Context {
  readonly types = new Map<TypeId, TypeDef>();
  readonly services: ServiceDef[] = [];
  readonly diagnostics: Diagnostic[] = [];
  /** Declarations whose type is being read or has been, so that a ring ends. */
  readonly ids = new Map<Declaration, TypeId>();
  /** Transparent aliases under way, for the same reason. */
  readonly openAliases = new Set<Declaration>();
  private readonly modules = new Map<SourceFile, string>();

  /** Types of which a part could not be read: what the checks would say of them is not to be trusted. */
  readonly incomplete = new Set<TypeId>();

  private readonly pending: (() => void)[] = [];

  constructor(readonly folder: string) {}

  /** Leaves the body of a type until `finish`: read at once, a chain of types would be a chain of calls. */
  later(read: () => void): void {
    this.pending.push(read);
  }

  /** Reads what was left, and what is left meanwhile. */
  finish(): void {
    for (let read = this.pending.pop(); read; read = this.pending.pop()) read();
  }

  /** Two types of one id would take each other's fields without a word. */
  declare(type: TypeDef, node: Node): void {
    if (this.types.has(type.id))
      this.report("MW1009", node, `There are two types called ${type.id}.`, "Rename one; a type written in place is called after what contains it and its field or case, and gets another name when it is declared by itself.");
    this.types.set(type.id, type);
  }

  report(code: Code, node: Node, message: string, help: string): void {
    this.diagnostics.push(diagnostic(code, this.position(node), message, help));
  }

  position(node: Node): SourcePosition {
    return positionOf(node, this.folder);
  }

  /** `wire/packet.ts` is the module `wire.packet`; a file whose first comment has `@module name` is that one, so several files can share it. */
  moduleOf(file: SourceFile): string {
    let module = this.modules.get(file);
    if (module === undefined) {
      const declared = /^\s*\/\*\*(?:[^*]|\*(?!\/))*@module\s+([\w.]+)/.exec(file.getFullText())?.[1];
      module = declared ?? relativePath(this.folder, file).replace(/(\/?index)?\.ts$/, "").replaceAll("/", ".");
      this.modules.set(file, module);
    }
    return module;
  }

  idOf(declaration: Declaration): TypeId {
    return joinId(this.moduleOf(declaration.getSourceFile()), declaration.getName());
  }
}

export const joinId = (module: string, name: string): TypeId => (module === "" ? name : `${module}.${name}`);
