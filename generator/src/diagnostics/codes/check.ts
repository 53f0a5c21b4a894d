/** MW2xxx: the spec can be read, but would make bytes or JSON that are ambiguous, impossible, or not canonical. */
export const CHECK_CODES = {
  MW2001: {
    title: "no length given",
    why: "In Packed and Layout nothing says where a variable-size value ends unless the spec does.",
  },
} as const;
