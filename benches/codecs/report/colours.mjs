/** By language; the second colour is for dark pages. Told apart by people who see colours differently, too. */
export const colours = {
  rust: ["#c2410c", "#fb923c"],
  c: ["#52525b", "#d4d4d8"],
  go: ["#0369a1", "#38bdf8"],
  ts: ["#6d28d9", "#c4b5fd"],
  python: ["#15803d", "#4ade80"],
};
