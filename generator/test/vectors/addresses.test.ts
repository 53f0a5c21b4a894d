/** Socket addresses as RFC 5952 spells them. */
import { expect, it } from "vitest";
import { addressText, parseAddress } from "../../src/vectors/oracle/socketAddress.js";

/** Gives the canonical spelling. */
const spelt = (text: string): string | undefined => {
  const address = parseAddress(text);
  return address && addressText(address.octets, address.port);
};

it.each([
  ["1.2.3.4:80", "1.2.3.4:80"],
  ["[2001:db8:0:0:0:0:0:1]:80", "[2001:db8::1]:80"],
  ["[2001:0DB8::0001]:80", "[2001:db8::1]:80"],
  ["[2001:db8:0:1:1:1:1:1]:80", "[2001:db8:0:1:1:1:1:1]:80"],
  ["[2001:0:0:1:0:0:0:1]:80", "[2001:0:0:1::1]:80"],
  ["[2001:db8:0:0:1:0:0:1]:80", "[2001:db8::1:0:0:1]:80"],
  ["[0:0:0:0:0:0:0:0]:0", "[::]:0"],
  ["[::ffff:102:304]:80", "[::ffff:1.2.3.4]:80"],
  ["[::1.2.3.4]:80", "[::102:304]:80"],
  ["[1::2:3:4:5:6:7]:80", "[1:0:2:3:4:5:6:7]:80"],
  ["01.2.3.4:080", "1.2.3.4:80"],
])("%s is %s", (text, canonical) => expect(spelt(text)).toBe(canonical));

it.each(["", "1.2.3.4", "1.2.3.4:", "1.2.3:80", "256.2.3.4:80", "1.2.3.4:65536", "1.2.3.4:-1", "::1:80", "[::1]", "[1.2.3.4]:80", "[1:2:3:4:5:6:7]:80", "[1:2:3:4:5:6:7:8:9]:80", "[1::2::3]:80", "[1::2:3:4:5:6:7:8]:80", "[12345::]:80", "[fe80::1%1]:80", "[1.2.3.4::]:80", "host:80"])(
  "%j is no address",
  (text) => expect(spelt(text)).toBeUndefined(),
);
