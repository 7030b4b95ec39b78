import assert from "node:assert/strict";
import type * as confusionControls from "../../../media/confusionMatrix/confusionControls.js";
import { type Answer, answers } from "../../../kernel/figures/confusionMatrix/answeredConfusion.js";
import { modulePage } from "../modulePage.js";

describe("the controls of a matrix", () => {
  const test = modulePage();
  const inPage = test.loading<typeof confusionControls>("confusionMatrix/confusionControls");
  const show = (
    figure: "row rate" | "column rate" | "count",
    folded: readonly number[],
    answer: Answer = "emotion",
  ) =>
    inPage(({ confusionControls, show, note }, state) => show(confusionControls(state, 3, note)), {
      ...{ figure, folded, answer },
    });
  const button = (name: string) => test.page.getByRole("button", { name });
  const pressed = () => test.page.getByRole("button", { pressed: true }).allInnerTexts();

  it("choose what the cells show, of which one is pressed", async () => {
    await show("column rate", []);
    const group = test.page.getByRole("group", { name: "Figure in the cells" });
    assert.deepEqual(await group.getByRole("button").allInnerTexts(), ["% of row", "% of column", "clips"]);
    assert.deepEqual(await pressed(), ["% of column"]);
    for (const name of ["% of row", "% of column", "clips"]) await button(name).click();
    assert.deepEqual(await test.noted(), [
      { figure: "row rate" },
      { figure: "column rate" },
      { figure: "count" },
    ]);
  });

  it("fold all groups at once, and open them when all are folded", async () => {
    await show("count", [1]);
    assert.deepEqual(await pressed(), ["clips"]);
    await button("Fold all groups").click();
    await show("count", [2, 0, 1]);
    assert.deepEqual(await pressed(), ["clips", "Fold all groups"]);
    await button("Fold all groups").click();
    assert.deepEqual(await test.noted(), [
      { answer: "emotion", folded: [0, 1, 2] },
      { answer: "emotion", folded: [] },
    ]);
  });

  it("list whose answer can be counted, and tell the choice; the selected cell goes", async () => {
    await show("count", [], "head");
    const list = test.page.getByRole("combobox", { name: "Answer" });
    assert.equal(await list.inputValue(), "head");
    assert.deepEqual(
      await list.locator("option").allInnerTexts(),
      answers.map(([, words]) => words),
    );
    await list.selectOption("combined");
    assert.deepEqual(await test.noted(), [{ answer: "combined", selected: null, openClip: null }]);
    await show("count", [0, 1, 2], "head");
    assert.deepEqual(await pressed(), ["clips"], "folding is for emotions");
  });
});

describe("the slider of beta", () => {
  const test = modulePage();
  const show = (beta: number) =>
    test.loading<typeof confusionControls>("confusionMatrix/confusionControls")(
      ({ betaSlider, show, note }, given) => show(betaSlider(given, note)),
      beta,
    );

  it("stands at beta, says what it means, and tells each change as a number", async () => {
    await show(0.3);
    const slider = test.page.getByRole("slider", { name: "beta: share of the clip head in the fused score" });
    assert.deepEqual(
      [await slider.inputValue(), await slider.getAttribute("aria-valuetext")],
      ["0.3", "0.30"],
    );
    assert.match(await test.page.locator(".slider").innerText(), /beta 0\.30\s+top-down branch\s+clip/);
    await slider.press("ArrowRight");
    await slider.press("End");
    assert.deepEqual(await test.noted(), [0.31, 1]);
  });

  it("follows a beta that is set from outside, also after the reader has moved it", async () => {
    await show(0.3);
    await test.page.getByRole("slider").press("Home");
    await show(0.5);
    assert.equal(await test.page.getByRole("slider").inputValue(), "0.5");
  });
});
