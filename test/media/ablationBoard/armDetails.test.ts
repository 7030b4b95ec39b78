import assert from "node:assert/strict";
import type { AblationBoardPayload, ArmPayload } from "../../../kernel/contracts/payloads/ablationBoard.js";
import type * as armDetails from "../../../media/ablationBoard/armDetails.js";
import { modulePage } from "../modulePage.js";
import { smallLabels } from "../smallClips.js";

const arm: ArmPayload = {
  name: "without energy",
  weights: [0],
  runs: [
    { seed: 1, fold: 2, state: "finished", uar: 0.5123, war: 0, sentimentUar: null },
    { seed: 2, state: "failed", message: "out of memory" },
  ],
};
const board = {
  labels: smallLabels,
  arms: [{ ...arm, name: "all terms" }, arm],
} as unknown as AblationBoardPayload;

describe("the details of an arm", () => {
  const test = modulePage();
  const show = (more: Partial<ArmPayload> = {}) =>
    test.loading<typeof armDetails>("ablationBoard/armDetails")(
      ({ armDetails, show }, [one, all]) => show(armDetails(one, all)),
      [{ ...arm, ...more }, board] as const,
    );
  const rows = (caption: string | RegExp) =>
    test.page
      .getByRole("table", { name: caption })
      .locator("tbody tr")
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));

  it("list its runs with their rates in percent, and why one has failed", async () => {
    await show();
    assert.deepEqual(await rows("Runs of without energy"), [
      ["1", "2", "finished", "51.2", "0.0", "–", "–", "–"],
      ["2", "–", "failed", "–", "–", "–", "–", "out of memory"],
    ]);
    assert.equal(await test.page.getByRole("table").count(), 1, "nothing else is known of it");
  });

  it("have the effect on the recall of each emotion in points with its interval", async () => {
    const estimate = (value: number | null, reach: number) => ({
      value,
      low: value! - reach,
      high: value! + reach,
    });
    const recall = [estimate(0.0312, 0.01), estimate(-0.2, 0.05), { value: null, low: null, high: null }];
    const effect = { uar: estimate(0, 1), shown: false, verdict: "", recall };
    await show({ effect });
    assert.deepEqual(await rows("Difference of recall by emotion, points"), [
      ["Happy", "+3.1", "+2.1", "+4.1"],
      ["Sad", "−20.0", "−25.0", "−15.0"],
      ["Angry", "–", "–", "–"],
    ]);
  });

  it("count by seed the clips that only one of the two runs named right", async () => {
    await show({
      pairedClips: [
        { seed: 1, onlyBase: 12, onlyArm: 3, p: 0.035156 },
        { seed: 2, onlyBase: 90, onlyArm: 0, p: 1e-20 },
      ],
    });
    assert.deepEqual(await rows(/McNemar/), [
      ["1", "12", "3", "0.035"],
      ["2", "90", "0", "< 0.001"],
    ]);
    const heads = test.page.getByRole("table", { name: /McNemar/ }).getByRole("columnheader");
    assert.deepEqual(await heads.allInnerTexts(), ["seed", "only all terms", "only this arm", "p"]);
  });

  it("tell what else it changes", async () => {
    await show({ changes: "grouping: positive against the rest", pairedClips: [] });
    assert.equal(await test.page.locator("#shown > p").innerText(), "grouping: positive against the rest");
    assert.equal(await test.page.getByRole("table").count(), 1);
  });
});
