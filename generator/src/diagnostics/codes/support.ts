/** MW3xxx: the spec is sound, but a back end cannot express it. */
export const SUPPORT_CODES = {
  MW3001: {
    title: "a language does not support a feature",
    why: "A back end that cannot express part of a spec must say so before it writes anything, rather than write something wrong.",
  },
} as const;
