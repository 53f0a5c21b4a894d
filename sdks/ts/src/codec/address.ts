/** Socket addresses as text: `1.2.3.4:80`, `[2001:db8::1]:80`, spelt as RFC 5952 says. */
import { checkText } from "./checks.js";
import { EncodeError } from "./errors.js";

export interface SocketAddress {
  /** 4 or 16. */
  octets: Uint8Array;
  port: number;
}

const MAX_PORT = 0xffff;

/** Any spelling; undefined if `text` is no address. */
export function parseAddress(text: string): SocketAddress | undefined {
  const parts = /^(?:\[([^\]]*)\]|([^:]*)):([0-9]+)$/.exec(text);
  if (!parts) return undefined;
  const [, v6, v4, digits] = parts;
  const octets = v6 === undefined ? parseV4(v4!) : parseV6(v6);
  const port = Number(digits);
  return octets && port <= MAX_PORT ? { octets: Uint8Array.from(octets), port } : undefined;
}

/** The canonical spelling. */
export function formatAddress(octets: Uint8Array, port: number): string {
  return octets.length === 4 ? `${octets.join(".")}:${port}` : `[${formatV6(octets)}]:${port}`;
}

function parseV4(text: string): number[] | undefined {
  const octets = text.split(".");
  const valid = octets.length === 4 && octets.every((octet) => /^[0-9]{1,3}$/.test(octet) && Number(octet) <= 0xff);
  return valid ? octets.map(Number) : undefined;
}

function parseV6(text: string): number[] | undefined {
  const gap = text.indexOf("::");
  if (gap < 0) {
    const octets = parseGroups(text);
    return octets?.length === 16 ? octets : undefined;
  }
  const before = gap === 0 ? [] : parseGroups(text.slice(0, gap), false);
  const after = gap + 2 === text.length ? [] : parseGroups(text.slice(gap + 2));
  // A gap stands for one group or more.
  if (!before || !after || before.length + after.length > 14) return undefined;
  return [...before, ...new Array<number>(16 - before.length - after.length).fill(0), ...after];
}

/** Groups of four digits, the last two of which may be written as an IPv4 address. */
function parseGroups(text: string, last = true): number[] | undefined {
  const groups = text.split(":");
  const octets: number[] = [];
  for (const [index, group] of groups.entries()) {
    if (/^[0-9a-fA-F]{1,4}$/.test(group)) {
      const value = parseInt(group, 16);
      octets.push(value >> 8, value & 0xff);
      continue;
    }
    const v4 = last && index === groups.length - 1 ? parseV4(group) : undefined;
    if (!v4) return undefined;
    octets.push(...v4);
  }
  return octets;
}

function formatV6(octets: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, i) => (octets[2 * i]! << 8) | octets[2 * i + 1]!);
  const mapped = groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0);
  if (mapped) return `::ffff:${octets.subarray(12).join(".")}`;
  const [start, end] = longestGap(groups);
  const hex = (part: number[]): string => part.map((group) => group.toString(16)).join(":");
  return end - start < 2 ? hex(groups) : `${hex(groups.slice(0, start))}::${hex(groups.slice(end))}`;
}

/** The longest run of zeros, the first of equals, as where it starts and ends. */
function longestGap(groups: number[]): [number, number] {
  let best: [number, number] = [0, 0];
  for (let start = 0; start < groups.length; start++) {
    let end = start;
    while (groups[end] === 0) end++;
    if (end - start > best[1] - best[0]) best = [start, end];
  }
  return best;
}

/** For encoders: the address that `text` spells canonically. */
export function checkAddress(text: string): SocketAddress {
  const address = parseAddress(checkText(text));
  if (!address) throw new EncodeError("malformed", `${JSON.stringify(text)} is no socket address`);
  const canonical = formatAddress(address.octets, address.port);
  if (canonical !== text) throw new EncodeError("non_canonical", `${JSON.stringify(text)} is spelt ${canonical}`);
  return address;
}
