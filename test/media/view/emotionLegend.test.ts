import assert from "node:assert/strict";
import type * as emotionLegend from "../../../media/view/emotionLegend.js";
import { modulePage } from "../modulePage.js";
import { smallLabels } from "../smallClips.js";

describe("the legend of emotions", () => {
  const test = modulePage();
  const inPage = test.loading<typeof emotionLegend>("view/emotionLegend");

  it("names each emotion beside its own colour, in the order of the sentiment groups", async () => {
    const colors = ["rgb(1, 0, 0)", "rgb(2, 0, 0)", "rgb(3, 0, 0)"];
    const labels = { ...smallLabels, groups: [...smallLabels.groups].reverse() };
    await inPage(({ emotionLegend, show }, [given, all]) => show(emotionLegend(given, all)), [
      labels,
      colors,
    ] as const);
    const entries = await test.page.locator(".legend > span").evaluateAll((all) =>
      all.map((entry) => {
        const swatch = entry.querySelector<HTMLElement>(".swatch")!;
        return [entry.textContent!.trim(), swatch.style.backgroundColor];
      }),
    );
    assert.deepEqual(entries, [
      ["Sad", "rgb(2, 0, 0)"],
      ["Angry", "rgb(3, 0, 0)"],
      ["Happy", "rgb(1, 0, 0)"],
    ]);
  });
});
