import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { ConfusionDifferencePayload } from "../../../kernel/contracts/payloads/confusionDifference.js";
import type * as differenceView from "../../../media/confusionDifference/confusionDifferenceView.js";
import { drawn } from "../drawn.js";
import { modulePage } from "../modulePage.js";
import { smallClip, smallLabels } from "../smallClips.js";

/** At beta 0 the emotion head names it Sad, at beta 1 the clip head names it Angry. */
const undecided = { ...smallClip("undecided", 1, 1), clip: smallClip("", 1, 2).clip };
const payload: ConfusionDifferencePayload = {
  ...{ view: "confusion-difference", version: 1, labels: smallLabels, beta: 0 },
  base: { name: "base", clips: [smallClip("a", 1, 0), smallClip("b", 1, 1), smallClip("c", 0, 0)] },
  run: { name: "run 2", clips: [smallClip("a", 1, 1), undecided, smallClip("c", 0, 0)] },
};

describe("the difference of two runs", () => {
  const test = modulePage();
  const inPage = test.loading<typeof differenceView>("confusionDifference/confusionDifferenceView");
  async function place(): Promise<void> {
    await inPage(
      ({ ConfusionDifferenceView, host, place }, given) =>
        new ConfusionDifferenceView(place(), given, host).start(),
      payload,
    );
    await drawn(test.page);
  }
  async function table(): Promise<string[][]> {
    await test.page.locator(".menu summary").click();
    const saved = test.page.waitForEvent("download");
    await test.page.getByRole("button", { name: "CSV" }).click();
    return parse(await readFile(await (await saved).path(), "utf8")) as string[][];
  }

  it("is named by its runs, and tells the points of each row in its table", async () => {
    await place();
    assert.equal(await test.page.getByRole("region", { name: "run 2 minus base" }).count(), 1);
    // of two Sad clips one was named Sad before, both are now; no clip is Angry
    assert.deepEqual(await table(), [
      ["truth", "Happy", "Sad", "Angry"],
      ["Happy", "0", "0", "0"],
      ["Sad", "-50", "50", "0"],
      ["Angry", "", "", ""],
    ]);
  });

  it("follows beta, and keeps it with the cell that is open", async () => {
    await place();
    await test.page.getByRole("slider", { name: /^beta/ }).fill("1");
    const [, , sad] = await table();
    assert.deepEqual(sad, ["Sad", "-50", "0", "50"]);
    await drawn(test.page);
    await test.page.locator('path[aria-label^="Sad, taken for Angry"]').click();
    await test.page.evaluate(() => document.body.replaceChildren());
    await place();
    assert.equal(await test.page.getByRole("slider", { name: /^beta/ }).inputValue(), "1");
    const region = test.page.getByRole("region", { name: "Sad, taken for Angry, only with run 2: 1" });
    assert.equal(await region.locator(".id").innerText(), "undecided");
    const words = await inPage(({ host }) => host.shared.selection?.words);
    assert.equal(words, "changed in Sad, taken for Angry", "and filters the other views again");
  });
});
