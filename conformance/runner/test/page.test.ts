/** The report page in a real browser, at the widths of a desk and of a phone. Needs an installed Chromium. */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { htmlReport } from "../src/report/html.js";
import { pageData } from "../src/report/pageData.js";
import { loadVectors } from "../src/vectors/load.js";
import { fakeRun, sampleVectors, temporaryFolder, writeVectors, type FakeConfig } from "./fake/peers.js";

const executablePath = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => path !== undefined && existsSync(path));
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const go: FakeConfig = {
  faults: [
    { op: "encode", how: "answer", vector: "net.stream.Grant/one", answer: { ok: { bytes: "00ff" } } },
    { op: "decode", how: "answer", vector: "net.stream.Grant/truncated", answer: { error: { kind: "truncated", message: "<b>short</b>", offset: 3, path: "ack" } } },
  ],
};

async function reportFile(peers: Record<string, FakeConfig>, inspector?: string): Promise<string> {
  const folder = temporaryFolder();
  writeVectors(join(folder, "vectors"), sampleVectors);
  const result = await fakeRun({ peers });
  const file = join(folder, "index.html");
  const data = pageData(result, loadVectors(join(folder, "vectors")), new Map([["tool.Event/start", { raw: "7b7d" }]]));
  if (inspector !== undefined) data.index.inspector = inspector;
  writeFileSync(file, htmlReport(data));
  return pathToFileURL(file).href;
}

describe.skipIf(executablePath === undefined)("the report page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath as string, args: quiet });
  });
  afterAll(() => browser.close());

  /** Fails on any request beyond the file itself, and on any error in the page. */
  async function open(url: string, width = 1280, height = 900): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height } });
    page.on("request", (request) => expect(request.url()).toMatch(/^(file|data|blob):/));
    page.on("pageerror", (error) => expect.unreachable(error.message));
    await page.goto(url);
    await page.waitForSelector("h1");
    return page;
  }

  it("says at a glance that all passed", async () => {
    const page = await open(await reportFile({ rust: {}, ts: {}, python: {}, go: {}, c: {} }));
    expect(await page.textContent("h1")).toBe("✓ All 150 checks passed");
    expect(await page.locator(".matrix td.cell.passed").count()).toBe(25);
    expect(await page.textContent(".count-line")).toContain("None failed");
    await page.getByLabel("Only failures").uncheck();
    expect(await page.locator(".vectors li").count()).toBe(6);
    await page.getByLabel("Search vectors").fill("grant tru");
    expect(await page.locator(".vectors li").allTextContents()).toEqual(["✓net.stream.Grant/truncated"]);
  });

  it("leads from a failed pair to the bytes, the first difference marked", async () => {
    const page = await open(await reportFile({ rust: {}, go }));
    expect(await page.textContent("h1")).toMatch(/^✗ 4 of \d+ checks failed$/);
    expect(await page.locator(".types tbody tr").first().textContent()).toContain("net.stream.Grant");
    await page.getByTitle("go encodes, rust decodes").click();
    expect(await page.getByLabel("Search vectors").inputValue()).toBe("go → rust");
    await page.locator(".vectors a").first().click();
    await page.waitForSelector("h2:text('Bytes written')");
    expect(page.url()).toMatch(/#\/net\.stream\.Grant\/one$/);
    expect(await page.locator(".column.failed b.first").textContent()).toBe("00");
    expect(await page.locator(".column.passed b.counterpart").textContent()).toBe("01");
    await page.goBack();
    expect(await page.getByLabel("Search vectors").inputValue()).toBe("go → rust");
  });

  it("opens a vector by its address, and shows what was expected beside what was answered", async () => {
    const url = await reportFile({ rust: {}, go });
    const page = await open(`${url}#/net.stream.Grant/truncated`);
    expect(await page.textContent(".facts")).toContain("truncated at 0 “ack”");
    expect(await page.locator(".answers td.failed .wrong").allTextContents()).toEqual(["3"]);
    expect(await page.textContent(".answers td.failed .message")).toBe(" <b>short</b>");
    const unknown = await open(`${url}#/net.stream.Grant/none`);
    expect(await unknown.textContent("h1")).toBe("No such vector");
  });

  it("opens a vector's bytes in the inspector, if there is one for the spec", async () => {
    const link = "a:text('Open in the inspector')";
    const page = await open(`${await reportFile({ rust: {} }, "inspector.html")}#/net.stream.Grant/truncated`);
    expect(await page.locator(link).getAttribute("href")).toMatch(/^inspector\.html#type=net\.stream\.Grant&hex=[0-9a-f]*$/);
    const without = await open(`${await reportFile({ rust: {} })}#/net.stream.Grant/truncated`);
    expect(await without.locator(link).count()).toBe(0);
  });

  it.each(["", "#/net.stream.Grant", "#/net.stream.Grant/one", "#/net.stream.Grant/truncated"])("does not scroll sideways on a phone: %s", async (fragment) => {
    const page = await open(`${await reportFile({ rust: {}, ts: {}, python: {}, go, c: {} })}${fragment}`, 390, 844);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
