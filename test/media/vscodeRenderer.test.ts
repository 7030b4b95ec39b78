import assert from "node:assert/strict";
import { viewMimeTypes } from "../../kernel/contracts/viewMimeTypes.js";
import { openPage, type WatchedPage } from "./browser.js";
import type { ConfusionMatrixPayload } from "../../kernel/contracts/payloads/confusionMatrix.js";
import { ablationOutput, confusionOutput, trainingOutput, whatIfOutput } from "./examplePayloads.js";
import { answer, posted, render } from "./inWebView.js";
import { serveRenderers } from "./server.js";
import { withBrowser } from "./withBrowser.js";

describe("renderers in VS Code's web view", function () {
  this.timeout(60_000);
  const test = withBrowser();
  let server: Awaited<ReturnType<typeof serveRenderers>>;
  let watched: WatchedPage;
  before(async () => (server = await serveRenderers()));
  after(() => server.close());
  beforeEach(async () => {
    watched = await openPage(test.browser(), { width: 800, theme: "light" });
    await watched.page.goto(server.url);
  });
  afterEach(async () => watched.page.close());

  it("updates a training board in place and posts what its buttons request", async () => {
    const { page } = watched;
    const { payload } = trainingOutput();
    const mime = viewMimeTypes["training-board"];
    await render(page, "/views.renderer.js", mime, payload);
    await page.locator("svg").waitFor();
    await page.evaluate(() => (document.getElementById("one")!.firstElementChild!.id = "kept"));
    await render(page, "/views.renderer.js", mime, { ...(payload as object), epoch: 10 });
    assert.equal(await page.locator("#kept").count(), 1, "the view was not built anew");
    assert.match(await page.locator("section.view").innerText(), /epoch 10 of 12/);
    await answer(page, { type: "run-alive", run: "run-1", alive: true });
    await posted(page);
    await page.getByRole("button", { name: "Pause" }).click();
    assert.deepEqual(await posted(page), [{ type: "run-control", run: "run-1", action: "pause" }]);
    assert.match(await page.locator("section.view").innerText(), /Pausing after this step/);
    await render(page, "/views.renderer.js", mime, { ...(payload as object), state: "finished" });
    assert.equal(
      await page.getByRole("button", { name: "Stop" }).count(),
      0,
      "a finished run has no buttons",
    );
  });

  it("speaks the language that VS Code tells, at once and on the next page, with the state that it had", async () => {
    const { page } = watched;
    const mime = viewMimeTypes["confusion-matrix"];
    await render(page, "/views.renderer.js", mime, confusionOutput(40, 0).payload);
    await page.getByRole("button", { name: "Fold all groups" }).click();
    await answer(page, { type: "language", language: "de" });
    const folded = page.getByRole("button", { name: "Alle Gruppen einklappen", pressed: true });
    await folded.waitFor();
    await page.locator('svg [aria-label="Zellen der Matrix"]').waitFor();
    assert.match(await page.locator("section.view").innerText(), /Zeilen: Wahrheit.*\n[^]*Emotionen: UAR/);
    await page.reload();
    await render(page, "/views.renderer.js", mime, confusionOutput(40, 0).payload);
    await folded.waitFor();
    await answer(page, { type: "language", language: "en" });
    await page.getByRole("button", { name: "Fold all groups" }).waitFor();
  });

  it("offers Pause and Stop only for a run that the kernel says is in progress, and removes them when the kernel dies", async () => {
    const { page } = watched;
    const boards = [
      { kind: "training-board", output: trainingOutput(), id: "training", run: "run-1" },
      { kind: "ablation-board", output: ablationOutput(), id: "ablation", run: "study-1" },
    ] as const;
    for (const { kind, output, id, run } of boards) {
      const group = page.locator(`#${id}`).getByRole("group", { name: "Run", exact: true });
      const buttons = group.getByRole("button");
      const key = kind === "training-board" ? "run" : "study";
      const payload = { ...(output.payload as object), state: "running", [key]: run };
      await render(page, "/views.renderer.js", viewMimeTypes[kind], payload, id);
      await page.locator(`#${id} svg`).first().waitFor();
      assert.deepEqual(await posted(page), [{ type: "run-alive", run }]);
      assert.equal(await buttons.count(), 0, `${kind}: nobody has answered yet`);
      await answer(page, { type: "run-alive", run, alive: false });
      await answer(page, { type: "run-alive", run: "another", alive: true });
      const left = kind === "training-board" ? ["Resume"] : [];
      assert.deepEqual(await buttons.allInnerTexts(), left, `${kind}: the run does not go on`);
      await answer(page, { type: "run-alive", run, alive: true });
      assert.deepEqual(await buttons.allInnerTexts(), ["Pause", "Stop"], kind);
      await answer(page, { type: "run-alive", run: null, alive: false });
      assert.deepEqual(await buttons.allInnerTexts(), left, `${kind}: the kernel has died`);
    }
  });

  it("keeps the keys of its sliders and buttons from the notebook, and lets its shortcuts pass", async () => {
    const { page } = watched;
    await render(page, "/views.renderer.js", viewMimeTypes["what-if"], whatIfOutput().payload);
    await page.evaluate(() => {
      const heard: string[] = ((globalThis as unknown as { heard: string[] }).heard = []);
      addEventListener("keydown", ({ key }) => heard.push(key));
    });
    const slider = page.getByRole("slider").first();
    await slider.focus();
    await page.keyboard.press("Home");
    assert.equal(await slider.inputValue(), await slider.getAttribute("min"));
    await page.keyboard.press("ArrowRight");
    await page.getByRole("button", { name: "Put these settings into a cell" }).focus();
    await page.keyboard.press("Enter");
    const asked = (await posted(page)) as { type: string }[];
    assert.ok(asked.some(({ type }) => type === "insert-cell"));
    await page.keyboard.press("Control+Alt+P");
    const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    assert.deepEqual(
      heard.filter((key) => !/^(Control|Alt)$/.test(key)).map((key) => key.toLowerCase()),
      ["p"],
    );
  });

  it("says why frames that the notebook does not contain cannot be shown", async () => {
    const { page } = watched;
    const mime = viewMimeTypes["confusion-matrix"];
    await render(page, "/views.renderer.js", mime, confusionOutput(300, 0).payload);
    await page.locator('path[role=button][aria-label^="Sad, taken for Angry"]').click();
    await page.locator("button.clip").first().click();
    const [{ type, request }] = (await posted(page)) as { type: string; request: string }[];
    assert.equal(type, "clip-frames");
    assert.equal(await page.getByText("Reading the frames …").count(), 1);
    await answer(page, { type, request, message: "The frames of this clip are not kept." });
    const view = page.locator("section.view");
    assert.match(await view.innerText(), /The frames of this clip are not kept\./);
    assert.equal(await view.getByText("Reading the frames …").count(), 0);
  });

  it("shows the frames that the kernel sends of a clip that was opened", async () => {
    const { page } = watched;
    const mime = viewMimeTypes["confusion-matrix"];
    const { clips } = confusionOutput(300, 20).payload as ConfusionMatrixPayload;
    const framed = clips.find(({ frames }) => frames)!;
    await render(page, "/views.renderer.js", mime, confusionOutput(300, 0).payload);
    await page.locator('path[role=button][aria-label^="Sad, taken for Angry"]').click();
    await page.locator("button.clip").first().click();
    const [asked] = (await posted(page)) as { type: string; request: string; emotion: number[] }[];
    assert.equal(asked.emotion.length, 7, "by its scores the kernel knows which evaluation is meant");
    await answer(page, { type: asked.type, request: asked.request, clip: { ...framed, id: asked.request } });
    const frames = page.locator("section.view section").filter({ hasText: asked.request });
    await frames.locator("svg image").first().waitFor();
    assert.equal(await page.getByText("Reading the frames …").count(), 0);
  });

  it("finds its state again after a reload", async () => {
    const { page } = watched;
    const { payload } = trainingOutput();
    const mime = viewMimeTypes["training-board"];
    await render(page, "/views.renderer.js", mime, payload);
    await page.getByRole("button", { name: "stacked" }).click();
    await page.reload();
    await render(page, "/views.renderer.js", mime, payload);
    assert.equal(await page.getByRole("button", { name: "stacked" }).getAttribute("aria-pressed"), "true");
  });

  it("draws users' Vega-Lite and Vega", async () => {
    const { page, errors } = watched;
    const spec = {
      data: { values: [{ a: 1, b: 2 }] },
      mark: "bar",
      encoding: { x: { field: "a" }, y: { field: "b" } },
    };
    await render(page, "/vega.renderer.js", "application/vnd.vegalite.v5+json", spec);
    assert.ok((await page.locator("#one svg .mark-rect path").count()) >= 1);
    const vega = {
      $schema: "https://vega.github.io/schema/vega/v6.json",
      width: 20,
      height: 20,
      marks: [
        {
          type: "rect",
          encode: { enter: { width: { value: 9 }, height: { value: 9 }, fill: { value: "red" } } },
        },
      ],
    };
    await render(page, "/vega.renderer.js", "application/vnd.vega.v5+json", vega, "two");
    assert.equal(await page.locator('#two svg path[fill="red"]').count(), 1);
    assert.deepEqual(errors, []);
  });

  it("fetches nothing for a Vega-Lite specification that asks for it", async () => {
    const { page, requests } = watched;
    await render(page, "/vega.renderer.js", "application/vnd.vegalite.v5+json", {
      data: { url: "https://example.org/x.json" },
      mark: "bar",
    });
    assert.deepEqual(
      requests.filter((url) => !url.startsWith(server.url)),
      [],
    );
  });

  it("draws users' Plotly figures, and says why when it cannot", async () => {
    const { page, errors } = watched;
    const mime = "application/vnd.plotly.v1+json";
    await render(page, "/plotly.renderer.js", mime, {
      data: [{ type: "bar", x: ["a", "b"], y: [1, 2] }],
      layout: { title: { text: "Two bars" } },
    });
    assert.equal(await page.locator("#one .bars .point").count(), 2);
    await render(page, "/plotly.renderer.js", mime, { layout: {} }, "two");
    assert.match(await page.locator("#two").innerText(), /cannot be drawn: it is not a Plotly figure/);
    assert.deepEqual(errors, []);
  });

  it("loads Vega only for what needs it", async () => {
    const { page, requests } = watched;
    await render(page, "/views.renderer.js", viewMimeTypes["what-if"], { view: "what-if" });
    assert.deepEqual(
      requests.filter((url) => /vegaRuntime|plotly/.test(url)),
      [],
    );
  });
});
