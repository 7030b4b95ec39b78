import "../standIn/register.js";
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { withBrowser } from "../../media/withBrowser.js";
const { variablePage } = await import("../../../extension/variables/variablePage.js");

const clip = (id: string, label: string, person: string, frames: number, problem = "") => ({
  ...{ id, label, person, frames, problem, picture: "" },
});
const details = {
  kind: "clips" as const,
  count: 3,
  clips: [
    clip("clip 10", "Sad", "ann", 16),
    clip("clip 2", "Happy", "ben", 40, "2 of 40 frames show no face"),
    clip("clip 1", "Sad", "ben", 8),
  ],
  leftOut: [{ id: "clip 3", reason: "it has 3 frames, fewer than 16" }],
};

describe("the table of a set's clips", function () {
  this.timeout(60_000);
  const test = withBrowser();
  let page: Page;
  beforeEach(async () => {
    page = await test.browser().newPage();
    await page.setContent(variablePage("train", details, "secret"));
  });
  afterEach(() => page.close());

  const ids = () => page.locator("tbody tr:visible td:nth-child(2)").allInnerTexts();
  const heading = (name: string) => page.getByRole("columnheader", { name });

  it("is sorted by a heading, numbers by their size, and the other way round at the next click", async () => {
    await heading("clip").getByRole("button").click();
    assert.deepEqual(await ids(), ["clip 1", "clip 2", "clip 10"]);
    assert.equal(await heading("clip").getAttribute("aria-sort"), "ascending");
    await heading("frames").getByRole("button").press("Enter");
    assert.deepEqual(await ids(), ["clip 1", "clip 10", "clip 2"]);
    await heading("frames").getByRole("button").press("Enter");
    assert.deepEqual(await ids(), ["clip 2", "clip 10", "clip 1"]);
  });

  it("is filtered by label, person, problem and words, and says how many are left", async () => {
    await page.getByLabel("label").selectOption("Sad");
    assert.deepEqual(await ids(), ["clip 10", "clip 1"]);
    await page.getByLabel("person").selectOption("ben");
    assert.deepEqual(await ids(), ["clip 1"]);
    assert.equal(await page.getByRole("status").innerText(), "1 shown");
    await page.getByLabel("label").selectOption("all labels");
    await page.getByLabel("with a problem").check();
    assert.deepEqual(await ids(), ["clip 2"]);
    await page.getByLabel("with a problem").uncheck();
    await page.getByLabel("Filter").fill("CLIP 1");
    assert.deepEqual(await ids(), ["clip 1"]);
  });

  it("names the clips that were left out, with the reasons", async () => {
    assert.match(await page.locator("ul").innerText(), /clip 3: it has 3 frames/);
  });
});
