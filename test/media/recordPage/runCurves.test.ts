import assert from "node:assert/strict";
import { comparisonExample } from "./examplePages.js";
import { shownPage } from "./shownPage.js";

describe("the curves of runs on a page", function () {
  this.timeout(60_000);
  const shown = shownPage();

  it("are drawn as wide as the page lets them, in the theme's colours", async () => {
    await shown.show(comparisonExample);
    await shown.drawn(2);
    const width = async () => (await shown.page.locator("div.view svg").first().boundingBox())!.width;
    const before = await width();
    await shown.page
      .locator("div.view")
      .first()
      .evaluate((place) => (place.style.width = "420px"));
    await shown.page.waitForFunction(
      (wide) => document.querySelector("div.view svg")!.getBoundingClientRect().width < wide - 100,
      before,
    );
    assert.ok((await width()) <= 440);
    await shown.page.evaluate(() => {
      document.documentElement.style.setProperty("--vscode-editor-background", "#1f1f1f");
      document.documentElement.style.setProperty("--vscode-editor-foreground", "#cccccc");
    });
    await shown.page.waitForFunction(() => document.querySelector('div.view svg [stroke="#56b4e9"]'));
  });
});
