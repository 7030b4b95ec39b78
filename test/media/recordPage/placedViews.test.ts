import assert from "node:assert/strict";
import { comparisonExample, runPageExample } from "./examplePages.js";
import { shownPage } from "./shownPage.js";

describe("the views on a record's page", function () {
  this.timeout(60_000);
  const shown = shownPage();

  it("stay where they are when newer data come, and go with their section", async () => {
    await shown.show(runPageExample);
    await shown.drawn(2);
    await shown.page.evaluate(() =>
      document.querySelector("div.view")!.firstElementChild!.setAttribute("data-first", ""),
    );
    await shown.send({ type: "page", page: { ...runPageExample, subtitle: "newer" } });
    await shown.page.getByText("newer").waitFor();
    assert.equal(await shown.page.locator("div.view > [data-first]").count(), 1);
    await shown.send({ type: "page", page: { ...runPageExample, sections: [] } });
    assert.equal(await shown.page.locator("div.view").count(), 0);
  });

  it("says why, in its place, where a view cannot be drawn", async () => {
    const source = {
      draws: "confusion-matrix",
      labels: { emotions: [], groups: [] },
      predictions: [{ clip: 1 }],
    };
    await shown.show({
      ...comparisonExample,
      sections: [{ heading: "Matrix", parts: [{ part: "view", source: source as never }] }],
    });
    await shown.page.getByText(/cannot be drawn/).waitFor();
  });
});
