/** MW0xxx: the spec folder and TypeScript itself. MW1xxx: TypeScript that the spec language does not speak. */
export const READER_CODES = {
  MW0001: {
    title: "TypeScript error",
    why: "A spec is ordinary TypeScript; what the TypeScript compiler refuses is passed on in its own words.",
  },
  MW0002: {
    title: "no usable meshwright.json",
    why: "The file names the spec and gives its version; packages made from the spec are called after it.",
  },
  MW1001: {
    title: "unknown type",
    why: "A field's type must be a word of the vocabulary or a type that the spec declares; anything else has no bytes.",
  },
  MW1002: {
    title: "wrong type arguments for a word",
    why: "Each word takes a fixed number of arguments, of fixed kinds.",
  },
  MW1003: {
    title: "the argument is not a literal",
    why: "Sizes, values, names and patterns must stand in the spec as literals, so that they can be read without running anything.",
  },
  MW1004: {
    title: "TypeScript that is not spec",
    why: "A spec holds types only: interfaces, type aliases, enums and ambient classes. Nothing in it runs.",
  },
  MW1005: {
    title: "type is not exported",
    why: "All types of a spec are part of it, and generated code declares them under their names, so they must be exported.",
  },
  MW1006: {
    title: "a generic type without a name for its instance",
    why: "Generated code needs a name for each instance of a generic type: the name of the alias or interface that is made from it.",
  },
  MW1007: {
    title: "word in a place where it means nothing",
    why: "Each word fits only some types: a byte length fits text, bytes and structures, an element count fits lists and maps.",
  },
  MW1008: {
    title: "word that generates nothing yet",
    why: "Handles, axes, and services whose messages are not Proto are designed, but nothing is made from them in this version; refusing them beats ignoring them.",
  },
  MW1009: {
    title: "two types of one name",
    why: "Within a module a name is one type; a second one would take the first one's place and bytes.",
  },
} as const;
