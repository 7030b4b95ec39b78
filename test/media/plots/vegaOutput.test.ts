import assert from "node:assert/strict";
import type * as vegaOutput from "../../../media/plots/vegaOutput.js";
import { modulePage } from "../modulePage.js";

const bars = {
  title: "Bars",
  data: { values: [{ a: 1, b: 2 }] },
  mark: "bar",
  encoding: { x: { field: "a" }, y: { field: "b" } },
};

describe("a Vega figure in the page's colours", () => {
  const test = modulePage();
  const inPage = test.loading<typeof vegaOutput>("plots/vegaOutput");
  const draw = (spec: unknown) =>
    inPage(async ({ drawVega, place }, given) => {
      document.documentElement.style.setProperty("--vscode-editor-foreground", "#abcdef");
      Object.assign(globalThis, { end: await drawVega(place(), given) });
    }, spec);
  const fill = (part: string) => test.page.locator(`${part} text`).first().getAttribute("fill");
  const paper = () => test.page.locator("svg").evaluate((svg) => svg.style.backgroundColor);
  const label = ".role-axis-label";

  it("is drawn on the page's paper, with its ink", async () => {
    await draw(bars);
    assert.ok((await test.page.locator(".mark-rect path").count()) > 0);
    assert.deepEqual([await fill(".role-title-text"), await paper()], ["#abcdef", "transparent"]);
  });

  it("leaves precedence to the user's own settings, and fills in the rest of them", async () => {
    await draw(bars);
    const themed = await fill(label);
    await test.page.evaluate(() => document.body.replaceChildren());
    await draw({ ...bars, background: "#fffff0", config: { axis: { labelFontSize: 21 } } });
    assert.equal(await paper(), "rgb(255, 255, 240)");
    assert.match((await test.page.locator(`${label} text`).first().getAttribute("font-size"))!, /^21/);
    assert.notEqual(themed, "#000");
    assert.equal(await fill(label), themed, "an axis with another size has the page's ink");
  });

  for (const wrong of [null, [], "bars", 3]) {
    it(`is refused where it is none: ${JSON.stringify(wrong)}`, async () => {
      await assert.rejects(async () => draw(wrong), /it is not a Vega specification/);
    });
  }

  it("is refused where it wants data from elsewhere, with what to do", async () => {
    const wanting = { ...bars, data: { url: "https://example.org/x.json" } };
    await assert.rejects(
      async () => draw(wanting),
      /Views load nothing from outside the notebook\. Include the data of https:\/\/example\.org\/x\.json in the output/,
    );
  });

  it("is drawn anew when the page's colours change, until it is taken away", async () => {
    await draw(bars);
    await inPage(() => document.documentElement.style.setProperty("--vscode-editor-foreground", "#123456"));
    await test.page.waitForFunction(
      () => document.querySelector(".role-title-text text")?.getAttribute("fill") === "#123456",
    );
    assert.equal(await test.page.locator("svg").count(), 1);
    await inPage(() => {
      (globalThis as unknown as { end(): void }).end();
      document.querySelector("svg")!.id = "kept";
      document.body.className = "vscode-dark";
    });
    await test.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    assert.equal(await test.page.locator("#kept").count(), 1);
  });
});
