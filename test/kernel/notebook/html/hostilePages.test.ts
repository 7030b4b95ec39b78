import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { exportHtml } from "../../../../kernel/notebook/html/exportHtml.js";
import { escapeHtml } from "../../../../kernel/notebook/html/escape.js";
import { readNotebook } from "../../../../kernel/notebook/notebookFile.js";
import { withBrowser } from "../../../media/withBrowser.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { fetchingHtml, scriptHtml } from "./hostile/hostileHtml.js";
import { type HostileNotebook, hostileNotebooks } from "./hostile/hostileNotebooks.js";
import { listen, type Listener } from "./hostile/listener.js";

describe("the page of a notebook that somebody else wrote", function () {
  this.timeout(120_000);
  const test = withBrowser();
  const folder = temporaryFolder();
  let listener: Listener;
  let page: Page;
  const events: string[] = [];

  before(async () => {
    listener = await listen();
    page = await test.browser().newPage();
    await page.exposeBinding("hit", (_, number = "") => void events.push(`script ${number} ran`));
    page.on("dialog", (dialog) => void dialog.dismiss().then(() => events.push("a dialog")));
    page.on("popup", (popup) => void popup.close().then(() => events.push("a window opened")));
    page.on("download", () => events.push("a download"));
  });
  after(async () => {
    await page?.close();
    listener?.close();
  });

  /**
   * Opens HTML as a file, waits until it is at rest, and tells what happened. On a click, a browser may connect to where
   * the link leads before it learns that the page forbids going there: a connection without a request is no happening.
   */
  async function happenings(file: string, isClicked = false): Promise<string[]> {
    const url = pathToFileURL(file).href;
    await page.goto(url);
    await atRest();
    if (isClicked) await clickLinks();
    const left = page.url().startsWith(url) ? [] : [`the page went to ${page.url()}`];
    const calls = listener
      .calls()
      .filter((call) => call !== "" || !isClicked)
      .map((call) => `the server was asked for ${JSON.stringify(call)}`);
    return [...events.splice(0), ...left, ...calls];
  }

  /** Two frames of the display after all figures are drawn; what a page starts by itself has started then. */
  async function atRest(): Promise<void> {
    await page.waitForFunction(() =>
      [...document.querySelectorAll(".view")].every((view) =>
        view.querySelector(":scope > div:not(.still) > *"),
      ),
    );
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  async function clickLinks(): Promise<void> {
    for (const frame of page.frames()) {
      for (const link of await frame.locator("a").all())
        await link.dispatchEvent("click", {}, { timeout: 2000 });
    }
    await atRest();
  }

  /** Several notebooks in one, as starting a page is what takes time. */
  async function pageOf(notebooks: readonly HostileNotebook[]): Promise<string> {
    const [notebook, html] = ["hostile.ipynb", "hostile.html"].map((name) => path.join(folder, name));
    const cells = notebooks.flatMap((one) => one.cells);
    writeFileSync(notebook, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }));
    await exportHtml(await readNotebook(notebook), html);
    return html;
  }

  it("runs no script and asks for nothing, in 150 notebooks that try", async () => {
    const notebooks = hostileNotebooks(listener.address);
    assert.ok(notebooks.length >= 150, String(notebooks.length));
    const failures: string[] = [];
    for (const isClicked of [false, true]) {
      const group = notebooks.filter((one) => (one.isClicked ?? false) === isClicked);
      for (let at = 0; at < group.length; at += 8) {
        const some = group.slice(at, at + 8);
        const seen = await happenings(await pageOf(some), isClicked);
        failures.push(...seen.map((what) => `${what} by one of ${some.map(({ name }) => name).join("; ")}`));
      }
    }
    assert.deepEqual(failures, []);
  });

  it("is opened by a browser in which the same tries succeed where nothing stops them", async () => {
    const plain = path.join(folder, "plain.html");
    const tries = (address: string, number: number) =>
      [...scriptHtml, ...fetchingHtml(address)][number].replaceAll("hit()", `hit(${number})`);
    const count = scriptHtml.length + fetchingHtml("").length;
    const frames = Array.from({ length: count }, (_, number) => {
      const html = tries(`${listener.address}try${number}/`, number);
      return `<iframe srcdoc="${escapeHtml(`<!doctype html><body>${html}`)}"></iframe>`;
    });
    writeFileSync(plain, `<!doctype html><meta charset="utf-8"><body>${frames.join("")}`);
    const seen = (await happenings(plain)).join("\n");
    const happened = (number: number) =>
      seen.includes(`script ${number} ran`) || seen.includes(`/try${number}/`);
    const silent = frames.map((_, number) => number).filter((number) => !happened(number));
    assert.deepEqual(
      silent.map((number) => tries("", number)),
      [],
    );
  });
});
