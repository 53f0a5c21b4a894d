/** Socket addresses whose text languages are known to write differently. */
import type { Special } from "./variant.js";
import { special } from "./variant.js";

const texts = [
  "0.0.0.0:0",
  "255.255.255.255:65535",
  "127.0.0.1:127",
  "127.0.0.1:128",
  "127.0.0.1:16384",
  "[::]:0",
  "[::1]:80",
  "[1::]:80",
  "[2001:db8::1]:443",
  "[2001:db8::1:0:0:1]:80",
  "[2001:0:0:1::1]:80",
  "[2001:db8:0:1:1:1:1:1]:80",
  "[1:2:3:4:5:6:7:8]:9",
  "[abcd:ef01:2345:6789:abcd:ef01:2345:6789]:65535",
  "[::ffff:1.2.3.4]:80",
  "[::ffff:0.0.0.0]:80",
  "[::fffe:102:304]:80",
  "[::102:304]:80",
  "[64:ff9b::102:304]:80",
  "[1:0:2::]:80",
];

/** Where a value holds an address as text, encoders must look at it. */
const wrong = ["", "127.0.0.1", "127.0.0.1:65536", "127.0.0.256:1", "host:80", "127.0.0.1:080", "127.0.0.01:80", "[::0]:80", "[2001:DB8::1]:80", "::1:80"];

export const addresses: Special[] = [...texts, ...wrong].map((text) => special(text === "" ? "no text" : text, text));
