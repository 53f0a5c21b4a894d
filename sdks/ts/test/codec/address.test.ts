import { expect, test } from "vitest";
import { checkAddress, formatAddress, parseAddress } from "../../src/codec/address.js";

test.each([
  "1.2.3.4:80",
  "0.0.0.0:0",
  "[::]:65535",
  "[::1]:80",
  "[2001:db8::1]:443",
  "[1:0:0:2::3]:1",
  "[1:0:2:3:4:5:6:7]:1",
  "[::ffff:1.2.3.4]:80",
  "[1::]:5",
])("%s is canonical", (text) => {
  const { octets, port } = checkAddress(text);
  expect(formatAddress(octets, port)).toBe(text);
});

test.each([
  ["1.2.3.4:080", "1.2.3.4:80"],
  ["001.2.3.4:80", "1.2.3.4:80"],
  ["[2001:DB8::1]:1", "[2001:db8::1]:1"],
  ["[0:0:0:0:0:0:0:1]:1", "[::1]:1"],
  ["[1:0:0:0:2:0:0:3]:1", "[1::2:0:0:3]:1"],
  ["[1:0:0:2:0:0:3:4]:1", "[1::2:0:0:3:4]:1"],
  ["[::ffff:102:304]:1", "[::ffff:1.2.3.4]:1"],
  ["[1:2:3:4:5:6:7::]:1", "[1:2:3:4:5:6:7:0]:1"],
  ["[::1.2.3.4]:1", "[::102:304]:1"],
])("%s is spelt %s", (text, canonical) => {
  const { octets, port } = parseAddress(text)!;
  expect(formatAddress(octets, port)).toBe(canonical);
  expect(() => checkAddress(text)).toThrow(expect.objectContaining({ kind: "non_canonical" }));
});

test.each([
  "",
  "1.2.3.4",
  "1.2.3:80",
  "1.2.3.256:80",
  "1.2.3.4:65536",
  "::1:80",
  "[::1%eth0]:80",
  "[1::2::3]:80",
  "[1:2:3:4:5:6:7:8:9]:1",
  "[1:2:3:4:5:6:7:8::]:1",
  "[12345::]:1",
  "[1.2.3.4::]:1",
  "[:1]:1",
  "localhost:80",
])("%s is no address", (text) => {
  expect(parseAddress(text)).toBeUndefined();
  expect(() => checkAddress(text)).toThrow(expect.objectContaining({ kind: "malformed" }));
});
