/** How often the time of one library goes into that of another. */
import { aims, languages, messages, operations } from "./rivals.mjs";

/** Finds the one result with these properties. */
export function find(results, wanted) {
  return results.find((result) => Object.entries(wanted).every(([key, value]) => (result[key] ?? false) === value));
}

/** How many times as fast `ours` is as `theirs`; undefined if one of them was not timed. */
export function ratio(results, { language, message, op, ours, theirs }) {
  const [own, other] = [ours, theirs].map((library) => find(results, { language, message, op, library, growth: false }));
  return own && other ? other.ns / own.ns : undefined;
}

/** Every aim and how far it is met: a row for each language's comparison, with a cell for each message and operation. */
export function comparisons(results) {
  return languages.flatMap(({ id: language, name }) =>
    aims[language].map(({ ours, theirs, times, label = name }) => ({
      language,
      label,
      ours,
      theirs,
      times,
      cells: messages.flatMap(({ id: message }) =>
        operations.map((op) => {
          const value = ratio(results, { language, message, op, ours, theirs });
          return { message, op, ratio: value, met: value === undefined ? undefined : value >= times };
        }),
      ),
    })),
  );
}

/** The other libraries that were timed in a language, in the order in which they came. */
export function rivalsIn(results, language) {
  const names = results.filter((result) => result.language === language && !result.growth).map(({ library }) => library);
  return [...new Set(names)].filter((library) => !library.startsWith("meshwright"));
}
