/**
 * What a type's `impl` holds. Functions and tables are planned when something asks for them, beginning with the root messages, so that nothing is
 * generated that nobody calls.
 */
import type { Family } from "../../../codec/model.js";
import type { TypeId } from "../../../ir/model.js";

/** In the order in which they stand in the `impl`. */
export const ROLES = ["shape", "memberTable", "nameTable", "fromNumber", "toNumber", "nameless", "read", "readInside", "parse", "readMembers", "write", "writeInside", "fill", "writeMembers"] as const;
export type Role = (typeof ROLES)[number];

export interface Item {
  /** Doc comment, without markers. */
  docs: string[];
  lines: string[];
}

export type Build = (role: Role, id: TypeId, family: Family, add: (item: Item) => void) => void;

const FAMILIES: Family[] = ["fixed", "compact", "json"];

export class Items {
  private readonly planned = new Map<TypeId, Map<string, Item[]>>();
  private readonly queue: { role: Role; id: TypeId; family: Family }[] = [];

  /** Asks for an item; gives the name that it has in the type's `impl`. */
  request(role: Role, id: TypeId, family: Family): string {
    const own = this.planned.get(id) ?? new Map<string, Item[]>();
    this.planned.set(id, own);
    const key = `${role} ${family}`;
    if (!own.has(key)) {
      own.set(key, []);
      this.queue.push({ role, id, family });
    }
    return itemName(role, family);
  }

  /** Plans all that was asked for, and what that asks for. */
  build(build: Build): void {
    for (let next = this.queue.pop(); next; next = this.queue.pop()) {
      const { role, id, family } = next;
      build(role, id, family, (item) => this.planned.get(id)!.get(`${role} ${family}`)!.push(item));
    }
  }

  of(id: TypeId): Item[] {
    const own = this.planned.get(id);
    if (!own) return [];
    return FAMILIES.flatMap((family) => ROLES.flatMap((role) => own.get(`${role} ${family}`) ?? []));
  }
}

function itemName(role: Role, family: Family): string {
  switch (role) {
    case "shape":
      return `SHAPE_${family.toUpperCase()}`;
    case "memberTable":
      return "MEMBERS";
    case "nameTable":
      return "NAMES";
    case "fromNumber":
      return "unpack";
    case "toNumber":
      return "pack";
    case "nameless":
      return "nameless";
    case "readInside":
    case "writeInside":
      return `${role === "readInside" ? "read" : "write"}_${family}_inside`;
    case "readMembers":
      return "read_members";
    case "writeMembers":
      return "write_members";
    default:
      return `${role}_${family}`;
  }
}
