/** The one place where spec names, which are ASCII identifiers, become Python names. */
import { assignNames } from "../../names/table.js";
import { pascalCase, screamingCase, snakeCase } from "../../names/words.js";
import { BODY_NAMES, BUILTIN_TYPES, KEYWORDS, MESSAGE_MEMBERS, MODULE_GLOBALS, PACKAGE_NAMES } from "./words.js";

const set = (...lists: string[][]): ReadonlySet<string> => new Set(lists.flat());
const TYPE_NAMES = set(KEYWORDS);
const FIELD_NAMES = set(KEYWORDS, BUILTIN_TYPES, MESSAGE_MEMBERS);
const MEMBER_NAMES = set(KEYWORDS);
const SEGMENT_NAMES = set(KEYWORDS, MODULE_GLOBALS, PACKAGE_NAMES);

type Wishes<Key> = Iterable<readonly [Key, string]>;

const assign = <Key>(wishes: Wishes<Key>, reserved: ReadonlySet<string>, style: (name: string) => string): Map<Key, string> =>
  assignNames([...wishes].map(([key, wish]) => [key, style(wish)] as const), reserved);

export const typeNames = <Key>(wishes: Wishes<Key>): Map<Key, string> => assign(wishes, TYPE_NAMES, pascalCase);
export const fieldNames = <Key>(wishes: Wishes<Key>): Map<Key, string> => assign(wishes, FIELD_NAMES, snakeCase);
export const memberNames = <Key>(wishes: Wishes<Key>): Map<Key, string> => assign(wishes, MEMBER_NAMES, screamingCase);
/** What fields that always hold the same hold; no other attribute of a class is in capitals. */
export const constantNames = memberNames;
/** Classes inside the one of their union; `Case` is the alias of them all. */
export const caseNames = <Key>(wishes: Wishes<Key>, union: string): Map<Key, string> => assign(wishes, set(KEYWORDS, ["Case", union]), pascalCase);
export const segmentNames = <Key>(wishes: Wishes<Key>): Map<Key, string> => assign(wishes, SEGMENT_NAMES, snakeCase);
export const functionNames = <Key>(wishes: Wishes<Key>): Map<Key, string> => assign(wishes, new Set(), snakeCase);

/** What a package of `name` (kebab-case) is imported as. */
export const packageName = (name: string): string => [...assign([[name, name]], set(KEYWORDS), snakeCase).values()][0]!;

/** Names of one function's variables, in the order in which they are asked for. */
export class Locals {
  private readonly taken = new Set<string>([...KEYWORDS, ...BODY_NAMES]);

  /** A name that nothing else in the function has. */
  take(wish: string): string {
    let name = snakeCase(wish);
    while (this.taken.has(name)) name += "_";
    this.taken.add(name);
    return name;
  }
}
