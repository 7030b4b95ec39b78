import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { ClipPayload } from "../../../kernel/contracts/payloads/clips.js";
import type { ClipOverviewPayload } from "../../../kernel/contracts/payloads/clipOverview.js";
import type * as overviewView from "../../../media/clipOverview/clipOverviewView.js";
import { drawn } from "../drawn.js";
import { modulePage } from "../modulePage.js";
import { smallClip, smallLabels } from "../smallClips.js";

/** A clip labelled Sad, of whose four frames some deviate. */
function deviating(id: string, count: number): ClipPayload {
  const truth = [0, 1, 2, 3].map((t) => ({
    ...{ emotion: 1, intensity: 1 },
    ...(t < count && { deviation: "a smile" }),
  }));
  return smallClip(id, 1, 1, { frames: { numbers: [0, 1, 2, 3], truth } });
}
const clips = [deviating("one", 1), deviating("none", 0), smallClip("unkept", 1, 1), deviating("three", 3)];

describe("the overview of clips", () => {
  const test = modulePage();
  const inPage = test.loading<typeof overviewView>("clipOverview/clipOverviewView");
  async function place(all: readonly ClipPayload[] = clips): Promise<void> {
    const payload: ClipOverviewPayload = {
      ...{ view: "clip-overview", version: 1, labels: smallLabels, beta: 0.3, clips: all },
    };
    await inPage(
      ({ ClipOverviewView, host, place }, given) => new ClipOverviewView(place(), given, host).start(),
      payload,
    );
    await drawn(test.page);
  }
  const rows = () => test.page.getByRole("group", { name: "Clips" }).getByRole("button");
  const row = (id: string) => test.page.locator(`path[aria-label^="${id}"]`);
  const selection = () =>
    inPage(({ host }) => {
      const { selection: present } = host.shared;
      return present && [present.words, ...present.clips];
    });
  const button = (name: string | RegExp) => test.page.getByRole("button", { name });

  it("has the clips with frames, those that deviate most first, and counts the others", async () => {
    await place();
    const labels = await rows().evaluateAll((all) => all.map((mark) => mark.getAttribute("aria-label")!));
    assert.deepEqual(
      labels.map((label) => /^\w+/.exec(label)![0]),
      ["three", "one", "none"],
    );
    assert.match(await test.page.locator("section.view").innerText(), /3 clips, .* 1 more are left out/);
  });

  it("opens the frames of a clip with the keyboard, which filters the other views, and closes them", async () => {
    await place();
    await row("three").focus();
    await test.page.keyboard.press("ArrowDown");
    await test.page.keyboard.press("Enter");
    const panel = test.page.getByRole("region", { name: "Frames of one" });
    assert.equal(await panel.getByRole("slider", { name: "Frame of one" }).count(), 1);
    assert.deepEqual(await selection(), ["one", "one"]);
    await drawn(test.page);
    assert.equal(await row("one").getAttribute("aria-pressed"), "true");
    await panel.getByRole("button", { name: "Close" }).press("Enter");
    await drawn(test.page);
    assert.equal(await panel.count(), 0);
    assert.equal(await selection(), null);
    assert.match((await test.page.locator("path:focus").getAttribute("aria-label"))!, /^one/);
  });

  it("finds the open clip again and filters the other views by it", async () => {
    await place();
    await row("three").click();
    await inPage(({ host }) => {
      host.shared.select(null);
      document.body.replaceChildren();
    });
    await place();
    assert.equal(await test.page.getByRole("region", { name: "Frames of three" }).count(), 1);
    assert.deepEqual(await selection(), ["three", "three"]);
  });

  it("shows the clips that another view has selected, and all where it has none of them", async () => {
    await place();
    const select = (...ids: string[]) =>
      inPage(
        ({ host }, chosen) => host.shared.select({ source: {}, clips: new Set(chosen), words: "Sad" }),
        ids,
      );
    await select("one", "none", "elsewhere");
    await drawn(test.page);
    assert.equal(await rows().count(), 2);
    assert.match(await test.page.locator(".filter").innerText(), /^2 clips: Sad/);
    await button("Show all").click();
    await drawn(test.page);
    assert.equal(await rows().count(), 3);
    await select("elsewhere");
    await drawn(test.page);
    assert.equal(await rows().count(), 3);
    assert.equal(await test.page.locator(".filter").count(), 0);
  });

  it("shows forty clips at first, and eighty more at a time", async () => {
    await place(Array.from({ length: 130 }, (_, i) => deviating(`clip${i}`, 1)));
    assert.equal(await rows().count(), 40);
    await button("Show more (90 left)").click();
    await drawn(test.page);
    assert.equal(await rows().count(), 120);
    assert.equal(await button("Show more (10 left)").count(), 1);
  });

  it("explains the colours that are chosen", async () => {
    await place();
    const legend = test.page.locator(".legend");
    const group = test.page.getByRole("group", { name: "Colour" });
    assert.deepEqual(await group.getByRole("button", { pressed: true }).allInnerTexts(), ["pseudo label"]);
    assert.match(await legend.innerText(), /Happy\s+Sad\s+Angry/);
    await button("disagreement").click();
    assert.deepEqual(await group.getByRole("button", { pressed: true }).allInnerTexts(), ["disagreement"]);
    assert.equal(await legend.count(), 0);
    assert.match(await test.page.locator("section.view").innerText(), /disagree more/);
  });

  it("has the deviating frames of each clip in its table", async () => {
    await place();
    await test.page.locator(".menu summary").click();
    const saved = test.page.waitForEvent("download");
    await button("CSV").click();
    assert.deepEqual(parse(await readFile(await (await saved).path(), "utf8")), [
      ["clip", "label", "network", "frames", "deviating", "share"],
      ["three", "Sad", "Sad", "4", "3", "0.75"],
      ["one", "Sad", "Sad", "4", "1", "0.25"],
      ["none", "Sad", "Sad", "4", "0", "0"],
    ]);
  });
});
