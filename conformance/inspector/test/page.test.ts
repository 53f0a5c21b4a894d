/** The built page in a real browser, from the disk and from its server. */
import { execFileSync } from "node:child_process";
import type { AddressInfo } from "node:net";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inspectorServer } from "../node/serve.js";
import { chromiumPath, quiet } from "./chromium.js";
import { vectorsByType } from "./vectors.js";

const executablePath = chromiumPath();
const built = fileURLToPath(new URL("../dist/inspector.html", import.meta.url));
const page = pathToFileURL(built).href;
const vectors = vectorsByType();
const hexNamed = (type: string, name: string): string => vectors.find(([id]) => id === type)![1].find((vector) => vector.name === name)!.bytes!;
const header = hexNamed("wire.packet.PacketHeader", "flags none");
const event = '{"type":"start","tool_id":"a","call_id":"b"}';

describe.skipIf(executablePath === undefined)("the page", () => {
  let browser: Browser;
  beforeAll(async () => {
    execFileSync("npm", ["run", "--silent", "build"], { cwd: fileURLToPath(new URL("..", import.meta.url)), stdio: "inherit" });
    browser = await chromium.launch({ executablePath: executablePath!, args: quiet });
  }, 240_000);
  afterAll(() => browser?.close());

  /** Fails on any request but for the page itself, and on any error in it. */
  async function open(url: string, width = 1280, height = 900): Promise<Page> {
    const tab = await browser.newPage({ viewport: { width, height } });
    const own = url.replace(/#.*/, "");
    tab.on("request", (request) => expect(request.url().replace(/#.*/, "")).toSatisfy((address: string) => address === own || address.startsWith("data:")));
    tab.on("pageerror", (error) => expect.unreachable(error.message));
    await tab.goto(url);
    await tab.waitForSelector("h1");
    return tab;
  }

  it("shows the value of pasted hex beside its bytes, and what belongs together", async () => {
    const tab = await open(page);
    await tab.getByRole("combobox").fill("packet header");
    await tab.keyboard.press("Enter");
    await tab.getByRole("textbox").fill(header);
    expect(await tab.textContent(".verdict")).toBe("✓ PacketHeader, 64 bytes");
    const field = tab.locator(".field", { hasText: "sessionId" });
    expect(await field.locator(".shown").textContent()).toBe("289644378304612875");
    await field.hover();
    expect(await tab.locator(".map b.marked").allTextContents()).toEqual(["0b", "0a", "09", "08", "07", "06", "05", "04"]);
    await tab.locator('.map b[data-at="60"]').hover();
    expect(await tab.locator(".field.current .step").textContent()).toBe("payloadLength");
    expect(await tab.textContent(".about")).toContain("bytes 60–61");
    expect(tab.url()).toBe(`${page}#type=wire.packet.PacketHeader&hex=${header}`);
  });

  it("opens what a link says, and marks a refusal at its place", async () => {
    const tab = await open(`${page}#type=wire.packet.PacketHeader&hex=${header.slice(0, 100)}`);
    expect(await tab.textContent(".verdict")).toContain("truncated at offset 48, path channel");
    expect(await tab.locator(".map b.first").getAttribute("data-at")).toBe("48");
    expect(await tab.locator(".map b.fault").count()).toBe(2);
    expect(await tab.locator(".field", { hasText: "✗ truncated" }).locator(".step").textContent()).toBe("channel");
    await tab.goto(`${page}#type=wire.packet.PacketHeader&hex=${header.slice(0, 96)}`);
    await tab.waitForFunction(() => document.querySelector(".map b.first")?.textContent === "··");
  });

  it("takes the text of JSON messages, and says which types take some bytes", async () => {
    const tab = await open(page);
    await tab.getByRole("textbox").fill(hexNamed("wire.packet.PacketHeader", "flags none"));
    await tab.locator(".attempts a", { hasText: "PacketHeader" }).click();
    await tab.waitForSelector(".map");
    expect(await tab.getByRole("combobox").inputValue()).toBe("wire.packet.PacketHeader");
    const json = await open(`${page}#type=tool.ToolEvent`);
    await json.getByRole("textbox").fill(event);
    expect(await json.getByLabel("JSON text").isChecked()).toBe(true);
    expect(await json.locator(".field .case").first().textContent()).toBe("start");
    expect(new URL(json.url()).hash).toContain("text=");
  });

  it("says what is wrong with the input itself", async () => {
    const tab = await open(`${page}#type=wire.packet.PacketHeader&hex=4d5`);
    expect(await tab.textContent("[role=alert]")).toContain("the last byte has only one");
    const empty = await open(`${page}#type=wire.packet.PacketHeader&hex=`);
    expect(await empty.textContent(".verdict")).toContain("truncated at offset 0");
    const unknown = await open(`${page}#type=no.Such&hex=00`);
    expect(await unknown.textContent("[role=alert]")).toBe("The spec has no message no.Such.");
  });

  it("can be used from the keyboard", async () => {
    const tab = await open(`${page}#type=wire.packet.PacketHeader&hex=${header}`);
    await tab.locator(".field").first().focus();
    await tab.keyboard.press("ArrowDown");
    expect(await tab.locator(".map b.marked").allTextContents()).toEqual(["4d", "57"]);
    await tab.keyboard.press("ArrowLeft");
    await tab.keyboard.press("ArrowLeft");
    expect(await tab.locator(".field:visible").count()).toBe(1);
    await tab.keyboard.press("ArrowRight");
    await tab.locator(".map b").first().focus();
    await tab.keyboard.press("ArrowDown");
    expect(await tab.locator(".field.current .step").textContent()).toBe("counter");
  });

  it.each(["", `#hex=${header}`, `#type=wire.packet.PacketHeader&hex=${header}`, `#type=wire.packet.PacketHeader&hex=${header.slice(0, 100)}`, `#type=tool.ToolEvent&text=${encodeURIComponent(event)}`])("does not scroll sideways on a phone: %s", async (fragment) => {
    const tab = await open(`${page}${fragment}`, 390, 844);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it("is served at / and nowhere else", async () => {
    const server = inspectorServer(built).listen(0, "localhost");
    try {
      await new Promise((resolve) => server.once("listening", resolve));
      const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
      const tab = await open(`${address}#type=wire.packet.PacketHeader&hex=${header}`);
      expect(await tab.textContent(".verdict")).toContain("PacketHeader");
      expect((await fetch(`${address}package.json`)).status).toBe(404);
      expect((await fetch(`${address}//`)).status).toBe(404);
      expect((await fetch(address, { method: "POST" })).status).toBe(405);
    } finally {
      server.close();
    }
  });
});
