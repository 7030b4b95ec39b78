import assert from "node:assert/strict";
import type { JSHandle, Page } from "playwright-core";
import { openPage, type WatchedPage } from "./browser.js";
import type * as inPage from "./inPage.js";
import { moduleServer } from "./moduleServer.js";
import { sharedBrowser } from "./sharedBrowser.js";

/** Runs a function inside the page, with the exports that were loaded and with plain data. */
export type InPage<Exports> = <Result, Given = undefined>(
  run: (exports: Exports & typeof inPage, given: Given) => Result | Promise<Result>,
  given?: Given,
) => Promise<Result>;

/** A page for the tests of a `describe`, empty before each of them; an error on it fails the test. */
export interface ModulePage {
  readonly page: Page;
  /** Where the page is; see moduleServer.ts. */
  readonly url: string;
  /** What runs with the exports of modules of media/, e.g. "view/dataTable", and those of inPage.ts. */
  loading<Exports extends object>(...modules: string[]): InPage<Exports>;
  /** What `note` has written down since the last look, as soon as it is so much. */
  noted(atLeast?: number): Promise<unknown[]>;
}

let opened: WatchedPage | undefined;

/**
 * Gives the tests of a `describe` a page that loads modules from their sources; they are skipped without a browser.
 * It is the same for all of them, which saves each the reading of Vega: leave its size and preferences as they were.
 */
export function modulePage(): ModulePage {
  let watched: WatchedPage | undefined;
  let url = "";
  before(async function () {
    const browser = await sharedBrowser(this);
    url = await moduleServer();
    if (!opened || opened.page.isClosed()) opened = await openPage(browser, { width: 800, theme: "light" });
    watched = opened;
  });
  beforeEach(() => watched!.page.goto(url));
  afterEach(() => assert.deepEqual(watched!.errors.splice(0), [], "errors on the page"));

  function loading<Exports extends object>(...modules: string[]): InPage<Exports> {
    const paths = ["/test/media/inPage.js", ...modules.map((name) => `/media/${name}.js`)];
    return async (run, given) => {
      const exported = await watched!.page.evaluateHandle(async (all) => {
        const loaded = await Promise.all(all.map((path) => import(path) as Promise<object>));
        return Object.assign({}, ...loaded) as object;
      }, paths);
      const loaded = exported as JSHandle<Exports & typeof inPage>;
      return loaded.evaluate(run as never, given as never);
    };
  }

  return {
    get page() {
      return watched!.page;
    },
    get url() {
      return url;
    },
    loading,
    noted: (atLeast = 0) => loading()(({ takeNotes }, count) => takeNotes(count), atLeast),
  };
}
