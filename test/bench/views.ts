import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { launchBrowser, openPage } from "../media/browser.js";
import { confusionOutput, timelineOutput } from "../media/examplePayloads.js";
import { serveRenderers } from "../media/server.js";
import { viewMimeTypes } from "../../kernel/contracts/viewMimeTypes.js";

const rounds = 7;

/** Speed of the views in a browser: milliseconds, medians of alternating rounds, with 50 clips beside 5,000. */
export async function bench(): Promise<void> {
  if (!existsSync("dist/media/views.renderer.js")) throw new Error("npm run build comes first.");
  const browser = await launchBrowser();
  if (!browser) throw new Error("No Chromium found: apt-get install chromium");
  const server = await serveRenderers();
  const sizes = [50, 5000];
  const payloads = sizes.map((clips) => confusionOutput(clips, 0).payload);
  const rows = new Map<string, number[]>();
  const keep = (name: string, value: number) => rows.set(name, [...(rows.get(name) ?? []), value]);
  for (let round = 0; round < rounds; round++) {
    for (const [i, clips] of sizes.entries()) {
      const { page } = await openPage(browser, { width: 800, theme: "light" });
      await page.goto(server.url);
      const times = await confusionTimes(page, viewMimeTypes["confusion-matrix"], payloads[i]);
      for (const [what, time] of Object.entries(times)) keep(`${what}, ${clips} clips`, time);
      await page.close();
    }
    const { page } = await openPage(browser, { width: 800, theme: "light" });
    await page.goto(server.url);
    keep(
      "timeline of 500 frames: longest frame while scrolling",
      await scrollTime(page, timelineOutput(500).payload),
    );
    await page.close();
  }
  for (const [name, values] of rows) {
    console.log(
      JSON.stringify({ bench: "views", name, milliseconds: Number(median(values).toFixed(1)), rounds }),
    );
  }
  server.close();
  await browser.close();
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)];
}

async function confusionTimes(page: Page, mime: string, payload: unknown): Promise<Record<string, number>> {
  return page.evaluate(
    async ({ mime, payload }) => {
      const begun = performance.now();
      const module = (await import("/views.renderer.js" as string)) as {
        activate(context: object): { renderOutputItem(item: object, element: HTMLElement): Promise<void> };
      };
      const { renderOutputItem } = module.activate({ getState: () => undefined, setState: () => undefined });
      const warm = document.createElement("div");
      const element = document.createElement("div");
      document.body.append(warm, element);
      await renderOutputItem({ id: "warm", mime, json: () => ({ ...(payload as object), clips: [] }) }, warm);
      while (!warm.firstElementChild?.shadowRoot?.querySelector("svg path"))
        await new Promise((resolve) => setTimeout(resolve, 1));
      const loaded = performance.now();
      await renderOutputItem({ id: "one", mime, json: () => payload }, element);
      while (!element.firstElementChild?.shadowRoot?.querySelector("svg path"))
        await new Promise((resolve) => setTimeout(resolve, 1));
      const drawn = performance.now();
      const slider =
        element.firstElementChild!.shadowRoot!.querySelector<HTMLInputElement>('input[type="range"]')!;
      slider.value = "0.9";
      slider.dispatchEvent(new Event("input"));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return {
        "load and first drawing": loaded - begun,
        render: drawn - loaded,
        "change of beta": performance.now() - drawn,
      };
    },
    { mime, payload },
  );
}

async function scrollTime(page: Page, payload: unknown): Promise<number> {
  const mime = viewMimeTypes["frame-timeline"];
  return page.evaluate(
    async ({ mime, payload }) => {
      const module = (await import("/views.renderer.js" as string)) as {
        activate(context: object): { renderOutputItem(item: object, element: HTMLElement): Promise<void> };
      };
      const element = document.createElement("div");
      document.body.append(element);
      const { renderOutputItem } = module.activate({ getState: () => undefined, setState: () => undefined });
      await renderOutputItem({ id: "one", mime, json: () => payload }, element);
      const { shadowRoot } = element.firstElementChild!;
      while (!shadowRoot!.querySelector("svg path")) await new Promise((resolve) => setTimeout(resolve, 1));
      const frames = shadowRoot!.querySelector(".frames")!;
      await new Promise((resolve) => setTimeout(resolve, 300));
      let longest = 0;
      let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      for (let i = 0; i < 90; i++) {
        frames.scrollLeft += 60;
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        longest = Math.max(longest, now - last);
        last = now;
      }
      return longest;
    },
    { mime, payload },
  );
}
