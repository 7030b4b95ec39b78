import type { Context } from "mocha";
import type { Browser } from "playwright-core";
import { skipBecause } from "../skipBecause.js";
import { launchBrowser } from "./browser.js";

let launched: Promise<Browser | undefined> | undefined;

/**
 * The browser that all tests of this process use, which saves each of them its start: every page has cookies, storage
 * and looks of its own. Skips the tests, saying so, where there is no browser.
 */
export async function sharedBrowser(context: Context): Promise<Browser> {
  context.timeout(120_000);
  const known = await launched;
  if (!known?.isConnected()) launched = launchBrowser();
  return (await launched) ?? skipBecause(context, "no Chromium found: apt-get install chromium");
}

after(async () => (await launched?.catch(() => undefined))?.close());
