import assert from "node:assert/strict";
import type * as weightSlider from "../../../media/whatIf/weightSlider.js";
import { modulePage } from "../modulePage.js";

const term = { name: "energy", lowest: 0, highest: 2, step: 0.1 };

describe("a slider for the weight of a loss term", () => {
  const test = modulePage();
  const inPage = test.loading<typeof weightSlider>("whatIf/weightSlider");
  const show = (weight: number) =>
    inPage(
      ({ weightSlider, show, note }, given) => show(weightSlider({ ...given, base: 0.5, onChange: note })),
      {
        ...{ term, weight },
      },
    );

  it("says how far it is from the base, which has a mark", async () => {
    await show(1.2);
    assert.equal(await test.page.locator("output").innerText(), "1.2 base 0.5, +0.7");
    const style = await test.page.locator(".marked").getAttribute("style");
    assert.match(style!, /--base:\s*0\.25/);
    await show(0.1);
    assert.equal(await test.page.locator("output").innerText(), "0.1 base 0.5, −0.4");
  });

  it("says nothing of a difference at the base", async () => {
    await show(0.5);
    assert.equal(await test.page.locator("output").innerText(), "0.5");
    assert.equal(await test.page.getByRole("slider").getAttribute("aria-valuetext"), "0.5, the base");
  });

  it("tells its new weight as a number", async () => {
    await show(0.5);
    await test.page.getByRole("slider").fill("1.5");
    assert.deepEqual(await test.noted(), [1.5]);
  });
});
