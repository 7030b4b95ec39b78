import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { exportHtml } from "../../../../../kernel/notebook/html/exportHtml.js";
import { readNotebook } from "../../../../../kernel/notebook/notebookFile.js";
import type { HostileNotebook } from "./hostileNotebooks.js";
import { listen, type Listener } from "./listener.js";

/** A page of a browser in which everything is noted that a hostile notebook would like to do. */
export class PageWatch {
  readonly #events: string[] = [];

  private constructor(
    readonly page: Page,
    readonly listener: Listener,
    readonly folder: string,
  ) {}

  /** @param folder takes the notebooks and their pages */
  static async open(browser: Browser, folder: string): Promise<PageWatch> {
    const watch = new PageWatch(await browser.newPage(), await listen(), folder);
    const { page } = watch;
    const note = (what: string) => void watch.#events.push(what);
    await page.exposeBinding("hit", (_, number = "") => note(`script ${number} ran`));
    page.on("dialog", (dialog) => void dialog.dismiss().then(() => note("a dialog")));
    page.on("popup", (popup) => void popup.close().then(() => note("a window opened")));
    page.on("download", () => note("a download"));
    return watch;
  }

  async close(): Promise<void> {
    await this.page.close();
    this.listener.close();
  }

  /**
   * Opens HTML as a file, waits until it is at rest, and tells what happened. On a click, a browser may connect to where
   * the link leads before it learns that the page forbids going there: a connection without a request is no happening.
   */
  async happenings(file: string, isClicked = false): Promise<string[]> {
    const url = pathToFileURL(file).href;
    await this.page.goto(url);
    await this.#atRest();
    if (isClicked) await this.#clickLinks();
    const left = this.page.url().startsWith(url) ? [] : [`the page went to ${this.page.url()}`];
    const calls = this.listener
      .calls()
      .filter((call) => call !== "" || !isClicked)
      .map((call) => `the server was asked for ${JSON.stringify(call)}`);
    return [...this.#events.splice(0), ...left, ...calls];
  }

  /** The exported page of several notebooks in one, as starting a page is what takes time. */
  async pageOf(notebooks: readonly Pick<HostileNotebook, "cells">[]): Promise<string> {
    const [notebook, html] = ["hostile.ipynb", "hostile.html"].map((name) => path.join(this.folder, name));
    const cells = notebooks.flatMap((one) => one.cells);
    writeFileSync(notebook, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }));
    await exportHtml(await readNotebook(notebook), html);
    return html;
  }

  /** Two frames of the display after all figures are drawn; what a page starts by itself has started then. */
  async #atRest(): Promise<void> {
    await this.page.waitForFunction(() =>
      [...document.querySelectorAll(".view")].every((view) =>
        view.querySelector(":scope > div:not(.still) > *"),
      ),
    );
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  async #clickLinks(): Promise<void> {
    for (const frame of this.page.frames()) {
      for (const link of await frame.locator("a").all())
        await link.dispatchEvent("click", {}, { timeout: 2000 });
    }
    await this.#atRest();
  }
}
