import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { LabPage } from "../jupyter/lab/labPage.js";
import { LabServer } from "../jupyter/lab/labServer.js";
import { launchBrowser, openPage } from "../media/browser.js";
import { viewsNotebook } from "../media/jupyter/viewsNotebook.js";

const rounds = 5;

/** Milliseconds, in JupyterLab 4, from the first output of a saved notebook to the first view that is drawn; the median. */
export async function bench(): Promise<void> {
  const python = execFileSync("bash", ["test/install-python-packages"], { encoding: "utf8" }).trim();
  if (python === "") throw new Error("JupyterLab cannot be installed from PyPI.");
  const browser = await launchBrowser();
  if (!browser) throw new Error("No Chromium found: apt-get install chromium");
  const place = mkdtempSync(path.join(tmpdir(), "aen-bench-lab-"));
  const server = new LabServer(path.dirname(python), place);
  try {
    await server.start();
    const notebook = { ...(await viewsNotebook()), metadata: {} };
    writeFileSync(path.join(server.folder, "views.ipynb"), JSON.stringify(notebook));
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const { page } = await openPage(browser, { width: 1280, theme: "light" });
      times.push(await firstView(page, server.addressOf("lab", "views.ipynb")));
      await page.close();
    }
    times.sort((left, right) => left - right);
    const [least, median, most] = [times[0], times[Math.floor(rounds / 2)], times[rounds - 1]].map(
      Math.round,
    );
    console.log(
      JSON.stringify({ bench: "jupyterlab", name: "first view", milliseconds: median, least, most, rounds }),
    );
  } finally {
    await server.stop();
    await browser.close();
    rmSync(place, { recursive: true, force: true });
  }
}

type Watching = typeof globalThis & { seen?: { output?: number; view?: number } };

/** Opens a notebook and looks, at every frame that is drawn, for its first output and its first drawn view. */
async function firstView(page: Page, address: string): Promise<number> {
  await page.addInitScript(() => {
    const seen: { output?: number; view?: number } = ((globalThis as Watching).seen = {});
    const look = (): void => {
      const output = document.querySelector(".jp-OutputArea-child");
      if (output) seen.output ??= performance.now();
      const places = output ? [...output.querySelectorAll("*")] : [];
      if (places.some(({ shadowRoot }) => shadowRoot?.querySelector("svg"))) seen.view ??= performance.now();
      if (seen.view === undefined) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await new LabPage(page).open(address, "without kernel");
  await page.waitForFunction(() => (globalThis as Watching).seen?.view !== undefined);
  return page.evaluate(() => {
    const { output, view } = (globalThis as Watching).seen!;
    return view! - output!;
  });
}
