import assert from "node:assert/strict";
import { runPageExample } from "./examplePages.js";
import { shownPage } from "./shownPage.js";

describe("the notes on a record's page", function () {
  this.timeout(60_000);
  const shown = shownPage();

  it("sends name, tags and notes when a field is left, and says that they are saved", async () => {
    await shown.show(runPageExample);
    const tags = shown.page.getByRole("textbox", { name: "Tags" });
    assert.equal(await tags.inputValue(), "baseline, seed 7");
    await tags.fill("new, new ,seed 7");
    await tags.press("Tab");
    const notes = { name: "With energy", tags: ["new", "seed 7"], text: "Better on sad clips." };
    assert.deepEqual(await shown.noted(1), [{ type: "notes", notes }]);
    await shown.send({ type: "saved" });
    assert.match((await shown.page.getByRole("status").first().textContent())!, /^Saved in/);
  });

  it("keeps what is typed when newer data come", async () => {
    await shown.show(runPageExample);
    const text = shown.page.getByRole("textbox", { name: "Notes" });
    await text.fill("half a sent");
    await shown.send({ type: "page", page: { ...runPageExample, subtitle: "newer" } });
    await shown.page.getByText("newer").waitFor();
    assert.equal(await text.inputValue(), "half a sent");
  });
});
