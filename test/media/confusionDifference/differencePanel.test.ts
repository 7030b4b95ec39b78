import assert from "node:assert/strict";
import { lightTheme } from "../../../kernel/figures/theme.js";
import type * as differencePanel from "../../../media/confusionDifference/differencePanel.js";
import type * as differenceState from "../../../media/confusionDifference/differenceState.js";
import type { DifferenceState } from "../../../media/confusionDifference/differenceState.js";
import { drawn } from "../drawn.js";
import { modulePage } from "../modulePage.js";
import { smallClip, smallLabels } from "../smallClips.js";

const frames = { numbers: [0, 1] };
/** Sad clips: "stays" is named Sad by both, "came" only by the run, "left" only by the base. */
const payload = {
  ...{ labels: smallLabels, beta: 0.3 },
  base: {
    name: "base",
    clips: [smallClip("stays", 1, 1), smallClip("came", 1, 2), smallClip("left", 1, 1, { frames })],
  },
  run: {
    name: "without energy",
    clips: [smallClip("stays", 1, 1), smallClip("came", 1, 1), smallClip("left", 1, 0, { frames })],
  },
};

describe("one matrix minus another, with the clips that moved", () => {
  const test = modulePage();
  const inPage = test.loading<typeof differencePanel & typeof differenceState>(
    "confusionDifference/differencePanel",
    "confusionDifference/differenceState",
  );
  async function place(state: Partial<DifferenceState> = {}): Promise<void> {
    await inPage(
      ({ DifferencePanel, initialDifferenceState, host, place, note }, given) => {
        const panel = new DifferencePanel(host.shared, (kept) => note(kept));
        place().append(panel.element);
        host.shared.offerFrames(given.payload.base.clips, given.payload.labels);
        const { theme } = given;
        panel.show(given.payload, {
          width: 600,
          theme,
          state: { ...initialDifferenceState, ...given.state },
        });
        const selected = () => {
          const { selection } = host.shared;
          return selection && [selection.source === panel, selection.words, ...selection.clips];
        };
        Object.assign(globalThis, { panel, selected });
      },
      { payload, theme: lightTheme, state },
    );
    await drawn(test.page);
  }
  const selected = () =>
    test.page.evaluate(() => (globalThis as unknown as { selected(): unknown }).selected());
  const cell = (words: string) => test.page.locator(`path[aria-label^="${words}"]`);
  const ids = (heading: string) =>
    test.page.getByRole("region", { name: heading }).locator(".id").allInnerTexts();
  const kept = async () => (await test.noted()).at(-1) as DifferenceState;

  it("draws the change of each cell in points of its row", async () => {
    await place();
    // of 3 Sad clips 2 were named Sad before and after; 1 was named Angry before, 1 Happy after
    const label = (words: string) => cell(words).getAttribute("aria-label");
    assert.match((await label("Sad, recognised"))!, /: 0(\.0)? points, from 66\.7 % to 66\.7 % of the row/);
    assert.match((await label("Sad, taken for Angry"))!, /: −33\.3 points, from 33\.3 % to 0\.0 %/);
    assert.match((await label("Sad, taken for Happy"))!, /: \+33\.3 points, from 0\.0 % to 33\.3 %/);
  });

  it("lists which clips came into the chosen cell and which left it, and tells the other views of them", async () => {
    await place();
    await cell("Sad, recognised").click();
    assert.deepEqual(await ids("Sad, recognised, only with without energy: 1"), ["came"]);
    assert.deepEqual(await ids("Sad, recognised, only with base: 1"), ["left"]);
    assert.deepEqual(await selected(), [true, "changed in Sad, recognised", "came", "left"]);
    assert.deepEqual((await kept()).selected, [1, 1]);
    await drawn(test.page);
    assert.equal(await cell("Sad, recognised").getAttribute("aria-pressed"), "true");
    await cell("Sad, recognised").click();
    assert.equal(await selected(), null);
    assert.equal(await test.page.getByRole("region").count(), 0);
  });

  it("opens the frames of a clip that the page has, and closes them", async () => {
    await place({ selected: [1, 1] });
    await test.page.locator("button.clip", { hasText: "left" }).click();
    const panel = test.page.getByRole("region", { name: "Frames of left" });
    assert.equal(await panel.getByRole("slider").count(), 1);
    assert.equal((await kept()).openClip, "left");
    await panel.getByRole("button", { name: "Close" }).click();
    assert.equal(await panel.count(), 0);
    assert.equal(
      await test.page.locator(":focus").getAttribute("title"),
      "left",
      "the focus is on its clip again",
    );
    assert.equal(await test.page.locator("button.clip", { hasText: "came" }).isDisabled(), true);
  });

  it("folds groups into one class, which ends the selection", async () => {
    await place({ selected: [1, 1] });
    await test.page.getByRole("button", { name: "Fold Negative" }).first().click();
    const { folded, selected: cellKept } = await kept();
    assert.deepEqual([folded, cellKept], [[1], null]);
    await drawn(test.page);
    assert.equal(
      await test.page.getByRole("group", { name: "Cells of the difference" }).getByRole("button").count(),
      4,
    );
  });

  it("gives the focus back to the cell when its lists are closed", async () => {
    await place();
    await cell("Sad, recognised").focus();
    await test.page.keyboard.press("Enter");
    await drawn(test.page);
    await test.page.getByRole("button", { name: "Close" }).first().press("Enter");
    await drawn(test.page);
    assert.equal(await selected(), null);
    assert.match((await test.page.locator(":focus").getAttribute("aria-label"))!, /^Sad, recognised/);
  });

  it("has no cell selected where the kept one lies outside of the matrix", async () => {
    await place({ selected: [2, 2], folded: [1] });
    assert.equal(await test.page.getByRole("region").count(), 0);
  });

  it("takes its own selection with it, and no other", async () => {
    await place();
    await cell("Sad, recognised").click();
    const [own, other] = await inPage(({ host }) => {
      const { panel } = globalThis as unknown as { panel: { dispose(): void } };
      panel.dispose();
      const after = host.shared.selection;
      host.shared.select({ source: {}, clips: new Set(), words: "other" });
      panel.dispose();
      return [after, host.shared.selection?.words];
    });
    assert.deepEqual([own, other], [null, "other"]);
  });
});
