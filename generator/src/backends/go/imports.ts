/** What a Go file imports: found by looking at its code, in which a package's name stands for nothing else. */

/** Packages of Go's own that generated code uses, by name. */
const STANDARD: Readonly<Record<string, string>> = {
  binary: "encoding/binary",
  bytes: "bytes",
  cmp: "cmp",
  json: "encoding/json",
  maps: "maps",
  math: "math",
  netip: "net/netip",
  slices: "slices",
  strconv: "strconv",
  strings: "strings",
};

/** The import declarations in gofmt's order, Go's own first. `others`: packages that are not Go's own, by name. */
export function importGroups(code: string, others: Readonly<Record<string, string>>): string[][] {
  // From the left, since there may be quotes in comments, and slashes within quotes.
  const bare = code.replace(/\/\/.*$|"(?:[^"\\\n]|\\.)*"|`[^`]*`/gm, '""');
  const used = (packages: Readonly<Record<string, string>>): [string, string][] =>
    Object.entries(packages)
      .filter(([name]) => new RegExp(`(?<![.\\w])${name}\\.`).test(bare))
      .sort(([, a], [, b]) => (a < b ? -1 : 1));
  const spell = ([name, path]: [string, string]): string => (path.split("/").at(-1) === name ? `"${path}"` : `${name} "${path}"`);
  return [used(STANDARD), used(others)].filter((group) => group.length > 0).map((group) => group.map(spell));
}
