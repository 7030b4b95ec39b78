import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { viewMimeTypes } from "../../../kernel/contracts/viewMimeTypes.js";
import type { WhatIfPayload } from "../../../kernel/contracts/payloads/whatIf.js";
import { openPage, type WatchedPage } from "../browser.js";
import { whatIfOutput } from "../examplePayloads.js";
import { answer, posted, render } from "../inWebView.js";
import { serveRenderers } from "../server.js";
import { withBrowser } from "../withBrowser.js";

interface Asked {
  readonly type: string;
  readonly request: string;
  readonly weights: Record<string, number>;
}

const payload = whatIfOutput().payload as WhatIfPayload;
const standing = (page: Page) => page.locator("section.view p[role=status]").first();
const slider = (page: Page) =>
  page.getByRole("group", { name: "Weights of the loss terms" }).getByRole("slider").first();

/** Moves the first slider, and waits for what the view asks. */
async function ask(page: Page, value: string): Promise<Asked> {
  await slider(page).fill(value);
  await page.waitForFunction(() => (globalThis as unknown as { posted: unknown[] }).posted.length > 0);
  return (await posted(page))[0] as Asked;
}

describe("WhatIfView where no kernel can be", function () {
  this.timeout(60_000);
  const test = withBrowser();

  it("says at once that no kernel can compute the settings, and which are shown", async () => {
    const { page } = await test.show([whatIfOutput()]);
    await slider(page).fill("1");
    assert.match(
      await standing(page).innerText(),
      /^No kernel can compute these settings here\. This shows the nearest of 3/,
    );
    await slider(page).fill("0.6");
    assert.equal(await standing(page).innerText(), "Computed at these settings.");
  });
});

describe("WhatIfView where a kernel may be", function () {
  this.timeout(60_000);
  const test = withBrowser();
  let server: Awaited<ReturnType<typeof serveRenderers>>;
  let watched: WatchedPage;
  before(async () => (server = await serveRenderers()));
  after(() => server.close());
  beforeEach(async () => {
    watched = await openPage(test.browser(), { width: 800, theme: "light" });
    await watched.page.goto(server.url);
    await show();
  });
  afterEach(async () => watched.page.close());

  async function show(id = "one"): Promise<void> {
    await render(watched.page, "/views.renderer.js", viewMimeTypes["what-if"], payload, id);
    await watched.page.locator(`#${id} svg`).first().waitFor();
  }

  /** Every text that the view's line of state has from now on. */
  async function watch(): Promise<() => Promise<string[]>> {
    await standing(watched.page).evaluate((line) => {
      const texts: string[] = ((globalThis as unknown as { texts: string[] }).texts = []);
      const note = () => void texts.push(line.textContent!);
      new MutationObserver(note).observe(line, { childList: true, characterData: true, subtree: true });
    });
    return () => watched.page.evaluate(() => (globalThis as unknown as { texts: string[] }).texts);
  }

  it("never says so while a kernel computes", async () => {
    const { page } = watched;
    const texts = await watch();
    const { request, weights } = await ask(page, "1");
    assert.deepEqual(weights, { sentiment: 1, energy: 0.3 });
    await answer(page, { type: "what-if", request, progress: 0.5 });
    assert.match(
      await standing(page).innerText(),
      /^Training … 50 % Until then, this shows the nearest of 3 computed results/,
    );
    const { clips } = payload.points[0];
    await answer(page, { type: "what-if", request, point: { weights: [1, 0.3], clips, seconds: 2 } });
    assert.equal(await standing(page).innerText(), "Computed at these settings. Retrained in 2.0 s.");
    const shown = await texts();
    assert.ok(shown.length >= 3, shown.join("\n"));
    assert.deepEqual(
      shown.filter((text) => /No kernel|This shows/.test(text)),
      [],
    );
    assert.match(shown[0], /^Computed as soon as the sliders rest\./);
  });

  it("says why there is no answer as soon as that is known", async () => {
    const { page } = watched;
    const { request } = await ask(page, "1");
    await answer(page, { type: "what-if", request, message: "No kernel is running." });
    assert.match(
      await standing(page).innerText(),
      /^No kernel is running\. This shows the nearest of 3 computed results/,
    );
    await slider(page).fill("0");
    assert.equal(await standing(page).innerText(), "Computed at these settings.");
  });

  it("says so when the kernel ends before it has answered", async () => {
    const { page } = watched;
    await ask(page, "1");
    await answer(page, { type: "run-alive", run: "another", alive: false });
    assert.match(await standing(page).innerText(), /^Asking the kernel … Until then/);
    await answer(page, { type: "run-alive", run: null, alive: false });
    assert.match(await standing(page).innerText(), /^The kernel has ended\. This shows/);
  });

  it("uses only the answer to its last request, and asks again for settings that it restores", async () => {
    const { page } = watched;
    const first = await ask(page, "1");
    const second = await ask(page, "1.2");
    await answer(page, { type: "what-if", request: first.request, message: "Superseded by newer settings." });
    assert.match(await standing(page).innerText(), /^Asking the kernel …/);
    await page.reload();
    await show();
    await page.waitForFunction(() => (globalThis as unknown as { posted: unknown[] }).posted.length > 0);
    const [again] = (await posted(page)) as Asked[];
    assert.deepEqual(again.weights, second.weights);
    assert.notEqual(again.request, second.request);
    await answer(page, {
      type: "what-if",
      request: second.request,
      message: "An answer to a view that is gone.",
    });
    assert.match(await standing(page).innerText(), /^Asking the kernel …/);
  });
});
