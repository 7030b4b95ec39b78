import assert from "node:assert/strict";
import { runPageExample } from "./examplePages.js";
import { shownPage } from "./shownPage.js";

describe("the sections of a record's page", function () {
  this.timeout(60_000);
  const shown = shownPage();

  it("shows its sections, the views in them, and tables that can be opened", async () => {
    await shown.show(runPageExample);
    await shown.drawn(2);
    const { page } = shown;
    assert.deepEqual(
      await page
        .getByRole("heading", { level: 2 })
        .allTextContents()
        .then((all) => all.filter((each) => ["Figures", "Settings"].includes(each))),
      ["Figures", "Settings"],
    );
    await page.getByText("All settings").click();
    await page.getByRole("rowheader", { name: "seed", exact: true }).waitFor();
    await page.getByRole("cell", { name: "66.7 % (30.0 to 90.3)" }).waitFor();
  });

  it("sends what its buttons stand for, by mouse and by keyboard", async () => {
    await shown.show(runPageExample);
    await shown.page.getByRole("button", { name: "Run Again" }).click();
    await shown.page.getByRole("button", { name: "Go to Cell" }).press("Enter");
    assert.deepEqual(await shown.noted(2), [
      { type: "action", action: "run again" },
      { type: "action", action: "cell" },
    ]);
  });
});
