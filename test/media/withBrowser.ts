import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { Browser } from "playwright-core";
import type { Language } from "../../kernel/words/language.js";
import { type Look, openPage, type WatchedPage } from "./browser.js";
import { sharedBrowser } from "./sharedBrowser.js";
import { type PageOutput, showOutputs } from "./viewPage.js";

export interface BrowserTest {
  /** Opens a page with these outputs, of which `drawn` (all when absent) leave something to see. */
  show(
    outputs: readonly PageOutput[],
    look?: Partial<Look>,
    drawn?: number,
    language?: Language,
  ): Promise<WatchedPage>;
  browser(): Browser;
}

/** Gives the tests of a `describe` the shared browser; they are skipped, saying so, where there is none. */
export function withBrowser(): BrowserTest {
  let browser: Browser | undefined;
  const opened: WatchedPage[] = [];
  before(async function () {
    this.timeout(120_000);
    if (!existsSync("dist/media/page/views.page.js"))
      execFileSync(process.execPath, ["esbuild.config.js", "--no-types"]);
    browser = await sharedBrowser(this);
  });
  afterEach(async () => {
    for (const { page } of opened.splice(0)) await page.close();
  });
  return {
    browser: () => browser!,
    async show(outputs, look = {}, drawn = outputs.length, language = "en") {
      const watched = await openPage(browser!, { width: 800, theme: "light", ...look });
      opened.push(watched);
      await showOutputs(watched.page, outputs, drawn, language);
      return watched;
    },
  };
}
