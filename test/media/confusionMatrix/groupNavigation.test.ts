import assert from "node:assert/strict";
import type * as groupNavigation from "../../../media/confusionMatrix/groupNavigation.js";
import { modulePage } from "../modulePage.js";

describe("the names of the sentiment groups on the axes", () => {
  const test = modulePage();

  it("are buttons on both axes that fold an open group and open a folded one", async () => {
    await test.loading<typeof groupNavigation>("confusionMatrix/groupNavigation")(
      ({ groupNavigation, place, note }) => {
        const names = ["Positive", "Negative"];
        const element = place();
        const axis = (name: string) =>
          `<g class="${name}_marks">${names.map((word, i) => `<text x="${80 * i}" y="20">${word}</text>`).join("")}</g>`;
        element.innerHTML = `<svg width="300" height="60">${axis("rowGroup")}<g transform="translate(0,30)">${axis("columnGroup")}</g></svg>`;
        const svg = element.querySelector("svg")!;
        for (const group of svg.querySelectorAll("g[class]"))
          group
            .querySelectorAll("text")
            .forEach((text, i) => Object.assign(text, { __data__: { datum: { group: i } } }));
        const navigations = groupNavigation({
          nameOf: (group) => names[group],
          isFolded: (group) => group === 1,
          toggle: note,
        });
        for (const navigation of navigations) navigation.attach(svg);
      },
    );
    for (const axis of ["rows", "columns"]) {
      const group = test.page.getByRole("group", { name: `Sentiment groups of the ${axis}` });
      await group.getByRole("button", { name: "Fold Positive" }).click();
      await group.getByRole("button", { name: "Open Negative" }).press("Enter");
    }
    assert.deepEqual(await test.noted(), [0, 1, 0, 1]);
  });
});
