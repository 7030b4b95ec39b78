import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

/** The system's Chromium, if there is one. */
export const chromiumPath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  existsSync,
);

/** A headless browser of the system; undefined where there is none. */
export async function launchBrowser(): Promise<Browser | undefined> {
  if (chromiumPath === undefined) return undefined;
  const flags =
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --font-render-hinting=none";
  return chromium.launch({ executablePath: chromiumPath, args: flags.split(" ") });
}

/** How a page looks. */
export interface Look {
  readonly width: number;
  readonly theme: "light" | "dark" | "high contrast";
}

/** A page of a given width whose errors and requests are kept. */
export interface WatchedPage {
  readonly page: Page;
  readonly errors: string[];
  readonly requests: string[];
}

export async function openPage(browser: Browser, { width, theme }: Look): Promise<WatchedPage> {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme: theme === "light" ? "light" : "dark",
    contrast: theme === "high contrast" ? "more" : "no-preference",
    reducedMotion: "reduce",
  });
  // tsx names functions through this; functions that are sent to the page carry the calls with them.
  await page.addInitScript("globalThis.__name ??= (named) => named");
  const errors: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith("data:")) requests.push(request.url());
  });
  return { page, errors, requests };
}
