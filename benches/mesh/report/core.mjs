/** What criterion measured, read from where it keeps it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Each bench with its median in nanoseconds; `count` is how many peers, routes or channels there were. */
export function coreResults(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith(join("new", "benchmark.json")))
    .map((path) => join(folder, path, ".."))
    .filter((path) => existsSync(join(path, "estimates.json")))
    .map((path) => {
      const { group_id: group, function_id: name, value_str: count } = read(path, "benchmark.json");
      const what = name === null ? group : `${group}: ${name}`;
      return { what, ...(count === null ? {} : { count: Number(count) }), ns: read(path, "estimates.json").median.point_estimate };
    })
    .sort((a, b) => (a.what === b.what ? a.count - b.count : a.what < b.what ? -1 : 1));
}

const read = (folder, file) => JSON.parse(readFileSync(join(folder, file), "utf8"));
