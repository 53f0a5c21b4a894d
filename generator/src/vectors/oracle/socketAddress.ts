/** Socket addresses as text: `1.2.3.4:80`, `[2001:db8::1]:80`, spelt as RFC 5952 says. */
import type { Neutral } from "./neutral.js";
import { NotOfType, refuseValue } from "./refusal.js";

export interface SocketAddress {
  /** 4 or 16. */
  octets: Uint8Array;
  port: number;
}

export function addressText(octets: Uint8Array, port: number): string {
  return octets.length === 4 ? `${octets.join(".")}:${port}` : `[${v6Text(octets)}]:${port}`;
}

/** `undefined` if `text` is no address in any spelling. */
export function parseAddress(text: string): SocketAddress | undefined {
  const match = /^(?:\[(?<v6>[^\]]*)\]|(?<v4>[^:]*)):(?<port>[0-9]+)$/.exec(text);
  const { v4, v6, port } = match?.groups ?? {};
  const octets = v6 !== undefined ? parseV6(v6) : parseV4(v4 ?? "");
  return octets && Number(port) <= 0xffff ? { octets: Uint8Array.from(octets), port: Number(port) } : undefined;
}

/** From a value, which must be spelt canonically as well. */
export function addressFrom(value: Neutral | undefined, path: string): SocketAddress {
  if (typeof value !== "string") throw new NotOfType("a socket address as text", path);
  const address = parseAddress(value);
  if (!address) refuseValue("malformed", path);
  if (addressText(address.octets, address.port) !== value) refuseValue("non_canonical", path);
  return address;
}

function parseV4(text: string): number[] | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || parts.some((part) => !/^[0-9]{1,3}$/.test(part) || Number(part) > 255)) return undefined;
  return parts.map(Number);
}

/** Up to eight groups, one `::` for one or more zero groups, perhaps an IPv4 address in the place of the last two. */
function parseV6(text: string): number[] | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half, index) => parseGroups(half, index === halves.length - 1));
  if (!head || (halves.length === 2 && !tail)) return undefined;
  const given = head.length + (tail?.length ?? 0);
  if (tail ? given > 14 : given !== 16) return undefined;
  return [...head, ...new Array<number>(16 - given).fill(0), ...(tail ?? [])];
}

function parseGroups(text: string, isLast: boolean): number[] | undefined {
  if (text === "") return [];
  const groups = text.split(":");
  const octets: number[] = [];
  for (const [index, group] of groups.entries()) {
    const v4 = isLast && index === groups.length - 1 && group.includes(".") ? parseV4(group) : undefined;
    if (v4) octets.push(...v4);
    else if (/^[0-9a-fA-F]{1,4}$/.test(group)) octets.push(parseInt(group, 16) >> 8, parseInt(group, 16) & 0xff);
    else return undefined;
  }
  return octets;
}

function v6Text(octets: Uint8Array): string {
  if (octets.subarray(0, 10).every((octet) => octet === 0) && octets[10] === 0xff && octets[11] === 0xff) return `::ffff:${octets.subarray(12).join(".")}`;
  const groups = Array.from({ length: 8 }, (_, index) => (octets[2 * index]! << 8) | octets[2 * index + 1]!);
  const gap = longestZeroRun(groups);
  const text = (part: number[]): string => part.map((group) => group.toString(16)).join(":");
  return gap ? `${text(groups.slice(0, gap.start))}::${text(groups.slice(gap.end))}` : text(groups);
}

/** Of two or more groups; the first of equals. */
function longestZeroRun(groups: number[]): { start: number; end: number } | undefined {
  let longest: { start: number; end: number } | undefined;
  for (let start = 0; start < groups.length; start++) {
    let end = start;
    while (groups[end] === 0) end++;
    if (end - start >= 2 && end - start > (longest ? longest.end - longest.start : 0)) longest = { start, end };
  }
  return longest;
}
