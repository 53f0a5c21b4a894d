/** Socket addresses as a regular expression: an IPv4 address or an IPv6 one in brackets, then a port. */

const OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const V4 = `${OCTET}(?:\\.${OCTET}){3}`;
const GROUP = "(?:0|[1-9a-f][0-9a-f]{0,3})";
const PORT = "(?:6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[1-9][0-9]{0,3}|0)";
const GROUPS = 8;

/** Between `least` and `most` groups with colons between them. */
const groups = (least: number, most: number): string => {
  if (most === 0) return "";
  const several = `${GROUP}(?::${GROUP}){${Math.max(0, least - 1)},${most - 1}}`;
  return least === 0 ? `(?:${several})?` : several;
};

/** `::` stands for two groups or more, so up to six are left around it. */
const compressed = Array.from({ length: GROUPS - 1 }, (_, before) => `${groups(before, before)}::${groups(0, GROUPS - 2 - before)}`);

const V6 = [groups(GROUPS, GROUPS), ...compressed, `::ffff:${V4}`].join("|");

export const SOCKET_ADDRESS = `^(?:${V4}|\\[(?:${V6})\\]):${PORT}$`;
