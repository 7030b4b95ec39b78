import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { ConfusionMatrixPayload } from "../../../kernel/contracts/payloads/confusionMatrix.js";
import { confusionReport } from "../../../kernel/figures/confusionMatrix/confusionReport.js";
import { evaluationOf } from "../../kernel/aen/results/evaluatedClips.js";
import {
  confusionOutput,
  overviewOutput,
  predictionsWithFrames,
  timelineOutput,
} from "../examplePayloads.js";
import { withBrowser } from "../withBrowser.js";

const cell = (page: Page, words: string) => page.locator(`path[role=button][aria-label^="${words}"]`);

describe("ConfusionMatrixView", function () {
  this.timeout(60_000);
  const test = withBrowser();

  it("takes two clicks from a cell to the frames of one of its clips", async () => {
    const { page, requests } = await test.show([confusionOutput(300, 300)]);
    await cell(page, "Sad, taken for Angry").click();
    await page.locator("button.clip").first().click();
    const slider = page.getByRole("slider", { name: /^Frame of clip-/ });
    assert.ok(await slider.isVisible());
    assert.equal(await slider.locator("image").count(), 16);
    assert.deepEqual(requests, [], "nothing is fetched");
  });

  it("does the same with the keyboard", async () => {
    const { page } = await test.show([confusionOutput(300, 300)]);
    await cell(page, "Happy, recognised").focus();
    await page.keyboard.press("ArrowRight");
    const focused = () => page.locator("path:focus").getAttribute("aria-label");
    assert.match((await focused())!, /^Happy, taken for Surprise/);
    await page.keyboard.press("Enter");
    await page.locator("button.clip").first().focus();
    await page.keyboard.press("Enter");
    const slider = page.getByRole("slider", { name: /^Frame of clip-/ });
    await slider.focus();
    await page.keyboard.press("End");
    assert.match((await slider.getAttribute("aria-valuetext"))!, /^frame 15, truth /);
  });

  it("follows beta at once, without training", async () => {
    const { page } = await test.show([confusionOutput()]);
    const label = () => cell(page, "Happy, recognised").getAttribute("aria-label");
    const before = await label();
    await page.getByRole("slider", { name: /^beta/ }).fill("1");
    assert.notEqual(await label(), before);
    assert.match(await page.locator("section.view").innerText(), /beta 1\.00/);
  });

  it("writes the figures and intervals of the kernel, at every beta and with its level", async () => {
    const output = confusionOutput(300, 0);
    const payload = { ...(output.payload as ConfusionMatrixPayload), bootstrap: { level: 0.9 } };
    const { page } = await test.show([{ ...output, payload }]);
    const shown = () => page.locator(".columns > div").nth(1).locator(":scope > p").allInnerTexts();
    const evaluation = evaluationOf(predictionsWithFrames(300), payload.bootstrap);
    for (const beta of [0.3, 0, 0.47, 1]) {
      await page.getByRole("slider", { name: /^beta/ }).fill(String(beta));
      const lines = await shown();
      assert.deepEqual(lines, confusionReport({ ...payload, beta }).lines);
      assert.ok(evaluation.atBeta(beta).toString().endsWith(lines.join("\n")), `beta ${beta}`);
    }
  });

  it("folds to sentiment and opens again", async () => {
    const { page } = await test.show([confusionOutput()]);
    await page.getByRole("button", { name: "Fold all groups" }).click();
    await page.waitForFunction(
      () =>
        document
          .querySelector(".view > div")!
          .firstElementChild!.shadowRoot!.querySelectorAll("path[role=button]").length === 9,
    );
    await page.getByRole("button", { name: "Open Negative" }).first().click();
    await cell(page, "Sad, recognised").waitFor();
    assert.equal(
      await page.locator("path[role=button]").count(),
      36,
      "Positive and Neutral folded, four emotions open",
    );
  });

  it("counts whose answer is chosen: the sentiment head's matrix is the one that the kernel has", async () => {
    const output = confusionOutput(300, 0);
    const { page } = await test.show([output]);
    await page.getByLabel("Answer").selectOption("sentiment: sentiment head");
    const { sentimentConfusion, labels, groupConfusion } = evaluationOf(predictionsWithFrames(300));
    const [positive, , negative] = labels.groups.map(({ name }) => name);
    const clips = (count: number) => (count === 1 ? "1 clip" : `${count} clips`);
    const words = `${positive}, taken for ${negative}: ${clips(sentimentConfusion[0][2])}`;
    await cell(page, words).waitFor();
    assert.notDeepEqual(sentimentConfusion, groupConfusion);
    await cell(page, words).click();
    assert.equal(await page.locator("button.clip").count(), Math.min(24, sentimentConfusion[0][2]));
    await page.getByText("This answer does not depend on beta.").waitFor();
    await page.getByRole("button", { name: "Open Negative" }).first().click();
    await cell(page, "Sad, recognised").waitFor();
    assert.equal(await page.getByLabel("Answer").inputValue(), "emotion");
  });

  it("filters the other views of the page, and says by what", async () => {
    const { page } = await test.show([confusionOutput(60, 60), overviewOutput(60)]);
    await cell(page, "Sad, recognised").click();
    const filter = page.locator(".view").nth(1).locator(".filter");
    assert.match(await filter.innerText(), /^\d+ clips: Sad, recognised/);
    await filter.getByRole("button", { name: "Show all" }).click();
    assert.equal(await filter.count(), 0);
  });

  it("opens frames that only another output of the page carries", async () => {
    const { page } = await test.show([confusionOutput(1, 0), timelineOutput()]);
    await page.locator("path[role=button]").first().waitFor();
    await page.locator('path[role=button][aria-label*=": 1 clip,"]').click();
    await page.locator("button.clip").click();
    assert.equal(await page.getByRole("slider", { name: "Frame of clip-0001" }).count(), 2);
  });

  it("exports SVG, PNG, CSV and Vega-Lite", async () => {
    const { page } = await test.show([confusionOutput()]);
    for (const [name, start] of [
      ["SVG", "<svg "],
      ["PNG", "\u0089PNG"],
      ["CSV", "truth,Happy,Surprise"],
      ["Vega-Lite JSON", '{\n  "$schema"'],
    ] as const) {
      await page.locator(".menu summary").click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name, exact: true }).click(),
      ]);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      assert.ok(Buffer.concat(chunks).toString("latin1").startsWith(start), name);
    }
  });
});
